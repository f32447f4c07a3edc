// The store of a bot that was stopped, as somebody with the database and without the key reaches it: by SQL, on the
// embedded file or on a server, and brought back to what it was afterwards.
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { Client } from 'pg';
import { inSchema, newSchemaName, onServer } from '../contracts/store-under-test';

/** Tables of the audit. */
const TABLES = ['audit', 'audit_heads', 'audit_people'];
const KEPT = '.kept';

export interface ReachedStore {
  name: string;
  /** A file can be copied, and any byte can be written into it. */
  kind: 'file' | 'server';
  /** Variables that make the bot use it; the embedded one is where the stage puts it. */
  env: Record<string, string>;
  /** Before the bot starts. */
  prepare(): Promise<void>;
  run(dataDir: string, ...statements: string[]): Promise<void>;
  /** The first column of the first row. */
  value(dataDir: string, query: string): Promise<unknown>;
  /** What `restore` goes back to. */
  keep(dataDir: string): Promise<void>;
  restore(dataDir: string): Promise<void>;
  remove(): Promise<void>;
}

const fileIn = (dataDir: string) => path.join(dataDir, 'store.db');

function withFile<T>(dataDir: string, work: (database: InstanceType<typeof Libsql>) => T): T {
  const database = new Libsql(fileIn(dataDir));
  try {
    return work(database);
  } finally {
    // As the bot leaves it: everything in the one file.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  }
}

export function embeddedStore(): ReachedStore {
  return {
    name: 'the embedded store',
    kind: 'file',
    env: {},
    prepare: async () => {},
    run: async (dataDir, ...statements) =>
      withFile(dataDir, (database) => statements.forEach((statement) => void database.exec(statement))),
    value: async (dataDir, query) =>
      withFile(dataDir, (database) => Object.values(database.prepare(query).get() as object)[0] as unknown),
    keep: async (dataDir) => copyFileSync(fileIn(dataDir), fileIn(dataDir) + KEPT),
    restore: async (dataDir) => copyFileSync(fileIn(dataDir) + KEPT, fileIn(dataDir)),
    remove: async () => {},
  };
}

/** In a schema of its own, which goes with `remove`. */
export function serverStore(serverUrl: string): ReachedStore {
  const schema = newSchemaName();
  const url = inSchema(serverUrl, schema);
  const run = async (...statements: string[]) => {
    for (const statement of statements) await onServer(url, statement);
  };
  return {
    name: 'PostgreSQL',
    kind: 'server',
    env: { DATABASE_URL: url, STORE_KEY: 'a store key of the tests, long enough' },
    prepare: () => onServer(serverUrl, `create schema ${schema}`),
    run: (_dataDir, ...statements) => run(...statements),
    value: async (_dataDir, query) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>(query);
      await client.end();
      return Object.values(rows[0] ?? {})[0];
    },
    keep: () => run(...TABLES.map((table) => `create table kept_${table} as select * from ${table}`)),
    restore: () =>
      run(...TABLES.flatMap((table) => [`delete from ${table}`, `insert into ${table} select * from kept_${table}`])),
    remove: () => onServer(serverUrl, `drop schema ${schema} cascade`),
  };
}

/** Both kinds where there is a server. */
export function reachedStores(): ReachedStore[] {
  const serverUrl = process.env.TEST_DATABASE_URL;
  return serverUrl === undefined ? [embeddedStore()] : [embeddedStore(), serverStore(serverUrl)];
}
