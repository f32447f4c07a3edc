import { createServer, type AddressInfo, type Server } from 'node:net';
import { Client } from 'pg';
import { openAuditReader } from '../../src/store/open-audit-reader';
import { openContext } from '../../src/store/open-context';
import { openSource } from '../../src/store/open-source';
import { openStore, type Store } from '../../src/store/open-store';
import { CONNECT_TIMEOUT_MS } from '../../src/store/postgres-driver';
import { HUNT_LEFT_AFTER_MS } from '../../src/store/sql-hunt-log';
import { alertId, anAlert } from '../builders/alert';
import { START_MS } from '../builders/instants';
import { HOME_TENANT } from '../builders/people';
import { decided } from '../contracts/decisions';
import { inSchema, newSchemaName, onServer, TEST_DATABASE_URL } from '../contracts/store-under-test';
import { embeddedAt } from './embedded-places';

const storeKey = 'a store key of the tests, long enough';
const at = (databaseUrl: string, holder = 'one') => embeddedAt('', { databaseUrl, storeKey, holder });

describe('a database server that cannot be used', () => {
  let server: Server | null = null;
  afterEach(() => void server?.close());

  it('is called busy when nobody listens', async () => {
    server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server?.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server?.close(resolve));
    server = null;
    const opening = openStore(at(`postgres://nobody@127.0.0.1:${port}/none`));
    await expect(opening).rejects.toMatchObject({ code: 'storeBusy', detail: 'ECONNREFUSED' });
  });

  it('is called busy when it takes the connection and says nothing, within the deadline', async () => {
    const sockets: { destroy(): void }[] = [];
    server = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server?.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const began = Date.now();
    const opening = openStore(at(`postgres://nobody@127.0.0.1:${port}/none`));
    await expect(opening).rejects.toMatchObject({ code: 'storeBusy', detail: 'noAnswer' });
    expect(Date.now() - began).toBeLessThan(CONNECT_TIMEOUT_MS + 3_000);
    for (const socket of sockets) socket.destroy();
  });
});

if (TEST_DATABASE_URL !== null) describeOnServer(TEST_DATABASE_URL);

