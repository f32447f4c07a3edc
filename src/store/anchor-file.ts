// The audit's newest row, hour by hour, in a file that is only ever added to: one JSON object a line, on disk before the
// bot goes on. It belongs on another disk than the store.
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AnchorPlace } from '../ports/anchor-place';
import { FILE_MODE } from './embedded-files';
import { StoreRefusal } from './store-refusal';

const APPEND = constants.O_APPEND | constants.O_CREAT | constants.O_RDWR;
const WRITABLE_BY_OTHERS = 0o022;
const LINE_END = '\n';

export class AnchorFile implements AnchorPlace {
  readonly name = 'file';
  readonly isNear = true;

  constructor(private readonly path: string) {}

  /** Makes the file when it is absent (mode 0600). Throws StoreRefusal `anchorFile`, as `keep` does. */
  async prove(): Promise<void> {
    await (await this.openFile()).close();
  }

  async keep({ seq, hash }: { seq: number; hash: string }, now: number): Promise<void> {
    const file = await this.openFile();
    try {
      const line = JSON.stringify({ at: new Date(now).toISOString(), seq, hash }) + LINE_END;
      await file.appendFile((await endsInLine(file)) ? line : LINE_END + line);
      await file.sync();
    } catch (error) {
      throw this.refusal('cannot be written', error);
    } finally {
      await file.close();
    }
  }

  private async openFile(): Promise<FileHandle> {
    const file = await open(this.path, APPEND, FILE_MODE).catch((error: unknown) => {
      throw this.refusal('cannot be opened', error);
    });
    const { mode, isFile } = await file.stat().then((stat) => ({ mode: stat.mode, isFile: stat.isFile() }));
    // Windows has no such modes; access there is a matter of the folder's own list.
    const isLoose = process.platform !== 'win32' && (mode & WRITABLE_BY_OTHERS) !== 0;
    if (isFile && !isLoose) return file;
    await file.close();
    throw this.refusal(isFile ? 'can be written by others: run chmod 0600 on it' : 'is no plain file');
  }

  private refusal(what: string, cause?: unknown): StoreRefusal {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? ` (${String(cause.code)})` : '';
    return new StoreRefusal('anchorFile', `The file ${basename(this.path)} of AUDIT_ANCHOR_FILE ${what}${code}.`);
  }
}

/** A line that a crash cut short must not swallow the next one. */
async function endsInLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === LINE_END;
}
