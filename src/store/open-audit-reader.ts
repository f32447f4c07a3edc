// Opens a store to read its audit and nothing else: no schema is changed, no key made, no row written.
import { AuditReader } from './audit-reader';
import { proveStoreKey } from './kept-secrets';
import { requireCurrentSchema } from './migrate';
import { openSource, type StoreLocation } from './open-source';
import { Sealer } from './seal';

export interface OpenedAudit {
  reader: AuditReader;
  close(): Promise<void>;
}

/**
 * Throws StoreRefusal: `openElsewhere` while the bot runs on the embedded store, `noStore`, `wrongStoreKey`, another
 * schema, loose file modes. Throws BotError `storeBusy` when the database server does not answer.
 */
export async function openAuditReader(location: StoreLocation, tenantId: string): Promise<OpenedAudit> {
  const { database, storeKey } = openSource(location, 'readOnly');
  try {
    await requireCurrentSchema(database);
    const seal = new Sealer(storeKey, tenantId);
    await proveStoreKey(database, tenantId, seal, false);
    return { reader: new AuditReader(database, tenantId, seal), close: () => database.driver.close() };
  } catch (error) {
    await database.driver.close();
    throw error;
  }
}
