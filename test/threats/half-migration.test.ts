// A schema change that dies in the middle: nothing of it stays, and the next start makes it whole.
import Libsql from 'libsql';
import { join } from 'node:path';
import { embeddedFiles, guardFiles, makePrivateFile } from '../../src/store/embedded-files';
import { openStore } from '../../src/store/open-store';
import { embeddedAt, placesForStores } from '../store/embedded-places';

const place = placesForStores();

function onFile<T>(dataDir: string, act: (file: Libsql.Database) => T): T {
  const file = new Libsql(join(dataDir, 'store.db'));
  try {
    return act(file);
  } finally {
    file.close();
  }
}

const tablesIn = (dataDir: string) =>
  onFile(dataDir, (file) =>
    file
      .prepare(`select name from sqlite_master where type = 'table' order by name`)
      .all()
      .map((row) => (row as { name: string }).name),
  );

describe('a migration that fails midway', () => {
  it('leaves the schema as it was, and succeeds once what stood in its way is gone', async () => {
    const dataDir = place();
    const files = embeddedFiles(dataDir);
    guardFiles(files);
    makePrivateFile(files.database);
    // A table of this name is made by the second migration: the first has run by then.
    onFile(dataDir, (file) => file.exec('create table outbox (in_the_way text)'));
    await expect(openStore(embeddedAt(dataDir, { storeKey: 'a key of the test' }))).rejects.toMatchObject({
      from: 'store',
    });
    expect(tablesIn(dataDir)).toEqual(['outbox']);
    onFile(dataDir, (file) => file.exec('drop table outbox'));
    const store = await openStore(embeddedAt(dataDir, { storeKey: 'a key of the test' }));
    expect(await store.alertLog.watchState()).toMatchObject({ watermark: null });
    await store.close();
  });
});
