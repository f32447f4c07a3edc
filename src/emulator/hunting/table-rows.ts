// Rows as they are made, cells by column name, and as a table holds them, cells in the order of the columns.
import type { KqlColumn, KqlValue } from '../kql/kql-table';
import type { EventColumn } from './event-columns';

/** A row under construction; what is left out is empty. */
export type Cells = Readonly<Record<string, KqlValue | undefined>>;

/** One row of DataSecurityEvents. `Timestamp` in milliseconds since the epoch. */
export type EventCells = Partial<Record<EventColumn, KqlValue>> & { Timestamp: number };

/** What a kind of act adds to the row of whoever does it. */
export type ActCells = Partial<Record<EventColumn, KqlValue>>;

export type KqlRow = readonly KqlValue[];

/** Cells in the order of the columns. An empty string is Kusto's null of strings. */
export function rowsInOrder(columns: readonly KqlColumn[], rows: readonly Cells[]): KqlRow[] {
  const empties = columns.map(({ type }) => (type === 'string' ? '' : null));
  return rows.map((row) => columns.map(({ name }, index) => row[name] ?? empties[index] ?? null));
}

/** Columns from a table of names by type. */
export function columnsOf(entries: readonly (readonly [name: string, type: KqlColumn['type']])[]): KqlColumn[] {
  return entries.map(([name, type]) => ({ name, type }));
}
