// Looks again and again, on whichever replica holds the lease, until it is stopped.
import { isBotError } from '../domain/errors';
import type { Clock } from '../ports/clock';
import type { Lease, Leases } from '../ports/lease';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import type { OperationsDesk } from './tell-operations';
import type { LookResult } from './watch-alerts';

export const WATCH_LEASE = 'watch-alerts';
/** Looks that fail in a row before operators are told. */
export const LOOKS_FAILED_ALARM = 3;
/** How long a stop waits for a look; one that takes longer fails at its next commit and is begun anew elsewhere. */
export const LOOK_GRACE_MS = 1_500;

export interface WatchLoopDeps {
  look(fence: { lease: string; epoch: number }): Promise<LookResult>;
  leases: Leases;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  desk: Pick<OperationsDesk, 'tell'>;
  /** Milliseconds since the epoch of the last whole look of whichever replica holds the lease; null = none yet. */
  lastLookOfOthers(): Promise<number | null>;
  /** Called after a look that caused sends. */
  onCommitted(): void;
}

export class WatchLoop {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private held: Lease | null = null;
  private failures = 0;
  /** Milliseconds since the epoch: the last look that went through here, or the last time another replica held the watch. */
  lastSuccessAt: number | null = null;

  constructor(
    private readonly deps: WatchLoopDeps,
    private readonly settings: { holder: string; leaseMs: number; pollIntervalMs: number },
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Lets go of the lease, so that another process looks at once. A look under way is waited for a little only. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const ended = new AbortController();
    const ending = Promise.resolve(this.running).finally(() => ended.abort());
    await Promise.race([ending, this.deps.clock.sleep(LOOK_GRACE_MS, ended.signal)]);
    const { held } = this;
    this.held = null;
    if (held !== null) await this.letGo(held);
  }

  private async letGo(lease: Lease): Promise<void> {
    try {
      await this.deps.leases.release(lease, this.settings.holder);
    } catch (error) {
      this.deps.logger.warn('the lease of the watch was left to end by itself', {
        code: isBotError(error) ? error.code : 'unexpected',
      });
    }
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.once();
      await this.deps.clock.sleep(this.settings.pollIntervalMs, this.stopping.signal);
    }
  }

  private async once(): Promise<void> {
    const { leases, clock, logger, metrics } = this.deps;
    const { holder, leaseMs, pollIntervalMs } = this.settings;
    let renewal: NodeJS.Timeout | undefined;
    try {
      const ttl = Math.max(leaseMs, pollIntervalMs * 2);
      const lease = await leases.acquire(WATCH_LEASE, holder, ttl, clock.now());
      this.held = lease;
      if (lease === null) {
        this.lastSuccessAt = await this.deps.lastLookOfOthers();
        return;
      }
      renewal = this.keepAlive(lease, ttl);
      const result = await this.deps.look({ lease: lease.name, epoch: lease.epoch });
      this.lastSuccessAt = clock.now();
      this.failures = 0;
      metrics.lookSucceeded();
      if (result.firstSeen + result.changed > 0) {
        logger.info('a look found news', { count: result.firstSeen + result.changed, pages: result.pages });
        this.deps.onCommitted();
      }
    } catch (error) {
      const code = isBotError(error) ? error.code : 'unexpected';
      metrics.lookFailed(code);
      logger.warn('a look failed; nothing was advanced', { code, ...(isBotError(error) ? { from: error.from } : {}) });
      this.failures += 1;
      if (this.failures > LOOKS_FAILED_ALARM) await this.deps.desk.tell('looksFailing');
    } finally {
      clearInterval(renewal);
    }
  }

  /** A look longer than the lease keeps it; should renewal fail, the commit's fence notices. */
  private keepAlive(lease: Lease, ttl: number): NodeJS.Timeout {
    return setInterval(() => {
      this.deps.leases.acquire(lease.name, this.settings.holder, ttl, this.deps.clock.now()).catch(() => undefined);
    }, ttl / 3).unref();
  }
}
