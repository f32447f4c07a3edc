// The record of a change in one transaction each: at its beginning and at its end.
import type { AuditEntry } from '../ports/audit-trail';
import type { BegunChange, ChangeEnd, ChangeRecord } from '../ports/change-record';
import type { SqlAskedBook } from './sql-asked-book';
import type { SqlAuditTrail } from './sql-audit-trail';
import type { SqlClickLog } from './sql-click-log';
import type { StoreContext } from './store-context';

export interface ChangeRecordParts {
  auditTrail: Pick<SqlAuditTrail, 'appendIn'>;
  clickLog: Pick<SqlClickLog, 'keepIn' | 'endIn'>;
  askedBook: Pick<SqlAskedBook, 'settleIn' | 'reopenIn'>;
}

export class SqlChangeRecord implements ChangeRecord {
  constructor(
    private readonly context: StoreContext,
    private readonly parts: ChangeRecordParts,
  ) {}

  begin({ keys, facts, askedRef }: BegunChange, intent: AuditEntry, now: number): Promise<boolean> {
    const { auditTrail, clickLog, askedBook } = this.parts;
    return this.context.database.write(async (transaction) => {
      if (askedRef !== null && !(await askedBook.settleIn(transaction, askedRef, now))) return false;
      await auditTrail.appendIn(transaction, intent, now);
      await clickLog.keepIn(transaction, keys, { outcome: 'intended', facts });
      return true;
    });
  }

  end(keys: readonly string[], end: ChangeEnd, outcome: AuditEntry, now: number): Promise<void> {
    const { auditTrail, clickLog, askedBook } = this.parts;
    return this.context.database.write(async (transaction) => {
      if (!(await clickLog.endIn(transaction, keys, end.is === 'done' ? end.outcome : null))) return;
      await auditTrail.appendIn(transaction, outcome, now);
      if (end.is === 'undone' && end.askedRef !== null) await askedBook.reopenIn(transaction, end.askedRef);
    });
  }
}