function describeOnServer(serverUrl: string): void {
  describe('a database server shared by replicas', () => {
    const schema = newSchemaName();
    const url = inSchema(serverUrl, schema);
    beforeEach(() => onServer(serverUrl, `create schema ${schema}`));
    afterEach(() => onServer(serverUrl, `drop schema ${schema} cascade`));

    it('leaves a hunt to the replica that may still be at it, and gives an old one to one of many', async () => {
      const stores = await Promise.all([1, 2, 3, 4].map((replica) => openStore(at(url, `replica ${replica}`))));
      const [first, ...others] = stores;
      const where = { channel: 'a channel', conversationId: 'a channel', alertNumber: null };
      await first?.huntLog.begin({ id: 'a hunt', action: 'a', askerObjectId: 'somebody', ...where }, START_MS);
      const leftAfter = async (ms: number) =>
        (await Promise.all(others.map(({ huntLog }) => huntLog.left(START_MS + ms)))).flat().length;
      const found = [await leftAfter(HUNT_LEFT_AFTER_MS - 1), await leftAfter(HUNT_LEFT_AFTER_MS)];
      await Promise.all(stores.map((store) => store.close()));
      expect(found).toEqual([0, 1]);
      expect(HUNT_LEFT_AFTER_MS).toBe(30 * 60_000);
    });

    it('is migrated once by many that start at one moment, and all keep one pseudonym key', async () => {
      const stores = await Promise.all([1, 2, 3, 4, 5, 6].map((replica) => openStore(at(url, `replica ${replica}`))));
      const people = await Promise.all(stores.map((store) => store.peopleBook.enrol([anAlert().subject ?? fail()])));
      await Promise.all(stores.map((store) => store.close()));
      expect(new Set(people.map(([person]) => person?.alias)).size).toBe(1);
    });

    it('lets one of many replicas commit an alert that all of them saw', async () => {
      const stores = await Promise.all([1, 2, 3, 4].map((replica) => openStore(at(url, `replica ${replica}`))));
      const results = await Promise.all(
        stores.map((store) => store.alertLog.commit({ decisions: [decided(anAlert())] })),
      );
      const { depth } = (await stores[0]?.cardOutbox.state()) ?? {};
      await Promise.all(stores.map((store) => store.close()));
      expect(results.map(({ firstSeen }) => firstSeen).sort()).toEqual([0, 0, 0, 1]);
      expect(depth).toBe(1);
    });

    it('goes on after its connections were cut', async () => {
      const ours = new URL(url);
      ours.searchParams.set('application_name', schema);
      const { database } = await openContext(at(ours.href));
      await onServer(
        serverUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${schema}'`,
      );
      const count = () => database.read((connection) => connection.selectFrom('alerts').select('number').execute());
      await count().catch(() => []);
      expect(await count()).toEqual([]);
      await database.driver.close();
    });

    it('is not waited for when a row stays locked', async () => {
      const store = await openStore(at(url));
      await store.alertLog.commit({ decisions: [decided(anAlert())] });
      const other = new Client({ connectionString: url });
      await other.connect();
      await other.query('begin');
      await other.query('select id from outbox for update');
      expect(await store.cardOutbox.claim([], Date.now())).toBeNull();
      await other.query('rollback');
      await other.end();
      expect(await store.cardOutbox.claim([], Date.now())).not.toBeNull();
      await store.close();
    });

    it('gets every card posted once by many that claim, lose answers and recover at once', async () => {
      const alerts = Array.from({ length: 40 }, (_, seed) => anAlert({ id: alertId(seed) }));
      const stores = await Promise.all([1, 2, 3, 4].map((replica) => openStore(at(url, `replica ${replica}`))));
      await stores[0]?.alertLog.commit({ decisions: alerts.map((alert) => decided(alert)) });
      const told = { posts: [] as number[], lost: [] as number[] };
      await Promise.all(stores.map((store) => sendUntilDone(store, told)));
      const { depth } = (await stores[0]?.cardOutbox.state()) ?? {};
      await Promise.all(stores.map((store) => store.close()));
      const count = (numbers: number[], number: number) => numbers.filter((one) => one === number).length;
      const wrong = alerts.filter((_, at) => count(told.posts, 1000 + at) !== 1 + count(told.lost, 1000 + at));
      expect(wrong).toEqual([]);
      expect(told.lost.length).toBeGreaterThan(0);
      expect(depth).toBe(0);
    });

    it.each([
      ['unknown', { is: 'unknown', resendAt: START_MS, code: 'timedOut' }],
      ['abandoned', null],
    ] as const)('leaves an %s row alone that another replica took in the same moment', async (_what, settlement) => {
      const store = await openStore({ ...at(url), now: () => START_MS });
      await store.alertLog.commit({ decisions: [decided(anAlert())] });
      const send = await store.cardOutbox.claim([], START_MS);
      if (send === null) throw new Error('a post was due');
      if (settlement !== null) await store.cardOutbox.settle(send, settlement, START_MS);
      const other = new Client({ connectionString: url });
      await other.connect();
      await other.query('begin');
      await other.query(`update outbox set state = 'claimed', lease_until = 9e15, epoch = epoch + 1`);
      const recovering = store.cardOutbox.recover(START_MS + 60_000, false);
      await waitingFor(other);
      await other.query('commit');
      await recovering;
      const { rows } = await other.query('select state, possible_repeat from outbox');
      await other.end();
      await store.close();
      expect(rows).toEqual([{ state: 'claimed', possible_repeat: 0 }]);
    });

    it('verifies an audit that several replicas wrote, hunts and other rows', async () => {
      const stores = await Promise.all([1, 2, 3].map((replica) => openStore(at(url, `replica ${replica}`))));
      const what = { outcome: 'applied', actorObjectId: null, alertNumber: null, cardRef: null, reason: null } as const;
      const window = { from: '2026-11-16T06:00:00Z', to: '2026-11-23T06:00:00Z' };
      const hunts = [{ hunt: { queryHash: 'one', window, rowCount: 12 } }, {}];
      const rows = stores.flatMap(({ auditTrail }) =>
        hunts.map((hunt) => auditTrail.append({ action: 'huntUploads', ...what, ...hunt }, START_MS)),
      );
      await Promise.all(rows);
      await Promise.all(stores.map((store) => store.close()));
      const audit = await openAuditReader(at(url), HOME_TENANT);
      const { done, value } = await audit.reader.faults().next();
      await audit.close();
      expect([done, value]).toEqual([true, { rows: 6, head: expect.objectContaining({ seq: 6 }) as unknown }]);
    });

    it('lets one of many replicas settle what a person asked', async () => {
      const stores = await Promise.all([1, 2, 3, 4].map((replica) => openStore(at(url, `replica ${replica}`))));
      const asked = { ref: 'ref', kind: 'confirm', askerObjectId: 'a person', channel: 'a:1', facts: '{}' } as const;
      await stores[0]?.askedBook.keep({ ...asked, conversationId: 'a:1', until: START_MS + 1_000 }, START_MS);
      const settled = await Promise.all(stores.map((store) => store.askedBook.settle('ref', START_MS)));
      const found = await Promise.all(stores.map((store) => store.askedBook.find('ref', START_MS)));
      await Promise.all(stores.map((store) => store.close()));
      expect(settled.filter(Boolean)).toHaveLength(1);
      expect(found).toEqual([null, null, null, null]);
    });

    it('is written by no reader of the audit', async () => {
      await (await openStore(at(url))).close();
      const { database } = openSource(at(url), 'readOnly');
      const writing = database.change((connection) => connection.deleteFrom('audit').execute());
      await expect(writing).rejects.toMatchObject({ code: 'storeUnusable', detail: '25006' });
      await database.driver.close();
    });

    it('is refused in words when its database does not exist', async () => {
      const nowhere = new URL(serverUrl);
      nowhere.pathname = '/no_such_database';
      await expect(openStore(at(nowhere.href))).rejects.toMatchObject({ code: 'storeUnusable', detail: '3D000' });
    });
  });
}

