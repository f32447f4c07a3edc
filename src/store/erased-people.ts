// Persons who were erased. Keyed hashes of their identifiers are all that is left of them: they keep what was removed from
// being taken in again, and let the rule hold that nobody sees an alert about themselves.
import { erasedPerson, identifiersOf, type PersonIdentity } from '../domain/person';
import { inChunks, type Reader } from './database';
import { hashOf } from './person-hash';
import type { StoreContext } from './store-context';

/** A UPN is given on to others, an object id is not: with one it alone decides. */
function telling(identifiers: readonly string[]): readonly string[] {
  const objectIds = identifiers.filter((identifier) => identifier.startsWith('oid:'));
  return objectIds.length > 0 ? objectIds : identifiers;
}

async function erasuresByHash(
  reader: Reader,
  context: StoreContext,
  hashes: readonly string[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const chunk of inChunks([...new Set(hashes)], context.database.driver.rowsPerStatement)) {
    const rows = await reader
      .selectFrom('erased_identifiers')
      .select(['identifier_hash', 'erasure_id'])
      .where('tenant_id', '=', context.tenantId)
      .where('identifier_hash', 'in', chunk)
      .execute();
    for (const row of rows) found.set(row.identifier_hash, row.erasure_id);
  }
  return found;
}

/** The erasure that each person falls under, in order; null for who was not erased. */
export async function erasuresOf(
  reader: Reader,
  context: StoreContext,
  people: readonly PersonIdentity[],
): Promise<(number | null)[]> {
  const hashes = people.map((person) => telling(identifiersOf(person)).map((each) => hashOf(context, each)));
  const erasures = await erasuresByHash(reader, context, hashes.flat());
  return hashes.map((own) => own.map((hash) => erasures.get(hash)).find((id) => id !== undefined) ?? null);
}

/** Who stands for the erased persons, by erasure. */
export async function loadErased(
  reader: Reader,
  context: StoreContext,
  erasureIds: readonly number[],
): Promise<Map<number, PersonIdentity>> {
  const hashes = new Map<number, Set<string>>();
  for (const chunk of inChunks([...new Set(erasureIds)], context.database.driver.rowsPerStatement)) {
    const rows = await reader
      .selectFrom('erased_identifiers')
      .select(['identifier_hash', 'erasure_id'])
      .where('tenant_id', '=', context.tenantId)
      .where('erasure_id', 'in', chunk)
      .execute();
    for (const row of rows) {
      hashes.set(row.erasure_id, (hashes.get(row.erasure_id) ?? new Set()).add(row.identifier_hash));
    }
  }
  const standIn = (own: ReadonlySet<string>) =>
    erasedPerson((identifiers) => telling(identifiers).some((each) => own.has(hashOf(context, each))));
  return new Map([...hashes].map(([id, own]) => [id, standIn(own)]));
}
