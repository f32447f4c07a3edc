// Another pseudonym key: everybody gets a new alias, the old ones lead nowhere, and every card that shows one is drawn
// anew. One transaction, so that whoever is killed in it, or starts beside it, finds the one state or the other.
import { sql, type Transaction } from 'kysely';
import { identifiersOf } from '../domain/person';
import { nameNewcomers } from './alias-statements';
import { FIRST_ALERT_NUMBER } from './alert-statements';
import { lockCounter } from './counters';
import { forgetKeptKey } from './kept-secrets';
import type { PersonRow } from './known-people';
import { identityPlace, openIdentity } from './people-statements';
import { readProof, writeProof } from './pseudonym-proof';
import { redrawAlerts } from './sql-card-redraws';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

async function everybody(transaction: Transaction<Tables>, context: StoreContext): Promise<PersonRow[]> {
  const rows = await transaction
    .selectFrom('people')
    .select(['id', 'alias', 'sealed_identity'])
    .where('tenant_id', '=', context.tenantId)
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const identity = openIdentity(context, row);
    return { ...row, personKey: identifiersOf(identity)[0] ?? '', identity, changed: true, mergedInto: null };
  });
}

async function renameEverybody(transaction: Transaction<Tables>, context: StoreContext): Promise<number> {
  const { tenantId, seal } = context;
  // Rows of persons who turned out to be somebody else were there for their aliases alone.
  await transaction
    .deleteFrom('people')
    .where('tenant_id', '=', tenantId)
    .where('merged_into', 'is not', null)
    .execute();
  const people = await everybody(transaction, context);
  // Out of the way, since a new alias may be somebody else's old one.
  await transaction
    .updateTable('people')
    .set({ alias: sql<string>`'former ' || cast(id as text)` })
    .where('tenant_id', '=', tenantId)
    .execute();
  await nameNewcomers(transaction, context, people);
  for (const { id, alias, identity } of people) {
    const sealed = seal.seal(JSON.stringify(identity), identityPlace(alias));
    await transaction.updateTable('people').set({ alias, sealed_identity: sealed }).where('id', '=', id).execute();
  }
  return people.length;
}

async function redrawAliases(transaction: Transaction<Tables>, context: StoreContext): Promise<void> {
  const rows = await transaction
    .selectFrom('cards')
    .innerJoin('alerts', (join) =>
      join.onRef('alerts.tenant_id', '=', 'cards.tenant_id').onRef('alerts.number', '=', 'cards.alert_number'),
    )
    .select('number')
    .distinct()
    .where('cards.tenant_id', '=', context.tenantId)
    .where('cards.gone', '=', 0)
    .where('person_id', 'is not', null)
    .execute();
  await redrawAlerts(
    transaction,
    context,
    rows.map(({ number }) => number),
  );
}

/** Questions may hold the aliases they were asked with; a change that waits to be confirmed does not. */
async function forgetQuestions(transaction: Transaction<Tables>, { tenantId }: StoreContext): Promise<void> {
  await transaction.deleteFrom('asked').where('tenant_id', '=', tenantId).where('kind', '<>', 'confirm').execute();
}

/** Gives how many people were renamed: none under the key of last time, or when a store is new. */
export async function renewAliases(context: StoreContext, keyIsGiven: boolean): Promise<number> {
  const { database, tenantId, pseudonymProof } = context;
  if ((await database.read((reader) => readProof(reader, context))) === pseudonymProof) return 0;
  return database.write(async (transaction) => {
    await lockCounter(transaction, tenantId, 'alerts', FIRST_ALERT_NUMBER);
    await lockCounter(transaction, tenantId, 'people', 0);
    const former = await readProof(transaction, context);
    if (former === pseudonymProof) return 0;
    await writeProof(transaction, context);
    if (former === null) return 0;
    if (keyIsGiven) await forgetKeptKey(transaction, tenantId);
    const renamed = await renameEverybody(transaction, context);
    await redrawAliases(transaction, context);
    await forgetQuestions(transaction, context);
    return renamed;
  });
}
