// Where STORE_KEY comes from when it is not given: a file beside the embedded store, made once.
import { existsSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { writePrivateFile, type EmbeddedFiles } from './embedded-files';
import { StoreRefusal } from './store-refusal';

const KEY_BYTES = 32;

function keyMissing(explanation: string): StoreRefusal {
  return new StoreRefusal('storeKeyMissing', explanation);
}

/** The given key, else the kept one, else (`mayMake`, no store yet) a new one. Throws StoreRefusal `storeKeyMissing`. */
export function findStoreKey(given: string | null, files: EmbeddedFiles, mayMake: boolean): string {
  if (given !== null && given.trim() !== '') return given;
  if (existsSync(files.storeKey)) {
    const kept = readFileSync(files.storeKey, 'utf8').trim();
    if (kept === '') throw keyMissing('store.key is empty: put the key back from your backup, or set STORE_KEY.');
    return kept;
  }
  // A new key could not open what an old one sealed; making one would only hide that the old one is lost.
  if (existsSync(files.database)) {
    throw keyMissing('There is a store but no store.key: put the file back from your backup, or set STORE_KEY.');
  }
  if (!mayMake) throw new StoreRefusal('noStore', 'There is no store here yet: start the bot once.');
  const made = randomBytes(KEY_BYTES).toString('base64');
  writePrivateFile(files.storeKey, `${made}\n`);
  return made;
}

/** With a database server there is no place beside the store. Throws StoreRefusal `storeKeyMissing`. */
export function requireStoreKey(given: string | null): string {
  if (given !== null && given.trim() !== '') return given;
  throw keyMissing('STORE_KEY is required with DATABASE_URL: set it to 32 random bytes in base64, in every replica.');
}
