// Persons nobody has a reason to know any longer. Inside the caller's transaction.
import type { ExpressionBuilder, Transaction } from 'kysely';
import { inChunks } from './database';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** Identity, identifiers and every alias that led to them. Nothing may point to them any more. */
export async function removePeople(
  transaction: Transaction<Tables>,
  context: StoreContext,
  ids: readonly number[],
): Promise<void> {
  for (const chunk of inChunks(ids, context.database.driver.rowsPerStatement)) {
    await transaction.deleteFrom('person_identifiers').where('person_id', 'in', chunk).execute();
    await transaction.deleteFrom('people').where('merged_into', 'in', chunk).execute();
    await transaction.deleteFrom('people').where('id', 'in', chunk).execute();
  }
}

/** No alert that is kept whole is about them or names them. */
function isNamedBy(of: ExpressionBuilder<Tables, 'people'>, table: 'alerts' | 'alert_people') {
  return of.exists(of.selectFrom(table).select('person_id').whereRef(`${table}.person_id`, '=', 'people.id'));
}

/** About whom nobody asked since `askedBefore` either. Gives how many were removed, at most `limit`. */
export async function forgetUnnamed(
  transaction: Transaction<Tables>,
  context: StoreContext,
  askedBefore: number,
  limit: number,
): Promise<number> {
  const rows = await transaction
    .selectFrom('people')
    .select('id')
    .where('tenant_id', '=', context.tenantId)
    .where('merged_into', 'is', null)
    .where((of) => of.or([of('asked_at', 'is', null), of('asked_at', '<=', askedBefore)]))
    .where((of) => of.not(isNamedBy(of, 'alerts')))
    .where((of) => of.not(isNamedBy(of, 'alert_people')))
    .limit(limit)
    .execute();
  await removePeople(
    transaction,
    context,
    rows.map(({ id }) => id),
  );
  return rows.length;
}
