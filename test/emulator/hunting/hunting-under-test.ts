// The hunting tables of the sample tenant for suites, with cells found by the name of their column.
import type { SchemaVariant } from '../../../src/emulator/hunting/event-columns';
import type { KqlTable, KqlValue } from '../../../src/emulator/kql/kql-table';
import type { World } from '../../../src/emulator/world';

export const NOW = new Date('2026-08-20T12:00:00Z');
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export interface Asked {
  now?: number;
  from?: number;
  to?: number;
  variant?: SchemaVariant;
  dataSharing?: boolean;
}

export function tablesOf(world: World, asked: Asked = {}): KqlTable[] {
  const now = asked.now ?? NOW.getTime();
  const span = { from: asked.from ?? 0, to: asked.to ?? now };
  return world.hunting.tables({
    now,
    span,
    variant: asked.variant ?? 'observed',
    dataSharing: asked.dataSharing ?? true,
  });
}

export function tableNamed(tables: readonly KqlTable[], name: string): KqlTable {
  const found = tables.find((table) => table.name === name);
  if (!found) throw new Error(`there is no table ${name}`);
  return found;
}

export type Row = Record<string, KqlValue>;

export function rowsOf(table: KqlTable): Row[] {
  return table.rows.map((cells) =>
    Object.fromEntries(table.columns.map(({ name }, index) => [name, cells[index] ?? null])),
  );
}

export function eventRows(world: World, asked: Asked = {}): Row[] {
  return rowsOf(tableNamed(tablesOf(world, asked), 'DataSecurityEvents'));
}

export const distinct = (rows: readonly Row[], column: string) => new Set(rows.map((row) => row[column]));

/** Rows by the text of one column, in the order they came. */
export function groupedBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(String(row[column]), [...(groups.get(String(row[column])) ?? []), row]);
  return groups;
}
