// What has to be right before anybody reads or writes: driver and lock, schema, keys.
import { aliasCandidate } from '../domain/pseudonym';
import { endDeadProcesses } from './dead-processes';
import { findPseudonymKey, keyGiven, proveStoreKey } from './kept-secrets';
import { migrate } from './migrate';
import { openSource, type StoreLocation } from './open-source';
import { proofOf } from './pseudonym-proof';
import { renewAliases } from './rotate-aliases';
import { Sealer } from './seal';
import type { StoreContext } from './store-context';

export const DEFAULT_RESEND_AFTER_MS = 120_000;

export interface StoreOptions extends StoreLocation {
  /** Null: made once and kept sealed in the store. */
  pseudonymKey: string | null;
  tenantId: string;
  /** Names this process in claims; another one in every process and at every start. */
  holder: string;
  /** How long a claim of a process that died lasts. */
  leaseMs: number;
  /** How long a post that a dead process was sending may be recognised before it is sent once more. */
  resendAfterMs?: number;
  /** Milliseconds since the epoch, for the promises that are not told the time. */
  now?: () => number;
}

export interface OpenedContext extends StoreContext {
  /** People who have another alias than before, since the pseudonym key is another one. */
  aliasesRenewed: number;
}

/** Throws StoreRefusal and BotError as `openStore` says; nothing stays open then. */
export async function openContext(options: StoreOptions): Promise<OpenedContext> {
  const { database, storeKey } = openSource(options, 'readWrite');
  try {
    await migrate(database);
    const { tenantId, holder, leaseMs, resendAfterMs = DEFAULT_RESEND_AFTER_MS, now = Date.now } = options;
    const seal = new Sealer(storeKey, tenantId);
    await proveStoreKey(database, tenantId, seal, true);
    const pseudonymKey = await findPseudonymKey(database, tenantId, seal, options.pseudonymKey);
    const candidate = (personKey: string) => aliasCandidate(pseudonymKey, tenantId, personKey);
    const pseudonymProof = proofOf(pseudonymKey, tenantId);
    const keys = { seal, aliasCandidate: candidate, pseudonymProof };
    const context = { database, tenantId, ...keys, holder, leaseMs, resendAfterMs, now };
    const aliasesRenewed = await renewAliases(context, keyGiven(options.pseudonymKey) !== null);
    if (database.driver.embedded) await endDeadProcesses(context);
    return { ...context, aliasesRenewed };
  } catch (error) {
    await database.driver.close();
    throw error;
  }
}
