// Opens a store to erase persons from it. The embedded store has to be the bot's no longer; a database server may serve
// running replicas meanwhile.
import { erasePerson, type Erased } from './erase-person';
import { openContext, type StoreOptions } from './open-context';
import { SqlAuditTrail } from './sql-audit-trail';

export type { Erased };

export interface OpenedErasure {
  /** Null when nothing is known of the person, and then nothing is changed. `objectId`: Entra's, in any case. */
  erase(objectId: string): Promise<Erased | null>;
  /** Takes what was erased out of the files as well. Throws BotError. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** Throws StoreRefusal and BotError as `openStore` does. */
export async function openErasure(options: StoreOptions): Promise<OpenedErasure> {
  const context = await openContext(options);
  const { database, now } = context;
  const auditTrail = new SqlAuditTrail(context);
  return {
    erase: (objectId) =>
      database.write((transaction) => erasePerson(transaction, context, auditTrail, objectId, now())),
    scrub: () => database.change(() => database.driver.scrubWhole()),
    close: () => database.driver.close(),
  };
}