/** Posts what is due until nothing is; the first answer about every third alert is lost. */
async function sendUntilDone(store: Store, told: { posts: number[]; lost: number[] }): Promise<void> {
  const { cardOutbox } = store;
  for (let round = 0; round < 2_000 && (await cardOutbox.state()).depth > 0; round += 1) {
    await cardOutbox.recover(Date.now(), false);
    const send = await cardOutbox.claim([], Date.now());
    if (send?.kind !== 'post' || send.alertNumber === null) continue;
    if (!(await cardOutbox.markSending(send, `ref ${send.id} ${send.epoch}`, Date.now()))) continue;
    told.posts.push(send.alertNumber);
    const isLost = send.alertNumber % 3 === 0 && send.attempt < 3;
    if (isLost) told.lost.push(send.alertNumber);
    const posted = { conversationId: 'c', activityId: `m${told.posts.length}` };
    const unknown = { is: 'unknown', resendAt: Date.now(), code: 'timedOut' } as const;
    await cardOutbox.settle(send, isLost ? unknown : { is: 'sent', posted }, Date.now());
  }
}

/** Until somebody waits for a lock that this connection holds. */
async function waitingFor(holder: Client): Promise<void> {
  const waits = 'select count(*)::int as n from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))';
  for (let look = 0; look < 200; look += 1) {
    const { rows } = await holder.query<{ n: number }>(waits);
    if ((rows[0]?.n ?? 0) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waited');
}

function fail(): never {
  throw new Error('the built alert has a subject');
}
