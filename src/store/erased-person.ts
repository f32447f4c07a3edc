// Who is erased, out of an object id: the person's row with everything that leads to it, or nobody but a user of the bot.
import type { Transaction } from 'kysely';
import { identifiersOf, type PersonIdentity } from '../domain/person';
import { removePeople } from './forget-people';
import { openIdentity } from './people-statements';
import { hashOf } from './person-hash';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

export interface ErasedPerson {
  /** Lower case. */
  objectId: string;
  /** Null: no alert is about them or names them; they may have used the bot all the same. */
  known: { personId: number; identity: PersonIdentity; aliases: readonly string[] } | null;
}

export async function findErased(
  transaction: Transaction<Tables>,
  context: StoreContext,
  objectId: string,
): Promise<ErasedPerson> {
  const { tenantId } = context;
  const row = await transaction
    .selectFrom('person_identifiers')
    .innerJoin('people', 'people.id', 'person_identifiers.person_id')
    .select(['people.id as id', 'alias', 'sealed_identity'])
    .where('person_identifiers.tenant_id', '=', tenantId)
    .where('identifier_hash', '=', hashOf(context, `oid:${objectId}`))
    .executeTakeFirst();
  if (row === undefined) return { objectId, known: null };
  const former = await transaction.selectFrom('people').select('alias').where('merged_into', '=', row.id).execute();
  const aliases = [row.alias, ...former.map(({ alias }) => alias)];
  return { objectId, known: { personId: row.id, identity: openIdentity(context, row), aliases } };
}

/** Every identifier that led to the person leads to the tombstone from now on, former ones too. Gives its id. */
export async function leaveTombstone(
  transaction: Transaction<Tables>,
  context: StoreContext,
  known: NonNullable<ErasedPerson['known']>,
  now: number,
): Promise<number> {
  const { tenantId } = context;
  const { id } = await transaction
    .insertInto('erasures')
    .values({ tenant_id: tenantId, erased_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const kept = await transaction
    .selectFrom('person_identifiers')
    .select('identifier_hash')
    .where('person_id', '=', known.personId)
    .execute();
  const own = identifiersOf(known.identity).map((identifier) => hashOf(context, identifier));
  const hashes = new Set([...own, ...kept.map(({ identifier_hash }) => identifier_hash)]);
  await transaction
    .insertInto('erased_identifiers')
    .values([...hashes].map((hash) => ({ tenant_id: tenantId, identifier_hash: hash, erasure_id: id })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'identifier_hash']).doUpdateSet({ erasure_id: id }))
    .execute();
  return id;
}

/** The person's alerts have no person from now on, but for the tombstone. Gives their numbers. */
export async function detachAlerts(
  transaction: Transaction<Tables>,
  context: StoreContext,
  personId: number,
  erasureId: number,
): Promise<number[]> {
  const rows = await transaction
    .updateTable('alerts')
    .set({ person_id: null, erasure_id: erasureId })
    .where('tenant_id', '=', context.tenantId)
    .where('person_id', '=', personId)
    .returning('number')
    .execute();
  return rows.map(({ number }) => number);
}

/** Last: nothing may point to the row any more. */
export function removeIdentity(
  transaction: Transaction<Tables>,
  context: StoreContext,
  personId: number,
): Promise<void> {
  return removePeople(transaction, context, [personId]);
}
