// The one way from the classes of this room to the database: reads, transactions, and errors translated once.
import type { Kysely, Transaction } from 'kysely';
import { BotError } from '../domain/errors';
import type { SqlDriver } from './sql-driver';
import type { Tables } from './tables';

export type Connection = Kysely<Tables>;
/** What a read is given: nothing that writes can be begun with it. */
export type Reader = Pick<Connection, 'selectFrom' | 'fn'>;

/** Runs of one transaction that keeps losing against others (deadlock, serialization) before it is given up. */
export const TRANSACTION_TRIES = 4;

export class Database {
  private changesMade = 0;

  constructor(readonly driver: SqlDriver) {}

  /** Grows with everything this process writes; while it stands still, what was read before is still so. */
  get changes(): number {
    return this.changesMade;
  }

  /** One or more statements that only read, without a transaction. Throws BotError `storeBusy` or `storeUnusable`. */
  async read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    try {
      return await work(this.driver.kysely);
    } catch (error) {
      throw this.translated(error);
    }
  }

  /** One statement that writes, without a transaction of its own. Throws like `read`. */
  async change<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await work(this.driver.kysely);
    } catch (error) {
      throw this.translated(error);
    } finally {
      this.changesMade += 1;
    }
  }

  /** All or nothing, durable on return. `work` may run again, so it does nothing but SQL. Throws like `read`. */
  async write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.driver.kysely.transaction().execute(work);
      } catch (error) {
        if (attempt < TRANSACTION_TRIES && this.driver.isWorthRetrying(error)) continue;
        throw this.translated(error);
      } finally {
        this.changesMade += 1;
      }
    }
  }

  private translated(error: unknown): unknown {
    return error instanceof BotError ? error : (this.driver.translate(error) ?? error);
  }
}

/** Splits rows so that a statement stays within the driver's limit of bound values. */
export function inChunks<T>(rows: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < rows.length; start += size) chunks.push(rows.slice(start, start + size));
  return chunks;
}
