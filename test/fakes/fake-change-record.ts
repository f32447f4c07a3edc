// The record of a change over the fakes of what it writes to, so that a test that makes one of them fail sees it here.
import type { AuditEntry } from '../../src/ports/audit-trail';
import type { BegunChange, ChangeEnd, ChangeRecord } from '../../src/ports/change-record';
import type { FakeAskedBook } from './fake-asked-book';
import type { FakeAuditTrail } from './fake-audit-trail';
import type { FakeClickLog } from './fake-click-log';

export interface ChangeRecordParts {
  auditTrail: FakeAuditTrail;
  clickLog: FakeClickLog;
  askedBook: FakeAskedBook;
}

export class FakeChangeRecord implements ChangeRecord {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: ChangeRecordParts) {}

  begin(begun: BegunChange, intent: AuditEntry, now: number): Promise<boolean> {
    return this.inTurn(() => this.beginNow(begun, intent, now));
  }

  end(keys: readonly string[], end: ChangeEnd, outcome: AuditEntry, now: number): Promise<void> {
    return this.inTurn(() => this.endNow(keys, end, outcome, now));
  }

  /** One after another, as transactions that want the same rows. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async beginNow({ keys, facts, askedRef }: BegunChange, intent: AuditEntry, now: number): Promise<boolean> {
    const { auditTrail, clickLog, askedBook } = this.parts;
    if (askedRef !== null && !(await askedBook.settle(askedRef, now))) return false;
    try {
      await auditTrail.append(intent, now);
    } catch (error) {
      if (askedRef !== null) askedBook.reopen(askedRef);
      throw error;
    }
    await clickLog.keep(keys, { outcome: 'intended', facts });
    return true;
  }

  private async endNow(keys: readonly string[], end: ChangeEnd, outcome: AuditEntry, now: number): Promise<void> {
    const { auditTrail, clickLog, askedBook } = this.parts;
    if (clickLog.isEnded(keys)) return;
    await auditTrail.append(outcome, now);
    if (end.is === 'done') return clickLog.keep(keys, end.outcome);
    await clickLog.release(keys);
    if (end.askedRef !== null) askedBook.reopen(end.askedRef);
  }
}
