// Gives every new person the shortest alias that nobody else has. Inside the caller's transaction.
import type { Transaction } from 'kysely';
import { ALIAS_MAX_LENGTH, ALIAS_MIN_LENGTH, shortestFreeAlias } from '../domain/pseudonym';
import { inChunks } from './database';
import type { PersonRow } from './known-people';
import { readProof } from './pseudonym-proof';
import type { StoreContext } from './store-context';
import { StoreRefusal } from './store-refusal';
import type { Tables } from './tables';

const VALUES_PER_STATEMENT = 5_000;

async function takenAliases(
  transaction: Transaction<Tables>,
  context: StoreContext,
  candidates: readonly string[],
): Promise<Set<string>> {
  const lengths = Array.from({ length: ALIAS_MAX_LENGTH - ALIAS_MIN_LENGTH + 1 }, (_, step) => ALIAS_MIN_LENGTH + step);
  const prefixes = [...new Set(candidates.flatMap((candidate) => lengths.map((length) => candidate.slice(0, length))))];
  const taken = new Set<string>();
  for (const chunk of inChunks(prefixes, VALUES_PER_STATEMENT)) {
    const rows = await transaction
      .selectFrom('people')
      .select('alias')
      .where('tenant_id', '=', context.tenantId)
      .where('alias', 'in', chunk)
      .execute();
    for (const row of rows) taken.add(row.alias);
  }
  return taken;
}

/** Another process was started with another key meanwhile: an alias of ours would be one of the former ones. */
async function refuseFormerKey(transaction: Transaction<Tables>, context: StoreContext): Promise<void> {
  const proof = await readProof(transaction, context);
  if (proof === null || proof === context.pseudonymProof) return;
  throw new StoreRefusal(
    'pseudonymKeyReplaced',
    'PSEUDONYM_KEY was replaced while this process ran: start it again with the key that the others have.',
  );
}

/** Throws StoreRefusal `aliasesExhausted`, `pseudonymKeyReplaced`. */
export async function nameNewcomers(
  transaction: Transaction<Tables>,
  context: StoreContext,
  newcomers: readonly PersonRow[],
): Promise<void> {
  if (newcomers.length === 0) return;
  await refuseFormerKey(transaction, context);
  const candidates = newcomers.map((person) => context.aliasCandidate(person.personKey));
  const taken = await takenAliases(transaction, context, candidates);
  newcomers.forEach((person, index) => {
    const alias = shortestFreeAlias(candidates[index] ?? '', (wanted) => taken.has(wanted));
    if (alias === null) throw new StoreRefusal('aliasesExhausted', 'No alias is left for a new person.');
    person.alias = alias;
    taken.add(alias);
  });
}
