// PostgreSQL for several replicas: a bounded pool whose every wait has an end.
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool, TypeOverrides } from 'pg';
import { BotError } from '../domain/errors';
import type { SqlDriver } from './sql-driver';
import type { Tables } from './tables';

export const POOL_SIZE = 10;
export const CONNECT_TIMEOUT_MS = 5_000;
export const STATEMENT_TIMEOUT_MS = 10_000;
/** Longer than the server's own limit, for a server that went silent. */
export const SILENCE_TIMEOUT_MS = 15_000;
/** PostgreSQL binds at most 65,535 values a statement. */
const ROWS_PER_STATEMENT = 1_000;

const EMPTIED = ['alerts', 'alert_details', 'alert_history', 'alert_people', 'people', 'person_identifiers'];

const INT8 = 20;
/** Any number, the same in every replica. */
const SCHEMA_LOCK = 7_041_975;

// SQLSTATE classes that pass by themselves: connection, resources, an operator's intervention, lost races.
const PASSING = /^(08|53|57P|57014|55P03|40)/;
const RETRY = /^(40001|40P01)$/;
const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'];
// node-postgres gives these three no code; the words are constants of its source.
const UNCODED = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  // Several addresses were tried: each has its own error, and the first speaks for them.
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'message' in error && UNCODED.test(String(error.message)) ? 'noAnswer' : null;
}

function translate(error: unknown): BotError | null {
  const code = codeOf(error);
  if (code === null) return null;
  const passing = PASSING.test(code) || NETWORK.includes(code) || code === 'noAnswer';
  const isSqlState = /^[0-9A-Z]{5}$/.test(code);
  if (!passing && !isSqlState) return null;
  return new BotError(passing ? 'storeBusy' : 'storeUnusable', { from: 'store', detail: code, cause: error });
}

function createPool(databaseUrl: string, readOnly: boolean): Pool {
  const types = new TypeOverrides();
  types.setTypeParser(INT8, (text) => Number(text));
  const pool = new Pool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: SILENCE_TIMEOUT_MS,
    idle_in_transaction_session_timeout: SILENCE_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'irm-alerts-bot',
    types,
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  if (readOnly)
    pool.on('connect', (client) => void client.query('set default_transaction_read_only = on').catch(() => {}));
  return pool;
}

/** Connects at the first query. */
export function openPostgresDriver(databaseUrl: string, readOnly: boolean): SqlDriver {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: createPool(databaseUrl, readOnly) }) });
  let closing: Promise<void> | null = null;
  return {
    embedded: false,
    kysely,
    rowId: 'bigint generated always as identity primary key',
    rowsPerStatement: ROWS_PER_STATEMENT,
    lockSchema: async (transaction: Transaction<Tables>) => {
      await sql`select pg_advisory_xact_lock(${SCHEMA_LOCK})`.execute(transaction);
    },
    tableExists: async (name) => {
      const found = await sql<{ at: string | null }>`select to_regclass(${name})::text as at`.execute(kysely);
      return (found.rows[0]?.at ?? null) !== null;
    },
    lockFreeRows: (query) => query.forUpdate('outbox').skipLocked(),
    scrub: async () => {
      // Only the tables that removal empties; what the server writes elsewhere (its log, backups) is the server's own.
      await sql.raw(`vacuum ${EMPTIED.join(', ')}`).execute(kysely);
    },
    scrubWhole: async () => {
      await sql.raw(`vacuum ${EMPTIED.join(', ')}`).execute(kysely);
    },
    // The server takes no text that is not in its encoding.
    asStored: (column) => sql.ref(column),
    translate,
    isWorthRetrying: (error) => RETRY.test(codeOf(error) ?? ''),
    close: () => (closing ??= kysely.destroy()),
  };
}
