// A scalar expression after compiling: its type and a function from a row to a value.
import type { KqlType, KqlValue } from '../kql-table';
import { castDynamic, intoDynamic } from '../values/dynamic';
import { convert } from '../values/convert';
import { toText } from '../values/to-text';

export type Row = readonly KqlValue[];
export type Read<T = KqlValue> = (row: Row) => T;

export interface Expression {
  readonly type: KqlType;
  /** The same for every row. */
  readonly constant: boolean;
  readonly read: Read;
}

const NO_ROW: Row = [];

export function literal(value: KqlValue, type: KqlType): Expression {
  return { type, constant: true, read: () => value };
}

/** Computed once when nothing in it depends on the row. */
export function expressionOf(type: KqlType, parts: readonly Expression[], read: Read): Expression {
  return parts.every(({ constant }) => constant) ? literal(read(NO_ROW), type) : { type, constant: false, read };
}

/** The value of a constant expression; undefined for any other. */
export function constantValue({ constant, read }: Expression): KqlValue | undefined {
  return constant ? read(NO_ROW) : undefined;
}

export function isNumeric(type: KqlType): boolean {
  return type === 'int' || type === 'long' || type === 'real' || type === 'decimal';
}

/** Reads the expression as text; null is empty. */
export function textOf({ type, read }: Expression): Read<string> {
  if (type === 'string') {
    return (row) => {
      const value = read(row);
      return typeof value === 'string' ? value : '';
    };
  }
  return (row) => toText(read(row), type);
}

/** Reads the expression as a number: what is none is null. Datetimes and timespans are milliseconds. */
export function numberOf({ read }: Expression): Read<number | null> {
  return (row) => {
    const value = read(row);
    if (typeof value === 'number') return value;
    return typeof value === 'boolean' ? Number(value) : null;
  };
}

/** Reads a condition; null stays null. */
export function truthOf({ read }: Expression): Read<boolean | null> {
  return (row) => {
    const value = read(row);
    if (typeof value === 'boolean') return value;
    return typeof value === 'number' ? value !== 0 : null;
  };
}

/** Reads the expression as the type that the place it stands in asks for. */
export function coerced(expression: Expression, type: KqlType): Read {
  const { type: from, read } = expression;
  if (from === type || (isNumeric(from) && isNumeric(type))) return read;
  if (type === 'dynamic') return (row) => intoDynamic(read(row), from);
  if (from === 'dynamic') return (row) => castDynamic(read(row), type);
  return (row) => convert(read(row), from, type);
}
