// The watermark and its companions: one row a tenant.
import type { Transaction } from 'kysely';
import { parseInstant } from '../domain/instant';
import type { WatchState } from '../ports/alert-log';
import type { Reader } from './database';
import type { Tables, WatchStateTable } from './tables';

const BEFORE_THE_FIRST_READ: WatchState = {
  watermark: null,
  firstReadAt: null,
  firstReadDone: false,
  sweptAt: null,
  overlapReadAt: null,
  filter: 'irm',
};

function toWatchState(row: WatchStateTable): WatchState {
  return {
    watermark: parseInstant(row.watermark),
    firstReadAt: parseInstant(row.first_read_at),
    firstReadDone: row.first_read_done === 1,
    sweptAt: parseInstant(row.swept_at),
    overlapReadAt: parseInstant(row.overlap_read_at),
    filter: row.filter === 'none' ? 'none' : 'irm',
  };
}

export async function readWatchState(connection: Reader, tenantId: string): Promise<WatchState> {
  const row = await connection
    .selectFrom('watch_state')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return row ? toWatchState(row) : BEFORE_THE_FIRST_READ;
}

/** Changes the given members and leaves the others. */
export async function changeWatchState(
  transaction: Transaction<Tables>,
  tenantId: string,
  change: Partial<WatchState>,
): Promise<void> {
  const next = { ...(await readWatchState(transaction, tenantId)), ...change };
  const values = {
    watermark: next.watermark,
    first_read_at: next.firstReadAt,
    first_read_done: Number(next.firstReadDone),
    swept_at: next.sweptAt,
    overlap_read_at: next.overlapReadAt,
    filter: next.filter,
  };
  await transaction
    .insertInto('watch_state')
    .values({ tenant_id: tenantId, ...values })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(values))
    .execute();
}
