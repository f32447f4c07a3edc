// Brings the schema up to this version: one transaction, one replica at a time, and never backwards.
import { sql, type Transaction } from 'kysely';
import type { Database, Reader } from './database';
import { ALL_MIGRATIONS } from './migrations/all-migrations';
import type { Migration } from './migrations/migration';
import { StoreRefusal } from './store-refusal';
import type { Tables } from './tables';

/** The newest schema this version knows; numbers may have gaps. */
export const SCHEMA_NUMBER = Math.max(...ALL_MIGRATIONS.map(({ number }) => number));

async function currentNumber(connection: Reader): Promise<number> {
  const newest = await connection
    .selectFrom('schema_versions')
    .select((of) => of.fn.max('number').as('number'))
    .executeTakeFirst();
  return newest?.number ?? 0;
}

function refuseNewer(found: number): void {
  if (found <= SCHEMA_NUMBER) return;
  throw new StoreRefusal(
    'newerSchema',
    `The store has schema ${found}, this version knows up to ${SCHEMA_NUMBER}: start the newer version, or restore a backup made before the upgrade.`,
  );
}

async function apply(transaction: Transaction<Tables>, migration: Migration, rowId: string): Promise<void> {
  for (const statement of migration.statements(rowId)) await sql.raw(statement).execute(transaction);
  await transaction
    .insertInto('schema_versions')
    .values({ number: migration.number, name: migration.name, applied_at: new Date().toISOString() })
    .execute();
}

/** Safe when many replicas start at once. Throws StoreRefusal `newerSchema`; BotError `storeBusy`, `storeUnusable`. */
export async function migrate(database: Database): Promise<void> {
  await database.write(async (transaction) => {
    await database.driver.lockSchema(transaction);
    await sql`create table if not exists schema_versions (
      number integer not null primary key, name text not null, applied_at text not null)`.execute(transaction);
    const found = await currentNumber(transaction);
    refuseNewer(found);
    for (const migration of ALL_MIGRATIONS.filter(({ number }) => number > found)) {
      await apply(transaction, migration, database.driver.rowId);
    }
  });
}

/** For readers that may not change anything. Throws StoreRefusal `noStore`, `olderSchema`, `newerSchema`. */
export async function requireCurrentSchema(database: Database): Promise<void> {
  const exists = await database.read(() => database.driver.tableExists('schema_versions'));
  if (!exists) throw new StoreRefusal('noStore', 'There is no store here yet: start the bot once.');
  const found = await database.read((connection) => currentNumber(connection));
  refuseNewer(found);
  if (found < SCHEMA_NUMBER) {
    throw new StoreRefusal('olderSchema', `The store has schema ${found}: start this version of the bot once first.`);
  }
}
