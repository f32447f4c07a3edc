// The files of the embedded store and who may read them: the directory 0700, every file 0600, anything looser refused.
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { StoreRefusal } from './store-refusal';

export const DIRECTORY_MODE = 0o700;
export const FILE_MODE = 0o600;
const OTHERS = 0o077;

export interface EmbeddedFiles {
  directory: string;
  database: string;
  lock: string;
  storeKey: string;
}

export function embeddedFiles(directory: string): EmbeddedFiles {
  return {
    directory,
    database: join(directory, 'store.db'),
    lock: join(directory, 'store.lock'),
    storeKey: join(directory, 'store.key'),
  };
}

function refuseLoose(path: string, wanted: number): void {
  // Windows has no such modes; access there is a matter of the folder's own list.
  if (process.platform === 'win32' || !existsSync(path)) return;
  const mode = lstatSync(path).mode & 0o777;
  if ((mode & OTHERS) === 0) return;
  const octal = (bits: number) => bits.toString(8).padStart(4, '0');
  throw new StoreRefusal(
    'looseFileMode',
    `${basename(path)} of the store has mode ${octal(mode)}, others can read it: run chmod ${octal(wanted)} on it.`,
  );
}

/** Makes the directory when it is absent. Throws StoreRefusal `looseFileMode` naming the file that is too open. */
export function guardFiles(files: EmbeddedFiles): void {
  mkdirSync(files.directory, { recursive: true, mode: DIRECTORY_MODE });
  refuseLoose(files.directory, DIRECTORY_MODE);
  const beside = ['-wal', '-shm', '-journal'].map((suffix) => files.database + suffix);
  for (const file of [files.database, ...beside, files.lock, files.storeKey]) refuseLoose(file, FILE_MODE);
}

/** SQLite gives a new file the process' default mode and its companions the file's own, so the file is made here. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', FILE_MODE));
}

/** Whole or not at all: a crash leaves no half-written file, and a file that is there already stays as it is. */
export function writePrivateFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`;
  const handle = openSync(draft, 'w', FILE_MODE);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, path);
  } finally {
    unlinkSync(draft);
  }
}
