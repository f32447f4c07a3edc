// Which columns the tenant's hunting tables have. `getschema` is accepted in the field and documented nowhere: where it
// is refused, an empty answer names the columns as well.
import { isBotError } from '../domain/errors';
import type { HuntingColumns } from '../domain/hunting-columns';
import type { HuntingTable } from '../domain/hunting-question';
import { queryFaultOf } from '../domain/query-fault';
import { resultsOf } from './answer-rows';
import { garbageAnswer } from './graph-errors';
import { asObject } from './wire-values';

const COLUMNS_MAX = 500;
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
/** Every schema has these; a table without them is no hunting table. */
const ESSENTIAL = ['Timestamp', 'ActionType', 'AccountUpn'] as const;

/** Puts a query to Graph and gives the parsed body. Throws BotError. */
export type AskKql = (text: string, timespan: string) => Promise<unknown>;

const SHORT = 'PT1H';

function property(row: unknown, name: string): unknown {
  const entries = Object.entries(asObject(row) ?? {});
  return entries.find(([key]) => key.toLowerCase() === name)?.[1];
}

function columnsOf(rows: readonly unknown[], name: string): HuntingColumns {
  const names = rows.slice(0, COLUMNS_MAX).map((row) => property(row, name));
  const columns = new Set(names.filter((one): one is string => typeof one === 'string' && NAME.test(one)));
  if (!ESSENTIAL.every((column) => columns.has(column))) throw garbageAnswer();
  return columns;
}

async function nullWhenRefused<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    // What is too heavy for the tenant at this moment says nothing about its tables.
    if (isBotError(error, 'badRequest') && queryFaultOf(error) !== 'tooHeavy') return null;
    throw error;
  }
}

/** Null when Graph knows no such table in this tenant. Throws BotError. */
export async function probeColumns(ask: AskKql, table: HuntingTable): Promise<HuntingColumns | null> {
  const schema = await nullWhenRefused(ask(`${table} | getschema | project ColumnName, ColumnType`, SHORT));
  if (schema !== null) return columnsOf(resultsOf(schema), 'columnname');
  const empty = await nullWhenRefused(ask(`${table} | take 0`, SHORT));
  const listed = asObject(empty)?.['schema'];
  return empty === null ? null : columnsOf(Array.isArray(listed) ? listed : [], 'name');
}
