// Numbers that are handed out in order, and by the same row a lock that both databases understand.
import type { Transaction } from 'kysely';
import type { Tables } from './tables';

export type CounterName = 'alerts' | 'people';

/** Holds the counter until the transaction ends and gives its value. `first` is the value of a new counter. */
export async function lockCounter(
  transaction: Transaction<Tables>,
  tenantId: string,
  name: CounterName,
  first: number,
): Promise<number> {
  const row = await transaction
    .insertInto('counters')
    .values({ tenant_id: tenantId, name, value: first })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet({ name }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}

export async function setCounter(
  transaction: Transaction<Tables>,
  tenantId: string,
  name: CounterName,
  value: number,
): Promise<void> {
  await transaction
    .updateTable('counters')
    .set({ value })
    .where('tenant_id', '=', tenantId)
    .where('name', '=', name)
    .execute();
}
