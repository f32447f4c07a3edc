// Opens the store: driver, lock, keys and schema, then one keeper for each promise. The only door of this room.
import { keepersOf, type Keepers } from './keepers';
import { findPseudonymKey, proveStoreKey } from './kept-secrets';
import { migrate } from './migrate';
import { openSource, type StoreLocation } from './open-source';
import { Sealer } from './seal';

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

export interface Store extends Keepers {
  embedded: boolean;
  /** Keyed hash of an id, for logs. */
  anonymise(id: string): string;
  /** May be called twice. */
  close(): Promise<void>;
}

/**
 * Opens or makes the store and brings its schema up to date. Throws StoreRefusal (a BotError `storeUnusable` whose
 * message says what to do) for a wrong key, a newer schema, loose file modes or a second process; BotError `storeBusy`
 * when the database server does not answer.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { database, storeKey } = openSource(options, 'readWrite');
  try {
    await migrate(database);
    const { tenantId, holder, leaseMs, resendAfterMs = DEFAULT_RESEND_AFTER_MS, now = Date.now } = options;
    const seal = new Sealer(storeKey, tenantId);
    await proveStoreKey(database, tenantId, seal, true);
    const pseudonymKey = await findPseudonymKey(database, tenantId, seal, options.pseudonymKey);
    const context = { database, tenantId, seal, pseudonymKey, holder, leaseMs, resendAfterMs, now };
    return {
      ...keepersOf(context),
      embedded: database.driver.embedded,
      anonymise: (id) => seal.anonymise(id),
      close: () => database.driver.close(),
    };
  } catch (error) {
    await database.driver.close();
    throw error;
  }
}
