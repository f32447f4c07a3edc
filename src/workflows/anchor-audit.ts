// Tells the audit's head to the log and to the places that were configured, at the start, every hour and at a stop: the
// one trace of a cut tail or a restored backup that the store itself cannot give.
import { isBotError } from '../domain/errors';
import type { AnchorPlace } from '../ports/anchor-place';
import type { AuditTrail } from '../ports/audit-trail';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { OperationsDesk } from './tell-operations';

export const ANCHOR_EVERY_MS = 3_600_000;
/** How long a stop waits for a place that does not answer. */
export const ANCHOR_GRACE_MS = 1_000;

export interface AuditAnchorDeps {
  auditTrail: Pick<AuditTrail, 'head'>;
  clock: Clock;
  logger: Logger;
  desk: Pick<OperationsDesk, 'tell'>;
  places: readonly AnchorPlace[];
}

type Head = { seq: number; hash: string };

export class AuditAnchor {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  /** The newest hash that each place has, the log under null. */
  private readonly kept = new Map<AnchorPlace | null, string>();

  constructor(private readonly deps: AuditAnchorDeps) {}

  start(): void {
    this.running ??= this.run();
  }

  /** What was written since the last hour is told to the log and the near places before it returns. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const ended = new AbortController();
    const ending = this.endWith(this.running).finally(() => ended.abort());
    await Promise.race([ending, this.deps.clock.sleep(ANCHOR_GRACE_MS, ended.signal)]);
  }

  private async endWith(running: Promise<void> | null): Promise<void> {
    await running;
    const head = await this.readHead();
    if (head === null) return;
    if (this.kept.get(null) !== head.hash) this.tellLog(head);
    await this.tell(
      head,
      this.deps.places.filter(({ isNear }) => isNear),
    );
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const head = await this.readHead();
      if (head !== null) {
        this.tellLog(head);
        await this.tell(head, this.deps.places);
      }
      await this.deps.clock.sleep(ANCHOR_EVERY_MS, this.stopping.signal);
    }
  }

  private async readHead(): Promise<Head | null> {
    try {
      return await this.deps.auditTrail.head();
    } catch {
      this.deps.logger.error('the audit head could not be read');
      return null;
    }
  }

  private tellLog({ seq, hash }: Head): void {
    this.deps.logger.info('audit head', { seq, hash });
    this.kept.set(null, hash);
  }

  /** Each place by itself: one that is away keeps no other from its anchor. */
  private async tell(head: Head, places: readonly AnchorPlace[]): Promise<void> {
    const { clock, logger, desk } = this.deps;
    for (const place of places) {
      if (this.kept.get(place) === head.hash) continue;
      try {
        await place.keep(head, clock.now());
        this.kept.set(place, head.hash);
      } catch (error) {
        const code = isBotError(error) ? error.code : 'unexpected';
        logger.error('the audit head could not be kept outside the store', { detail: place.name, code });
        await desk.tell('auditNotAnchored');
      }
    }
  }
}
