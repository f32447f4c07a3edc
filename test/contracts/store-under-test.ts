// One store of each kind, empty, for the contract suites: in memory, embedded in a directory of its own, and on
// PostgreSQL in a schema of its own when TEST_DATABASE_URL names a server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { CardOutbox } from '../../src/ports/card-outbox';
import type { HuntLog } from '../../src/ports/hunt-log';
import { keepersOf, type Keepers } from '../../src/store/keepers';
import { openContext } from '../../src/store/open-context';
import type { StoreContext } from '../../src/store/store-context';
import { START_MS } from '../builders/instants';
import { HOME_TENANT } from '../builders/people';
import { createFakeStore } from '../fakes/fake-store';

export const LEASE_MS = 30_000;
export const RESEND_AFTER_MS = 120_000;
export const HOLDER = 'replica one';

export interface StoreUnderTest extends Keepers {
  clock: { now: number };
  /** This and the next: as another process on the same rows sees them. */
  outboxOf(holder: string): CardOutbox;
  huntLogOf(holder: string): HuntLog;
  close(): Promise<void>;
}

export interface StoreKind {
  name: string;
  make(): Promise<StoreUnderTest>;
}

function overContext(context: StoreContext, clock: { now: number }, cleanUp: () => Promise<void>): StoreUnderTest {
  return {
    ...keepersOf(context),
    clock,
    outboxOf: (holder) => keepersOf({ ...context, holder }).cardOutbox,
    huntLogOf: (holder) => keepersOf({ ...context, holder }).huntLog,
    close: async () => {
      await context.database.driver.close();
      await cleanUp();
    },
  };
}

const common = (clock: { now: number }) => ({
  pseudonymKey: 'a pseudonym key of the tests',
  tenantId: HOME_TENANT,
  holder: HOLDER,
  leaseMs: LEASE_MS,
  resendAfterMs: RESEND_AFTER_MS,
  now: () => clock.now,
});

async function makeFake(): Promise<StoreUnderTest> {
  const clock = { now: START_MS };
  const store = createFakeStore({ ...common(clock), tenantId: HOME_TENANT });
  return { ...store, clock, huntLogOf: (by) => store.huntLog.of(by), close: async () => {} };
}

async function makeEmbedded(): Promise<StoreUnderTest> {
  const clock = { now: START_MS };
  const dataDir = mkdtempSync(join(tmpdir(), 'store-'));
  const context = await openContext({ ...common(clock), databaseUrl: null, dataDir, storeKey: null });
  return overContext(context, clock, async () => rmSync(dataDir, { recursive: true }));
}

/** Runs one statement on the server itself. */
export async function onServer(databaseUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export function inSchema(databaseUrl: string, schema: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

export const newSchemaName = () => `irm_test_${randomBytes(6).toString('hex')}`;

async function makePostgres(databaseUrl: string): Promise<StoreUnderTest> {
  const clock = { now: START_MS };
  const schema = newSchemaName();
  await onServer(databaseUrl, `create schema ${schema}`);
  const storeKey = 'a store key of the tests, long enough';
  const location = { databaseUrl: inSchema(databaseUrl, schema), dataDir: '', storeKey };
  const context = await openContext({ ...common(clock), ...location });
  return overContext(context, clock, () => onServer(databaseUrl, `drop schema ${schema} cascade`));
}

/** Null: the suites that need a server say so and leave it out. */
export const TEST_DATABASE_URL = process.env.TEST_DATABASE_URL ?? null;

export function storeKinds(): StoreKind[] {
  const kinds: StoreKind[] = [
    { name: 'in memory', make: makeFake },
    { name: 'embedded', make: makeEmbedded },
  ];
  const databaseUrl = TEST_DATABASE_URL;
  if (databaseUrl !== null) kinds.push({ name: 'PostgreSQL', make: () => makePostgres(databaseUrl) });
  return kinds;
}

/** A fresh store for every test of a suite. */
export function eachTest(make: StoreKind['make']): () => StoreUnderTest {
  let store: StoreUnderTest | null = null;
  beforeEach(async () => {
    store = await make();
  });
  afterEach(async () => {
    await store?.close();
    store = null;
  });
  return () => {
    if (store === null) throw new Error('the store is made before each test');
    return store;
  };
}
