// Which pseudonym key the aliases of a store are under: a keyed check value, sealed, that says nothing of the key.
import { createHmac } from 'node:crypto';
import type { Reader, Connection } from './database';
import type { StoreContext } from './store-context';

const NAME = 'pseudonymKeyProof';
const PLACE = `kept_secrets.sealed_value:${NAME}`;

type Proven = Pick<StoreContext, 'tenantId' | 'seal' | 'pseudonymProof'>;

export function proofOf(pseudonymKey: string, tenantId: string): string {
  return createHmac('sha256', pseudonymKey).update(`${NAME}\u0000${tenantId}`).digest('hex');
}

/** Null in a store that never had one. */
export async function readProof(reader: Reader, { tenantId, seal }: Proven): Promise<string | null> {
  const row = await reader
    .selectFrom('kept_secrets')
    .select('sealed_value')
    .where('tenant_id', '=', tenantId)
    .where('name', '=', NAME)
    .executeTakeFirst();
  return row === undefined ? null : seal.unseal(row.sealed_value, PLACE);
}

export async function writeProof(
  connection: Pick<Connection, 'insertInto'>,
  { tenantId, seal, pseudonymProof }: Proven,
): Promise<void> {
  const sealed = seal.seal(pseudonymProof, PLACE);
  await connection
    .insertInto('kept_secrets')
    .values({ tenant_id: tenantId, name: NAME, sealed_value: sealed })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet({ sealed_value: sealed }))
    .execute();
}
