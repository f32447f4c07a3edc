// Short ways to ask the engine, for the suites of this folder.
import {
  KqlRefusal,
  type KqlColumn,
  type KqlTable,
  type KqlType,
  type KqlValue,
} from '../../../src/emulator/kql/kql-table';
import { runKql } from '../../../src/emulator/kql/run-kql';

/** A Saturday. */
export const NOW = Date.UTC(2026, 7, 15, 12);

export function run(
  query: string,
  tables: readonly KqlTable[] = [],
  limits: { maxRows?: number; maxMs?: number } = {},
) {
  return runKql(query, { tables, now: NOW, ...limits });
}

/** The value of one scalar expression. */
export function valueOf(expression: string): KqlValue | undefined {
  return run(`print x = ${expression}`).rows[0]?.[0];
}

export function rowsOf(query: string, tables: readonly KqlTable[] = []) {
  return run(query, tables).rows;
}

/** `name:type, name:type` */
export function columns(text: string): KqlColumn[] {
  return text.split(',').map((pair) => {
    const [name = '', type = 'string'] = pair.trim().split(':');
    return { name, type: type as KqlType };
  });
}

export function table(name: string, schema: string, rows: KqlTable['rows']): KqlTable {
  return { name, columns: columns(schema), rows };
}

/** `name:type, name:type` of what a query gives. */
export function schemaOf(query: string, tables: readonly KqlTable[] = []): string {
  return run(query, tables)
    .columns.map(({ name, type }) => `${name}:${type}`)
    .join(', ');
}

export function refusalOf(query: string, tables: readonly KqlTable[] = [], limits = {}): KqlRefusal {
  try {
    run(query, tables, limits);
  } catch (error) {
    if (error instanceof KqlRefusal) return error;
    throw error;
  }
  throw new Error(`not refused: ${query}`);
}
