// Chooses the driver, and on the embedded side takes the lock, guards the files and finds the key.
import { existsSync } from 'node:fs';
import { Database } from './database';
import { openEmbeddedDriver } from './embedded-driver';
import { embeddedFiles, guardFiles, makePrivateFile } from './embedded-files';
import { takeStoreLock } from './embedded-lock';
import { openPostgresDriver } from './postgres-driver';
import { findStoreKey, requireStoreKey } from './store-key';
import { StoreRefusal } from './store-refusal';

export interface StoreLocation {
  /** `postgres://…`; null = the embedded store. */
  databaseUrl: string | null;
  /** Directory of the embedded store. */
  dataDir: string;
  /** Required with `databaseUrl`; null = made and kept beside the embedded store. */
  storeKey: string | null;
}

export interface OpenSource {
  database: Database;
  storeKey: string;
}

export type OpenMode = 'readWrite' | 'readOnly';

function openEmbedded(location: StoreLocation, mode: OpenMode): OpenSource {
  const files = embeddedFiles(location.dataDir);
  const readOnly = mode === 'readOnly';
  if (readOnly && !existsSync(files.database)) {
    throw new StoreRefusal('noStore', 'There is no store in DATA_DIR yet: start the bot once.');
  }
  guardFiles(files);
  const release = takeStoreLock(files.lock);
  try {
    const storeKey = findStoreKey(location.storeKey, files, !readOnly);
    makePrivateFile(files.database);
    return { database: new Database(openEmbeddedDriver(files.database, readOnly, release)), storeKey };
  } catch (error) {
    release();
    throw error;
  }
}

/** Throws StoreRefusal when the files, the lock or the key do not allow it. */
export function openSource(location: StoreLocation, mode: OpenMode): OpenSource {
  if (location.databaseUrl === null) return openEmbedded(location, mode);
  const storeKey = requireStoreKey(location.storeKey);
  return { database: new Database(openPostgresDriver(location.databaseUrl, mode === 'readOnly')), storeKey };
}
