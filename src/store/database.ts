// The one way from the classes of this room to the database: reads, transactions, and errors translated once.
import type { Kysely, Transaction } from 'kysely';
import { BotError } from '../domain/errors';
import type { SqlDriver } from './sql-driver';
import type { Tables } from './tables';

export type Connection = Kysely<Tables>;

/** Runs of one transaction that keeps losing against others (deadlock, serialization) before it is given up. */
export const TRANSACTION_TRIES = 4;

export class Database {
  constructor(readonly driver: SqlDriver) {}

  /** One or more statements without a transaction. Throws BotError `storeBusy` or `storeUnusable`. */
  async read<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await work(this.driver.kysely);
    } catch (error) {
      throw this.translated(error);
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
