// What the KQL engine reads and gives: tables of typed columns and rows of plain values.

export type KqlType =
  'string' | 'int' | 'long' | 'real' | 'decimal' | 'bool' | 'datetime' | 'timespan' | 'guid' | 'dynamic';

export interface KqlColumn {
  readonly name: string;
  readonly type: KqlType;
}

/**
 * One cell. `string`, `guid`: text. `int`, `long`, `real`, `decimal`: number. `bool`: boolean. `datetime`: milliseconds
 * since the epoch, UTC. `timespan`: milliseconds. `dynamic`: parsed JSON. Null = no value; a `string` is never null
 * (Kusto has the empty string instead).
 */
export type KqlValue = string | number | boolean | null | readonly unknown[] | { readonly [key: string]: unknown };

export interface KqlTable {
  readonly name: string;
  readonly columns: readonly KqlColumn[];
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly KqlValue[])[];
}

export interface KqlResult {
  readonly columns: readonly KqlColumn[];
  readonly rows: readonly (readonly KqlValue[])[];
}

export interface KqlOptions {
  readonly tables: readonly KqlTable[];
  /** Milliseconds since the epoch: what `now()` and `ago()` mean. */
  readonly now: number;
  /** Rows that any step may hold; more is refused as too large. */
  readonly maxRows?: number;
  /** Milliseconds of work after which the query is refused as over its CPU quota. */
  readonly maxMs?: number;
}

/** `unsupported` names what is not executed here; nothing is ever ignored. */
export type KqlRefusalKind =
  'syntax' | 'unknownTable' | 'unknownColumn' | 'semantic' | 'unsupported' | 'quota' | 'tooLarge';

export class KqlRefusal extends Error {
  constructor(
    readonly kind: KqlRefusalKind,
    message: string,
    /** 1-based, where known. */
    readonly position: { line: number; column: number } | null = null,
  ) {
    super(message);
    this.name = 'KqlRefusal';
  }
}
