// What a database driver has to bring: everything in which the two databases differ, and nothing else.
import type { Kysely, RawBuilder, SelectQueryBuilder, Transaction } from 'kysely';
import type { BotError } from '../domain/errors';
import type { Tables } from './tables';

export interface SqlDriver {
  readonly embedded: boolean;
  readonly kysely: Kysely<Tables>;
  /** Column type of a primary key that the database numbers itself. */
  readonly rowId: string;
  /** Rows that fit into one statement without passing the driver's limit of bound values. */
  readonly rowsPerStatement: number;
  /** Keeps other replicas from migrating until the transaction ends. */
  lockSchema(transaction: Transaction<Tables>): Promise<void>;
  tableExists(name: string): Promise<boolean>;
  /** The chosen rows are ours until the transaction ends; rows that another replica holds are passed over. */
  lockFreeRows<Row>(query: SelectQueryBuilder<Tables, 'outbox', Row>): SelectQueryBuilder<Tables, 'outbox', Row>;
  /** Takes what was deleted out of the files as well, as far as the database can while others use it. */
  scrub(): Promise<void>;
  /** The same as thoroughly as can be, for a store that nobody else uses meanwhile. */
  scrubWhole(): Promise<void>;
  /** A text column for reading where somebody may have damaged it: what is no plain ASCII comes as bytes. */
  asStored(column: string): RawBuilder<unknown>;
  /** Null when the error is none of the database's: a defect of ours, to be thrown on as it is. */
  translate(error: unknown): BotError | null;
  /** True for a transaction that lost against another one and may simply be run again. */
  isWorthRetrying(error: unknown): boolean;
  close(): Promise<void>;
}
