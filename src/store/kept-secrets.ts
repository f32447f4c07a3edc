// Secrets that live in the store itself, sealed: the proof that STORE_KEY is the right one, and the pseudonym key.
import { randomBytes } from 'node:crypto';
import type { Connection, Database } from './database';
import type { Sealer } from './seal';
import { StoreRefusal } from './store-refusal';

const KEY_BYTES = 32;
const KEY_PROOF = 'storeKeyProof';
const PSEUDONYM_KEY = 'pseudonymKey';

const placeOf = (name: string) => `kept_secrets.sealed_value:${name}`;

async function readSealed(database: Database, tenantId: string, name: string): Promise<string | null> {
  const row = await database.read((connection) =>
    connection
      .selectFrom('kept_secrets')
      .select('sealed_value')
      .where('tenant_id', '=', tenantId)
      .where('name', '=', name)
      .executeTakeFirst(),
  );
  return row?.sealed_value ?? null;
}

/** The first to keep a secret wins; replicas that start together all read the same one. */
async function keepOnce(database: Database, tenantId: string, name: string, sealed: string): Promise<string> {
  await database.change((connection) =>
    connection
      .insertInto('kept_secrets')
      .values({ tenant_id: tenantId, name, sealed_value: sealed })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doNothing())
      .execute(),
  );
  return (await readSealed(database, tenantId, name)) ?? sealed;
}

function opens(seal: Sealer, sealed: string): boolean {
  try {
    return seal.unseal(sealed, placeOf(KEY_PROOF)) === KEY_PROOF;
  } catch {
    return false;
  }
}

/** Throws StoreRefusal `wrongStoreKey`; `mayWrite` leaves the proof in a store that has none. */
export async function proveStoreKey(
  database: Database,
  tenantId: string,
  seal: Sealer,
  mayWrite: boolean,
): Promise<void> {
  const kept = await readSealed(database, tenantId, KEY_PROOF);
  if (kept === null && !mayWrite) return;
  const fresh = () => keepOnce(database, tenantId, KEY_PROOF, seal.seal(KEY_PROOF, placeOf(KEY_PROOF)));
  if (opens(seal, kept ?? (await fresh()))) return;
  throw new StoreRefusal(
    'wrongStoreKey',
    'STORE_KEY (or store.key) is not the key this store was made with: set the former key, or restore both from one backup.',
  );
}

/** The key the store made for itself is in use no longer; with it, old aliases could still be worked out. */
export async function forgetKeptKey(connection: Pick<Connection, 'deleteFrom'>, tenantId: string): Promise<void> {
  await connection
    .deleteFrom('kept_secrets')
    .where('tenant_id', '=', tenantId)
    .where('name', '=', PSEUDONYM_KEY)
    .execute();
}

/** Null for a blank one, which is none. */
export function keyGiven(given: string | null): string | null {
  return given !== null && given.trim() !== '' ? given : null;
}

/** The given key, else the kept one, else a new one, kept sealed. */
export async function findPseudonymKey(
  database: Database,
  tenantId: string,
  seal: Sealer,
  given: string | null,
): Promise<string> {
  const own = keyGiven(given);
  if (own !== null) return own;
  const kept = await readSealed(database, tenantId, PSEUDONYM_KEY);
  if (kept !== null) return seal.unseal(kept, placeOf(PSEUDONYM_KEY));
  const sealed = seal.seal(randomBytes(KEY_BYTES).toString('base64'), placeOf(PSEUDONYM_KEY));
  return seal.unseal(await keepOnce(database, tenantId, PSEUDONYM_KEY, sealed), placeOf(PSEUDONYM_KEY));
}
