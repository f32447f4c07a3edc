// Loads the persons that given identities may be, and stores what became of them. Runs inside the caller's transaction.
import type { Transaction } from 'kysely';
import { z } from 'zod/v4';
import { identifiersOf, type PersonIdentity } from '../domain/person';
import { nameNewcomers } from './alias-statements';
import { lockCounter } from './counters';
import { inChunks, type Reader } from './database';
import { erasuresOf } from './erased-people';
import { KnownPeople, type PersonRow } from './known-people';
import { hashOf } from './person-hash';
import type { StoreContext } from './store-context';
import type { PeopleTable, Tables } from './tables';

const text = z.string().nullable();
const IDENTITY = z.object({
  objectId: text,
  userPrincipalName: text,
  sid: text,
  displayName: text,
  accountName: text,
});

export const identityPlace = (alias: string) => `people.sealed_identity:${alias}`;

export function openIdentity(
  context: StoreContext,
  row: Pick<PeopleTable, 'alias' | 'sealed_identity'>,
): PersonIdentity {
  return IDENTITY.parse(JSON.parse(context.seal.unseal(row.sealed_identity, identityPlace(row.alias))));
}

/** Aliases and identities by row id. */
export async function loadPeople(
  connection: Reader,
  context: StoreContext,
  ids: readonly number[],
): Promise<Map<number, { alias: string; identity: PersonIdentity }>> {
  const found = new Map<number, { alias: string; identity: PersonIdentity }>();
  for (const chunk of inChunks([...new Set(ids)], context.database.driver.rowsPerStatement)) {
    const rows = await connection
      .selectFrom('people')
      .select(['id', 'alias', 'sealed_identity'])
      .where('tenant_id', '=', context.tenantId)
      .where('id', 'in', chunk)
      .execute();
    for (const row of rows) found.set(row.id, { alias: row.alias, identity: openIdentity(context, row) });
  }
  return found;
}

/** The alias of whoever has each identifier; one that nobody has is absent. */
export async function aliasesByIdentifier(
  reader: Reader,
  context: StoreContext,
  identifiers: readonly string[],
): Promise<Map<string, string>> {
  const byHash = new Map(identifiers.map((identifier) => [hashOf(context, identifier), identifier]));
  const aliases = new Map<string, string>();
  for (const hashes of inChunks([...byHash.keys()], context.database.driver.rowsPerStatement)) {
    const rows = await reader
      .selectFrom('person_identifiers')
      .innerJoin('people', 'people.id', 'person_identifiers.person_id')
      .select(['identifier_hash', 'alias'])
      .where('person_identifiers.tenant_id', '=', context.tenantId)
      .where('identifier_hash', 'in', hashes)
      .execute();
    for (const row of rows) aliases.set(byHash.get(row.identifier_hash) ?? '', row.alias);
  }
  return aliases;
}

async function loadKnown(
  transaction: Transaction<Tables>,
  context: StoreContext,
  people: readonly PersonIdentity[],
): Promise<KnownPeople> {
  const byHash = new Map(
    people.flatMap(identifiersOf).map((identifier) => [hashOf(context, identifier), identifier] as const),
  );
  const known = new KnownPeople();
  const byId = new Map<number, PersonRow>();
  for (const hashes of inChunks([...byHash.keys()], context.database.driver.rowsPerStatement)) {
    const rows = await transaction
      .selectFrom('person_identifiers')
      .innerJoin('people', 'people.id', 'person_identifiers.person_id')
      .select(['identifier_hash', 'people.id as id', 'alias', 'sealed_identity'])
      .where('person_identifiers.tenant_id', '=', context.tenantId)
      .where('identifier_hash', 'in', hashes)
      .execute();
    for (const row of rows) {
      const person = byId.get(row.id) ?? {
        id: row.id,
        alias: row.alias,
        personKey: '',
        identity: openIdentity(context, row),
        changed: false,
        mergedInto: null,
      };
      byId.set(row.id, person);
      known.learn(byHash.get(row.identifier_hash) ?? '', person);
    }
  }
  return known;
}

