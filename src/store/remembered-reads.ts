// Reads that many clients repeat at a time (every viewer's refresh of one card), remembered as long as nothing was written.
import type { Database } from './database';

/** Other processes write to a shared database without our hearing of it: there an answer is this old at most. */
export const SHARED_READ_MAX_AGE_MS = 1_000;
export const REMEMBERED_READS_MAX = 500;

interface Remembered<T> {
  answer: Promise<T>;
  changes: number;
  readAt: number;
}

export class RememberedReads<T> {
  private readonly remembered = new Map<string, Remembered<T>>();

  constructor(
    private readonly database: Database,
    private readonly now: () => number,
  ) {}

  /** The same answer until this process has written anything; asked for once however many ask. */
  get(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.remembered.get(key);
    if (known !== undefined && this.holds(known)) return known.answer;
    // Counted before the read begins: what is written meanwhile makes its answer old.
    const asked = { answer: read(), changes: this.database.changes, readAt: this.now() };
    this.remembered.delete(key);
    this.remembered.set(key, asked);
    const oldest = this.remembered.keys().next().value;
    if (this.remembered.size > REMEMBERED_READS_MAX && oldest !== undefined) this.remembered.delete(oldest);
    asked.answer.catch(() => this.remembered.delete(key));
    return asked.answer;
  }

  private holds({ changes, readAt }: Remembered<T>): boolean {
    if (changes !== this.database.changes) return false;
    return this.database.driver.embedded || this.now() - readAt < SHARED_READ_MAX_AGE_MS;
  }
}
