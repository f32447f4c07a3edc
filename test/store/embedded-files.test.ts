import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store';
import { commitAlert } from '../contracts/decisions';

import { embeddedAt, placesForStores } from './embedded-places';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('the files of an embedded store', () => {
  const place = placesForStores();

  it('are its owner’s alone, those beside the database too', async () => {
    const dataDir = join(place(), 'made', 'by the store');
    const store = await openStore(embeddedAt(dataDir));
    const others = { outboxOf: () => store.cardOutbox, huntLogOf: () => store.huntLog };
    await commitAlert({ ...store, ...others, clock: { now: Date.now() } }, 1);
    const modes = readdirSync(dataDir).map((file) => `${file} ${modeOf(join(dataDir, file))}`);
    await store.close();
    expect(modeOf(dataDir)).toBe('700');
    expect(modes.sort()).toEqual([
      'store.db 600',
      'store.db-shm 600',
      'store.db-wal 600',
      'store.key 600',
      'store.lock 600',
    ]);
  });

  it.each(['store.db', 'store.db-wal', 'store.key', 'store.lock'])(
    'are refused when others can read %s',
    async (file) => {
      const dataDir = place();
      await (await openStore(embeddedAt(dataDir))).close();
      const path = join(dataDir, file);
      if (file === 'store.db-wal') writeFileSync(path, '');
      chmodSync(path, 0o640);
      await expect(openStore(embeddedAt(dataDir))).rejects.toMatchObject({
        detail: 'looseFileMode',
        message: `${file} of the store has mode 0640, others can read it: run chmod 0600 on it.`,
      });
    },
  );

  it('are refused in a directory that others can enter', async () => {
    const dataDir = join(place(), 'open');
    mkdirSync(dataDir, { mode: 0o755 });
    chmodSync(dataDir, 0o755);
    await expect(openStore(embeddedAt(dataDir))).rejects.toMatchObject({
      detail: 'looseFileMode',
      message: 'open of the store has mode 0755, others can read it: run chmod 0700 on it.',
    });
  });

  it('are refused when the database is none', async () => {
    const dataDir = place();
    await (await openStore(embeddedAt(dataDir))).close();
    writeFileSync(join(dataDir, 'store.db'), 'x'.repeat(8_192));
    await expect(openStore(embeddedAt(dataDir))).rejects.toMatchObject({
      code: 'storeUnusable',
      detail: 'SQLITE_NOTADB',
    });
  });

  it('are not replaced when the key is gone: a new one could not open them', async () => {
    const dataDir = place();
    await (await openStore(embeddedAt(dataDir))).close();
    rmSync(join(dataDir, 'store.key'));
    await expect(openStore(embeddedAt(dataDir))).rejects.toMatchObject({ detail: 'storeKeyMissing' });
    expect(readdirSync(dataDir)).not.toContain('store.key');
  });

  it('are refused when the key file is empty', async () => {
    const dataDir = place();
    await (await openStore(embeddedAt(dataDir))).close();
    writeFileSync(join(dataDir, 'store.key'), '\n');
    await expect(openStore(embeddedAt(dataDir))).rejects.toMatchObject({ detail: 'storeKeyMissing' });
  });
});
