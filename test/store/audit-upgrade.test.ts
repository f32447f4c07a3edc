// An audit begun by a version that knew no hunts holds under this one, and goes on.
import { sql } from 'kysely';
import { CHAIN_START } from '../../src/store/audit-chain';
import { sealHead } from '../../src/store/audit-head';
import { ALL_MIGRATIONS } from '../../src/store/migrations/all-migrations';
import { openAuditReader } from '../../src/store/open-audit-reader';
import { openSource } from '../../src/store/open-source';
import { openStore } from '../../src/store/open-store';
import { Sealer } from '../../src/store/seal';
import { START_MS } from '../builders/instants';
import { HOME_TENANT } from '../builders/people';
import { embeddedAt, placesForStores } from './embedded-places';

const STORE_KEY = 'a store key of the tests';
/** The newest schema without a hunt's columns. */
const FORMER_SCHEMA = 4;
const AT = '2026-11-23T06:00:00.000Z';

/** Three rows as that version wrote them: nine columns under each hash. */
async function writeFormerAudit(dataDir: string): Promise<void> {
  const { database } = openSource(embeddedAt(dataDir, { storeKey: STORE_KEY }), 'readWrite');
  const seal = new Sealer(STORE_KEY, HOME_TENANT);
  await database.write(async (transaction) => {
    const run = (statement: string) => sql.raw(statement).execute(transaction);
    await run('create table schema_versions (number integer not null primary key, name text, applied_at text)');
    for (const { number, name, statements } of ALL_MIGRATIONS.slice(0, FORMER_SCHEMA)) {
      for (const statement of statements(database.driver.rowId)) await run(statement);
      await transaction.insertInto('schema_versions').values({ number, name, applied_at: AT }).execute();
    }
    let hash = CHAIN_START;
    for (const seq of [1, 2, 3]) {
      const columns = [seq, AT, 'alert.start', 'applied', null, 1000 + seq, null, null, hash];
      hash = seal.auditHash(JSON.stringify(columns));
      const row = sql.join([HOME_TENANT, ...columns, hash]);
      await sql`insert into audit values (${row})`.execute(transaction);
    }
    const head = sealHead(seal, { seq: 3, hash });
    await transaction.insertInto('audit_heads').values({ tenant_id: HOME_TENANT, sealed_head: head }).execute();
  });
  await database.driver.close();
}

const place = placesForStores();

it('an audit holds after the schema was brought up to date, with a hunt appended to it', async () => {
  const dataDir = place();
  await writeFormerAudit(dataDir);
  const store = await openStore(embeddedAt(dataDir, { storeKey: STORE_KEY }));
  const window = { from: '2026-11-16T06:00:00Z', to: '2026-11-23T06:00:00Z' };
  const hunt = { queryHash: 'f'.repeat(64), window, rowCount: 2 };
  const what = { outcome: 'applied', actorObjectId: null, alertNumber: null, cardRef: null, reason: null } as const;
  expect(await store.auditTrail.append({ action: 'huntUploads', ...what, hunt }, START_MS)).toBe(4);
  await store.close();
  const audit = await openAuditReader(embeddedAt(dataDir, { storeKey: STORE_KEY }), HOME_TENANT);
  const { done, value } = await audit.reader.faults().next();
  await audit.close();
  expect([done, value]).toEqual([true, { rows: 4, head: expect.objectContaining({ seq: 4 }) as unknown }]);
});
