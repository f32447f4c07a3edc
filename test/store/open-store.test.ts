import Libsql from 'libsql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_NUMBER } from '../../src/store/migrate';
import { openAuditReader } from '../../src/store/open-audit-reader';
import { openSource } from '../../src/store/open-source';
import { openStore } from '../../src/store/open-store';
import { HOME_TENANT, OTHER_TENANT, SUBJECT } from '../builders/people';
import { embeddedAt, placesForStores } from './embedded-places';

function onFile(dataDir: string, statement: string): void {
  const file = new Libsql(join(dataDir, 'store.db'));
  file.exec(statement);
  file.close();
}

describe('opening an embedded store', () => {
  const place = placesForStores();

  it('makes a key once, and finds what was written when it is opened again', async () => {
    const dataDir = place();
    const first = await openStore(embeddedAt(dataDir));
    const [before] = await first.peopleBook.enrol([SUBJECT]);
    await first.close();
    const key = readFileSync(join(dataDir, 'store.key'), 'utf8');
    const second = await openStore(embeddedAt(dataDir));
    const after = await second.peopleBook.findByAlias(before?.alias ?? '');
    await second.close();
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(after).toEqual(before);
    expect(readFileSync(join(dataDir, 'store.key'), 'utf8')).toBe(key);
    expect(second.embedded).toBe(true);
  });

  it('keeps the pseudonym key it made, and derives aliases from a given one', async () => {
    const aliasIn = async (dataDir: string, pseudonymKey: string | null) => {
      const store = await openStore(embeddedAt(dataDir, { pseudonymKey, storeKey: 'one store key' }));
      const [person] = await store.peopleBook.enrol([SUBJECT]);
      await store.close();
      return person?.alias;
    };
    const given = [await aliasIn(place(), 'one'), await aliasIn(place(), 'one'), await aliasIn(place(), 'two')];
    expect(given[0]).toBe(given[1]);
    expect(given[2]).not.toBe(given[0]);
    expect(await aliasIn(place(), null)).not.toBe(await aliasIn(place(), null));
  });

  it('keeps what people asked, and what of it is settled', async () => {
    const dataDir = place();
    const question = { kind: 'confirm', askerObjectId: SUBJECT.objectId ?? '', channel: 'a:1' } as const;
    const asked = { ...question, conversationId: 'a:1', facts: '{}', until: 2_000 };
    const first = await openStore(embeddedAt(dataDir));
    await first.askedBook.keep({ ...asked, ref: 'open' }, 1_000);
    await first.askedBook.keep({ ...asked, ref: 'settled' }, 1_000);
    await first.askedBook.settle('settled', 1_000);
    await first.close();
    const second = await openStore(embeddedAt(dataDir));
    const found = [await second.askedBook.find('open', 1_000), await second.askedBook.find('settled', 1_000)];
    await second.close();
    expect(found).toEqual([{ ...asked, ref: 'open' }, null]);
  });

  it('gives names of things the same code at every start, and another under another pseudonym key', async () => {
    const codeIn = async (pseudonymKey: string) => {
      const store = await openStore(embeddedAt(place(), { pseudonymKey }));
      const code = store.aliasCandidate('lt-0042');
      await store.close();
      return code;
    };
    const [one, again, two] = [await codeIn('one'), await codeIn('one'), await codeIn('two')];
    expect(one).toMatch(/^[0-9A-Z]{16}$/);
    expect(again).toBe(one);
    expect(two).not.toBe(one);
  });

  it('refuses another STORE_KEY than the one it was made with', async () => {
    const dataDir = place();
    await (await openStore(embeddedAt(dataDir, { storeKey: 'the first key' }))).close();
    const other = embeddedAt(dataDir, { storeKey: 'the second key' });
    await expect(openStore(other)).rejects.toMatchObject({ code: 'storeUnusable', detail: 'wrongStoreKey' });
    await expect(openAuditReader(other, HOME_TENANT)).rejects.toMatchObject({ detail: 'wrongStoreKey' });
    const message = await openStore(other).catch((error: Error) => error.message);
    expect(message).toMatch(/STORE_KEY/);
    expect(message).not.toMatch(/first key|second key/);
  });

  it('shows one tenant nothing of another', async () => {
    const dataDir = place();
    const home = await openStore(embeddedAt(dataDir));
    const [person] = await home.peopleBook.enrol([SUBJECT]);
    await home.close();
    const other = await openStore(embeddedAt(dataDir, { tenantId: OTHER_TENANT }));
    expect(await other.peopleBook.findByAlias(person?.alias ?? '')).toBeNull();
    await other.close();
  });

  it('refuses a schema newer than it knows, and leaves it as it is', async () => {
    const dataDir = place();
    await (await openStore(embeddedAt(dataDir))).close();
    onFile(dataDir, `insert into schema_versions values (${SCHEMA_NUMBER + 1}, 'of tomorrow', '2030-01-01')`);
    await expect(openStore(embeddedAt(dataDir))).rejects.toMatchObject({
      detail: 'newerSchema',
      message: expect.stringContaining(`schema ${SCHEMA_NUMBER + 1}`) as string,
    });
  });

  it('does not migrate for a reader of the audit', async () => {
    const dataDir = place();
    await (await openStore(embeddedAt(dataDir))).close();
    onFile(dataDir, `delete from schema_versions where number = ${SCHEMA_NUMBER}`);
    await expect(openAuditReader(embeddedAt(dataDir), HOME_TENANT)).rejects.toMatchObject({ detail: 'olderSchema' });
  });

  it('makes nothing for a reader of the audit', async () => {
    const dataDir = place();
    await expect(openAuditReader(embeddedAt(dataDir), HOME_TENANT)).rejects.toMatchObject({ detail: 'noStore' });
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('lets a reader of the audit write nothing', async () => {
    const dataDir = place();
    await (await openStore(embeddedAt(dataDir))).close();
    const { database } = openSource(embeddedAt(dataDir), 'readOnly');
    const writing = database.change((connection) => connection.deleteFrom('audit').execute());
    await expect(writing).rejects.toMatchObject({ code: 'storeUnusable' });
    await database.driver.close();
  });

  it('may be closed twice', async () => {
    const store = await openStore(embeddedAt(place()));
    await store.close();
    await expect(store.close()).resolves.toBeUndefined();
  });

  it('asks for STORE_KEY with a database server', async () => {
    const remote = embeddedAt(place(), { databaseUrl: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(openStore(remote)).rejects.toMatchObject({ detail: 'storeKeyMissing' });
  });
});
