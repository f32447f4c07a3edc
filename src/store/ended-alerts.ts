// From when the retention of an alert counts, where its row does not say: it was resolved before rows said so.
import type { Transaction } from 'kysely';
import { instantToMs, parseInstant } from '../domain/instant';
import { openBody } from './alert-rows';
import type { StoreContext } from './store-context';
import type { AlertsTable, Tables } from './tables';

/** When it was seen to become resolved, by Graph's time; null when it was so at first sight. */
async function seenResolvedAt(transaction: Transaction<Tables>, row: AlertsTable): Promise<number | null> {
  const change = await transaction
    .selectFrom('alert_history')
    .select('at')
    .where('tenant_id', '=', row.tenant_id)
    .where('alert_number', '=', row.number)
    .where('field', '=', 'status')
    .where('to_value', '=', 'resolved')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const at = parseInstant(change?.at);
  return at && instantToMs(at);
}

async function endOf(transaction: Transaction<Tables>, context: StoreContext, row: AlertsTable): Promise<number> {
  // Nobody noted when Graph lost it.
  if (row.status !== 'resolved') return context.now();
  const given = parseInstant(openBody(context, row).resolvedDateTime);
  if (given !== null) return Math.min(instantToMs(given), context.now());
  return (await seenResolvedAt(transaction, row)) ?? row.committed_at;
}

/** At most `limit` of them. Inside the caller's transaction. */
export async function noteEnds(transaction: Transaction<Tables>, context: StoreContext, limit: number): Promise<void> {
  const rows = await transaction
    .selectFrom('alerts')
    .selectAll()
    .where('tenant_id', '=', context.tenantId)
    .where('ended_at', 'is', null)
    .where((of) => of.or([of('status', '=', 'resolved'), of('gone', '=', 1)]))
    .limit(limit)
    .execute();
  for (const row of rows) {
    await transaction
      .updateTable('alerts')
      .set({ ended_at: await endOf(transaction, context, row) })
      .where('tenant_id', '=', context.tenantId)
      .where('number', '=', row.number)
      .execute();
  }
}
