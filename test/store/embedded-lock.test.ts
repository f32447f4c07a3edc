import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openAuditReader } from '../../src/store/open-audit-reader';
import { openStore } from '../../src/store/open-store';
import { HOME_TENANT } from '../builders/people';
import { killLeftChildren, startChild } from './child-process';
import { embeddedAt, placesForStores } from './embedded-places';

const openElsewhere = { code: 'storeUnusable', detail: 'openElsewhere' };

afterEach(killLeftChildren);

describe('an embedded store that is open', () => {
  const place = placesForStores();

  it('is refused to a second process, with a word about what to do', async () => {
    const dataDir = place();
    const holder = startChild('hold-store.ts', [dataDir]);
    expect(await holder.nextLine()).toBe('open');
    expect(await holder.nextLine()).toBe('collected');
    await expect(openStore(embeddedAt(dataDir))).rejects.toMatchObject({
      ...openElsewhere,
      message: expect.stringMatching(/stop the bot/) as string,
    });
  });

  it('is refused to the reader of the audit', async () => {
    const dataDir = place();
    const store = await openStore(embeddedAt(dataDir));
    await expect(openAuditReader(embeddedAt(dataDir), HOME_TENANT)).rejects.toMatchObject(openElsewhere);
    await store.close();
    const audit = await openAuditReader(embeddedAt(dataDir), HOME_TENANT);
    await audit.close();
  });

  it('refuses another process while this one has it, and lets it in after the close', async () => {
    const dataDir = place();
    const store = await openStore(embeddedAt(dataDir));
    const refused = startChild('hold-store.ts', [dataDir]);
    expect(await refused.nextLine()).toBe('refused: openElsewhere');
    expect(await refused.exitCode()).toBe(0);
    await store.close();
    const admitted = startChild('hold-store.ts', [dataDir]);
    expect(await admitted.nextLine()).toBe('open');
  });

  it('is free as soon as its process was killed, although the lock file stays', async () => {
    const dataDir = place();
    const holder = startChild('hold-store.ts', [dataDir]);
    expect(await holder.nextLine()).toBe('open');
    await holder.kill();
    expect(existsSync(join(dataDir, 'store.lock'))).toBe(true);
    const store = await openStore(embeddedAt(dataDir));
    await store.close();
  });

  it('stays free when an opening failed half way', async () => {
    const dataDir = place();
    await (await openStore(embeddedAt(dataDir))).close();
    const wrongKey = embeddedAt(dataDir, { storeKey: 'some other key' });
    await expect(openStore(wrongKey)).rejects.toMatchObject({ detail: 'wrongStoreKey' });
    await (await openStore(embeddedAt(dataDir))).close();
  });
});
