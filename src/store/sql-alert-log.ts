// Alerts, their numbers and history, the watermark and the sends they cause: read one by one, committed together.
import type { Transaction } from 'kysely';
import { BotError } from '../domain/errors';
import type { StoredAlert } from '../domain/stored-alert';
import type { AlertCommit, AlertSearch, AlertLog, CommitResult, DigestAlerts, WatchState } from '../ports/alert-log';
import { toStoredAlerts } from './alert-rows';
import { appendHistory, markGone, upsertAlerts } from './alert-statements';
import { requestSends } from './card-requests';
import { inChunks } from './database';
import { firstSeenResolved, openAlerts } from './digest-statements';
import { searchAlerts } from './search-statements';
import type { StoreContext } from './store-context';
import type { AlertsTable, Tables } from './tables';
import { changeWatchState, readWatchState } from './watch-state-rows';

export class SqlAlertLog implements AlertLog {
  constructor(private readonly context: StoreContext) {}

  watchState(): Promise<WatchState> {
    return this.context.database.read((connection) => readWatchState(connection, this.context.tenantId));
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, StoredAlert>> {
    const { database, tenantId } = this.context;
    const stored = await database.read(async (connection) => {
      const rows: AlertsTable[] = [];
      for (const chunk of inChunks([...new Set(ids)], database.driver.rowsPerStatement)) {
        const found = await connection
          .selectFrom('alerts')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .where('source', '=', 'graph')
          .where('source_id', 'in', chunk)
          .execute();
        rows.push(...found);
      }
      return toStoredAlerts(connection, this.context, rows);
    });
    return new Map(stored.map((alert) => [alert.id, alert]));
  }

  async findByNumber(number: number): Promise<StoredAlert | null> {
    const [alert] = await this.context.database.read(async (connection) => {
      const rows = await connection
        .selectFrom('alerts')
        .selectAll()
        .where('tenant_id', '=', this.context.tenantId)
        .where('number', '=', number)
        .execute();
      return toStoredAlerts(connection, this.context, rows);
    });
    return alert ?? null;
  }

  listForDigest(limit: number): Promise<DigestAlerts> {
    return this.context.database.read(async (connection) => {
      const { tenantId } = this.context;
      const open = await openAlerts(connection, tenantId, limit);
      const resolved = await firstSeenResolved(connection, tenantId, limit);
      return {
        open: await toStoredAlerts(connection, this.context, open),
        alreadyResolved: await toStoredAlerts(connection, this.context, resolved),
      };
    });
  }

  search(search: AlertSearch, limit: number): Promise<readonly StoredAlert[]> {
    return this.context.database.read(async (reader) => {
      const rows = await searchAlerts(reader, this.context.tenantId, search, limit);
      return toStoredAlerts(reader, this.context, rows);
    });
  }

  commit(commit: AlertCommit): Promise<CommitResult> {
    return this.context.database.write(async (transaction) => {
      if (commit.fence) await this.holdFence(transaction, commit.fence);
      const applied =
        commit.decisions.length === 0 ? [] : await upsertAlerts(transaction, this.context, commit.decisions);
      await appendHistory(transaction, this.context, applied);
      const gone = await markGone(transaction, this.context, commit.gone ?? []);
      await requestSends(transaction, this.context, applied, gone);
      if (commit.watch) await changeWatchState(transaction, this.context.tenantId, commit.watch);
      const firstSeen = applied.filter((one) => one.firstSeen).length;
      const changed = applied.filter((one) => !one.firstSeen && one.decision.diff.news !== 'nothing').length;
      return { firstSeen, changed, skipped: commit.decisions.length - applied.length };
    });
  }

  /** Holds the lease's row to the end of the transaction, so that nobody takes the lease over in between. */
  private async holdFence(transaction: Transaction<Tables>, fence: { lease: string; epoch: number }): Promise<void> {
    const held = await transaction
      .updateTable('leases')
      .set({ epoch: fence.epoch })
      .where('tenant_id', '=', this.context.tenantId)
      .where('name', '=', fence.lease)
      .where('epoch', '=', fence.epoch)
      .returning('epoch')
      .executeTakeFirst();
    if (!held) throw new BotError('leaseLost', { from: 'store' });
  }
}
