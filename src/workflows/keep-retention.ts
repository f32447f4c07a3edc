// Every hour, on one replica: removes what alerts said once their time is over, forgets people nobody has a reason to
// know any longer, and takes what was removed out of the files.
import { isBotError } from '../domain/errors';
import type { Clock } from '../ports/clock';
import type { Lease, Leases } from '../ports/lease';
import type { Logger } from '../ports/logger';
import type { Retention } from '../ports/retention';

export const RETENTION_EVERY_MS = 3_600_000;
export const RETENTION_LEASE = 'keep-retention';
/** A round is bounded far below; a replica that dies in one holds others up no longer than this. */
export const RETENTION_LEASE_MS = 600_000;
/** Alerts, or people, of one commit: few enough that nobody waits for it. */
export const RETENTION_BATCH = 100;
/** Commits of a round; what is left over waits an hour. */
export const RETENTION_BATCHES = 100;
/** Between two commits, so that clicks and looks go first. */
export const RETENTION_PAUSE_MS = 50;

export interface KeepRetentionDeps {
  retention: Retention;
  leases: Leases;
  clock: Clock;
  logger: Logger;
  /** Sends were queued. */
  wake(): void;
}

type Step = (limit: number) => Promise<number>;

export class RetentionKeeper {
  private readonly stopping = new AbortController();
  /** At the start too: a process may have died between removing and this. */
  private mayHoldRemoved = true;
  private running: Promise<void> | null = null;

  constructor(
    private readonly deps: KeepRetentionDeps,
    private readonly settings: { holder: string; days: number },
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** The commit in hand is finished. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** One round; never rejects for what the store answered. */
  async round(): Promise<void> {
    const { leases, clock, logger } = this.deps;
    const { holder } = this.settings;
    try {
      const lease = await leases.acquire(RETENTION_LEASE, holder, RETENTION_LEASE_MS, clock.now());
      if (lease !== null) await this.underLease(lease);
    } catch (error) {
      if (!isBotError(error)) throw error;
      logger.error('retention was not carried through; it is tried again in an hour', { code: error.code });
    }
  }

  private async underLease(lease: Lease): Promise<void> {
    const { retention, leases, clock, logger, wake } = this.deps;
    const { days, holder } = this.settings;
    const alerts = await this.inBatches(async (limit) => {
      const reduced = await retention.reduce(days, limit, clock.now());
      if (reduced > 0) wake();
      return reduced;
    });
    const people = await this.inBatches((limit) => retention.forgetPeople(days, limit, clock.now()));
    if (alerts > 0) logger.info('retention removed the details of alerts', { count: alerts });
    if (people > 0) logger.info('retention forgot people', { count: people });
    if (this.mayHoldRemoved) await retention.scrub();
    this.mayHoldRemoved = false;
    await leases.release(lease, holder);
  }

  /** Until less is found than was asked for, a round's worth is done, or the bot stops. */
  private async inBatches(step: Step): Promise<number> {
    let total = 0;
    for (let batch = 0; batch < RETENTION_BATCHES && !this.stopping.signal.aborted; batch += 1) {
      const done = await step(RETENTION_BATCH);
      total += done;
      this.mayHoldRemoved ||= done > 0;
      if (done < RETENTION_BATCH) break;
      await this.deps.clock.sleep(RETENTION_PAUSE_MS, this.stopping.signal);
    }
    return total;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.round();
      await this.deps.clock.sleep(RETENTION_EVERY_MS, this.stopping.signal);
    }
  }
}
