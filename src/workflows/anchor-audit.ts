// Writes the audit's head to the log every hour: the one trace of a cut tail or a restored backup that the store
// itself cannot give.
import type { AuditTrail } from '../ports/audit-trail';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';

export const ANCHOR_EVERY_MS = 3_600_000;

export class AuditAnchor {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(private readonly deps: { auditTrail: AuditTrail; clock: Clock; logger: Logger }) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const head = await this.deps.auditTrail.head();
        if (head !== null) this.deps.logger.info('audit head', { seq: head.seq, hash: head.hash });
      } catch {
        this.deps.logger.error('the audit head could not be read');
      }
      await this.deps.clock.sleep(ANCHOR_EVERY_MS, this.stopping.signal);
    }
  }
}
