// Stores with a database behind them, opened as often as a suite likes on the same rows, under one pseudonym key or another.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { erasePerson, type Erased } from '../../src/store/erase-person';
import { keepersOf } from '../../src/store/keepers';
import { openContext, type OpenedContext, type StoreOptions } from '../../src/store/open-context';
import { SqlAuditTrail } from '../../src/store/sql-audit-trail';
import { START_MS } from '../builders/instants';
import { HOME_TENANT } from '../builders/people';
import {
  HOLDER,
  inSchema,
  LEASE_MS,
  newSchemaName,
  onServer,
  TEST_DATABASE_URL,
  type StoreUnderTest,
} from './store-under-test';

export interface StoreOverDatabase extends StoreUnderTest {
  context: OpenedContext;
  erase(objectId: string): Promise<Erased | null>;
}

export interface Ground {
  /** The embedded store is closed first wherever it is open; a server serves both. */
  open(pseudonymKey?: string | null): Promise<StoreOverDatabase>;
  /** Null on a server. */
  dataDir: string | null;
  remove(): Promise<void>;
}

export interface DatabaseKind {
  name: string;
  prepare(): Promise<Ground>;
}

export const FIRST_KEY = 'the first pseudonym key of the tests';

function overContext(context: OpenedContext, clock: { now: number }): StoreOverDatabase {
  const { database } = context;
  const auditTrail = new SqlAuditTrail(context);
  return {
    ...keepersOf(context),
    clock,
    context,
    outboxOf: (holder) => keepersOf({ ...context, holder }).cardOutbox,
    huntLogOf: (holder) => keepersOf({ ...context, holder }).huntLog,
    erase: (objectId) => database.write((change) => erasePerson(change, context, auditTrail, objectId, clock.now)),
    close: () => database.driver.close(),
  };
}

type Location = Pick<StoreOptions, 'databaseUrl' | 'dataDir' | 'storeKey'>;

function ground(location: Location, remove: () => Promise<void>): Ground {
  const clock = { now: START_MS };
  const common = { tenantId: HOME_TENANT, holder: HOLDER, leaseMs: LEASE_MS, now: () => clock.now };
  const opened: StoreOverDatabase[] = [];
  const closeAll = async () => {
    for (const store of opened.splice(0)) await store.close();
  };
  return {
    dataDir: location.databaseUrl === null ? location.dataDir : null,
    open: async (pseudonymKey = FIRST_KEY) => {
      if (location.databaseUrl === null) await closeAll();
      const store = overContext(await openContext({ ...common, ...location, pseudonymKey }), clock);
      opened.push(store);
      return store;
    },
    remove: async () => {
      await closeAll();
      await remove();
    },
  };
}

async function embedded(): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-'));
  return ground({ databaseUrl: null, dataDir, storeKey: null }, async () => rmSync(dataDir, { recursive: true }));
}

async function onPostgres(databaseUrl: string): Promise<Ground> {
  const schema = newSchemaName();
  await onServer(databaseUrl, `create schema ${schema}`);
  const storeKey = 'a store key of the tests, long enough';
  const location = { databaseUrl: inSchema(databaseUrl, schema), dataDir: '', storeKey };
  return ground(location, () => onServer(databaseUrl, `drop schema ${schema} cascade`));
}

export function databaseKinds(): DatabaseKind[] {
  const kinds: DatabaseKind[] = [{ name: 'embedded', prepare: embedded }];
  const databaseUrl = TEST_DATABASE_URL;
  if (databaseUrl !== null) kinds.push({ name: 'PostgreSQL', prepare: () => onPostgres(databaseUrl) });
  return kinds;
}

/** An empty database for every test of a suite. */
export function eachGround(prepare: DatabaseKind['prepare']): () => Ground {
  let prepared: Ground | null = null;
  beforeEach(async () => {
    prepared = await prepare();
  });
  afterEach(async () => {
    await prepared?.remove();
    prepared = null;
  });
  return () => {
    if (prepared === null) throw new Error('the ground is prepared before each test');
    return prepared;
  };
}
