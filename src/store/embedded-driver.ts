// SQLite by way of libsql, for one process on one disk: every commit reaches the disk before it returns.
import Libsql from 'libsql';
import { Kysely, SqliteDialect, sql, type Transaction } from 'kysely';
import { BotError } from '../domain/errors';
import type { SqlDriver } from './sql-driver';
import type { Tables } from './tables';

/** How long a statement waits for a reader such as a backup tool. */
export const BUSY_TIMEOUT_MS = 5_000;
/** SQLite binds at most 32,766 values a statement; no table here has more than 24 columns. */
const ROWS_PER_STATEMENT = 500;

const PASSING = ['SQLITE_BUSY', 'SQLITE_LOCKED'];

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  if (typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') ? error.code : null;
}

function translate(error: unknown): BotError | null {
  const code = codeOf(error);
  if (code === null) return null;
  const passing = PASSING.some((prefix) => code.startsWith(prefix));
  return new BotError(passing ? 'storeBusy' : 'storeUnusable', { from: 'store', detail: code, cause: error });
}

function openFile(path: string, readOnly: boolean): InstanceType<typeof Libsql> {
  const database = new Libsql(path, { timeout: BUSY_TIMEOUT_MS });
  const settings = [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    // What is deleted is overwritten with zeros and not merely given free.
    'secure_delete = ON',
    `busy_timeout = ${BUSY_TIMEOUT_MS}`,
  ];
  if (readOnly) settings.push('query_only = ON');
  for (const setting of settings) database.exec(`PRAGMA ${setting}`);
  return database;
}

/** What was overwritten stands in the log beside the file until that is moved and cut. */
const CUT_LOG = 'PRAGMA wal_checkpoint(TRUNCATE)';

/** Writes the file anew, without what its pages held before; the copy this takes stays out of the temporary directory. */
const WRITE_ANEW = 'PRAGMA temp_store = MEMORY; VACUUM';
/** The library ends the whole process at a text that is no UTF-8, as one flipped bit makes it, and no caller can catch that. */
function asStored(column: string) {
  const text = sql.ref(column);
  return sql`case when ${text} glob '*[^ -~]*' or instr(${text}, char(0)) > 0 then cast(${text} as blob) else ${text} end`;
}

/** Leaves everything in the one file, so that a copy of it is whole. */
async function closeFile(database: InstanceType<typeof Libsql>, kysely: Kysely<Tables>): Promise<void> {
  try {
    database.exec(CUT_LOG);
  } catch {
    // What could not be moved stays in the file beside it, from which the next opening reads it.
  }
  database.close();
  await kysely.destroy();
}

/** Opens the file, which exists already with its mode. Throws BotError `storeUnusable` when it is no database. */
export function openEmbeddedDriver(path: string, readOnly: boolean, release: () => void): SqlDriver {
  let database: InstanceType<typeof Libsql>;
  try {
    database = openFile(path, readOnly);
  } catch (error) {
    throw translate(error) ?? error;
  }
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  let closing: Promise<void> | null = null;
  return {
    embedded: true,
    kysely,
    rowId: 'integer primary key autoincrement',
    rowsPerStatement: ROWS_PER_STATEMENT,
    // One process, one connection: whoever is in a transaction is alone.
    lockSchema: async (_transaction: Transaction<Tables>) => {},
    tableExists: async (name) =>
      database.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`).all(name).length > 0,
    lockFreeRows: (query) => query,
    scrub: async () => void database.exec(CUT_LOG),
    scrubWhole: async () => {
      database.exec(WRITE_ANEW);
      database.exec(CUT_LOG);
    },
    asStored,
    translate,
    isWorthRetrying: () => false,
    close: () => (closing ??= closeFile(database, kysely).finally(release)),
  };
}
