// One process at a time on an embedded store. The lock is the operating system's, taken through SQLite on a file of its
// own: it ends with the process however that dies, so there is nothing stale to judge and no process id to mistake.
import Libsql from 'libsql';
import { makePrivateFile } from './embedded-files';
import { StoreRefusal } from './store-refusal';

function isHeldElsewhere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

// A handle that nothing refers to is closed by the garbage collector, and the lock with it.
const held = new Set<Libsql.Database>();

/** Gives the function that lets go. Throws StoreRefusal `openElsewhere` at once when another process holds it. */
export function takeStoreLock(path: string): () => void {
  makePrivateFile(path);
  const lock = new Libsql(path);
  try {
    lock.exec('PRAGMA journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isHeldElsewhere(error)) throw error;
    throw new StoreRefusal(
      'openElsewhere',
      'Another process has this store open: stop the bot first, or give DATA_DIR another directory.',
    );
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}