async function storePeople(
  transaction: Transaction<Tables>,
  context: StoreContext,
  people: readonly PersonRow[],
): Promise<void> {
  const byAlias = new Map(people.map((person) => [person.alias, person]));
  const rows = people.map(({ alias, identity }) => ({
    tenant_id: context.tenantId,
    alias,
    sealed_identity: context.seal.seal(JSON.stringify(identity), identityPlace(alias)),
  }));
  for (const chunk of inChunks(rows, context.database.driver.rowsPerStatement)) {
    const stored = await transaction
      .insertInto('people')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'alias'])
          .doUpdateSet((of) => ({ sealed_identity: of.ref('excluded.sealed_identity') })),
      )
      .returning(['id', 'alias'])
      .execute();
    for (const { id, alias } of stored) {
      const person = byAlias.get(alias);
      if (person) person.id = id;
    }
  }
}

async function storeIdentifiers(
  transaction: Transaction<Tables>,
  context: StoreContext,
  moved: ReadonlyMap<string, PersonRow>,
): Promise<void> {
  const rows = [...moved].map(([identifier, person]) => ({
    tenant_id: context.tenantId,
    identifier_hash: hashOf(context, identifier),
    person_id: person.id ?? 0,
  }));
  for (const chunk of inChunks(rows, context.database.driver.rowsPerStatement)) {
    await transaction
      .insertInto('person_identifiers')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'identifier_hash'])
          .doUpdateSet((of) => ({ person_id: of.ref('excluded.person_id') })),
      )
      .execute();
  }
}

/** An alert that names both names the survivor once. */
async function mergeLinks(transaction: Transaction<Tables>, tenantId: string, left: number, survivor: number) {
  const linked = await transaction
    .deleteFrom('alert_people')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', left)
    .returning('alert_number')
    .execute();
  if (linked.length === 0) return;
  await transaction
    .insertInto('alert_people')
    .values(linked.map(({ alert_number }) => ({ tenant_id: tenantId, alert_number, person_id: survivor })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'alert_number', 'person_id']).doNothing())
    .execute();
}

async function storeMerge(transaction: Transaction<Tables>, context: StoreContext, left: PersonRow): Promise<void> {
  if (left.id === null || left.mergedInto === null) return;
  const survivor = left.mergedInto.id;
  const { tenantId } = context;
  await transaction
    .updateTable('people')
    .set({ merged_into: survivor })
    .where('tenant_id', '=', tenantId)
    .where((of) => of.or([of('id', '=', left.id), of('merged_into', '=', left.id)]))
    .execute();
  await mergeLinks(transaction, tenantId, left.id, survivor ?? 0);
  for (const table of ['alerts', 'person_identifiers'] as const) {
    await transaction
      .updateTable(table)
      .set({ person_id: survivor ?? 0 })
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', left.id)
      .execute();
  }
}

/** Told apart for as long as an answer lives and kept nowhere: an alias at full length, which leads to nobody. */
function stranger(context: StoreContext, identity: PersonIdentity): PersonRow {
  const personKey = identifiersOf(identity)[0] ?? '';
  const alias = context.aliasCandidate(personKey);
  return { id: null, alias, personKey, identity, changed: false, mergedInto: null };
}

/**
 * One stored person per given identity, in order. An identity without any identifier gives null; somebody who was erased
 * is not stored, and has no `id`.
 */
export async function enrolPeople(
  transaction: Transaction<Tables>,
  context: StoreContext,
  people: readonly PersonIdentity[],
): Promise<(PersonRow | null)[]> {
  if (people.length === 0) return [];
  await lockCounter(transaction, context.tenantId, 'people', 0);
  const erasures = await erasuresOf(transaction, context, people);
  const present = people.filter((_, index) => erasures[index] === null);
  const known = await loadKnown(transaction, context, present);
  const met = people.map((person, index) => {
    if (identifiersOf(person).length === 0) return null;
    return erasures[index] === null ? known.meet(person) : stranger(context, person);
  });
  const changed = [...known.touched].filter((person) => person.changed && person.mergedInto === null);
  await nameNewcomers(
    transaction,
    context,
    changed.filter((person) => person.id === null),
  );
  await storePeople(transaction, context, changed);
  await storeIdentifiers(transaction, context, known.moved);
  for (const left of known.merged) await storeMerge(transaction, context, left);
  return met.map((person) => {
    let survivor = person;
    while (survivor?.mergedInto) survivor = survivor.mergedInto;
    return survivor;
  });
}
