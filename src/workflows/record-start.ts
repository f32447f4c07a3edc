// The process' own start in the audit, with a digest of the settings in force. An audit that cannot be written does not
// keep alerts from being posted: the line is tried again, and until it stands every change is refused as well.
import { isBotError } from '../domain/errors';
import type { AuditTrail } from '../ports/audit-trail';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { OperationsDesk } from './tell-operations';

export const START_AGAIN_MS = 60_000;

export interface RecordStartDeps {
  auditTrail: Pick<AuditTrail, 'append'>;
  clock: Clock;
  logger: Logger;
  desk: Pick<OperationsDesk, 'tell'>;
}

export class StartRecord {
  private readonly stopping = new AbortController();
  private trying: Promise<void> = Promise.resolve();

  /** `settings`: a keyed digest, 16 hex digits; equal at two starts whose settings were. */
  constructor(
    private readonly deps: RecordStartDeps,
    private readonly settings: string,
  ) {}

  /** Resolves after the first try. Rejects for a defect alone. */
  async start(): Promise<void> {
    if (!(await this.written())) this.trying = this.tryAgain();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.trying;
  }

  private async tryAgain(): Promise<void> {
    const { clock, desk } = this.deps;
    const { signal } = this.stopping;
    do {
      void desk.tell('auditUnwritable');
      await clock.sleep(START_AGAIN_MS, signal);
    } while (!signal.aborted && !(await this.written()));
  }

  private async written(): Promise<boolean> {
    const { auditTrail, clock, logger } = this.deps;
    const nobody = { actorObjectId: null, alertNumber: null, cardRef: null };
    try {
      const reason = `config ${this.settings}`;
      await auditTrail.append({ action: 'start', outcome: 'applied', ...nobody, reason }, clock.now());
      return true;
    } catch (error) {
      if (!isBotError(error)) throw error;
      logger.error('the start could not be written to the audit', {
        code: error.code,
        ...(error.detail !== undefined && { detail: error.detail }),
      });
      return false;
    }
  }
}
