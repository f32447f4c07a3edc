// `==`, `!=`, `<` and their like, `=~`, `between`: both sides are read in one domain, chosen by their types. Null is
// unlike any value, and what compares two nulls, or sizes a null, is null.
import type { KqlType, KqlValue } from '../kql-table';
import { canonicalText, castDynamic, intoDynamic } from '../values/dynamic';
import { convert } from '../values/convert';
import { expressionOf, isNumeric, textOf, type Expression, type Read, type Row } from './expression';

type Comparable = string | number | null;
export type Domain = 'text' | 'guid' | 'json' | KqlType;

/** What values of the two types are compared as. */
export function domainOf(left: KqlType, right: KqlType): Domain {
  const other = left === 'dynamic' ? right : left;
  if (left === 'dynamic' && right === 'dynamic') return 'json';
  if (left === 'string' && right === 'string') return 'text';
  if (left === 'guid' || right === 'guid') return 'guid';
  if (left === 'dynamic' || right === 'dynamic') return other === 'string' ? 'text' : other;
  if (left === 'string') return right;
  if (right === 'string') return left;
  return isNumeric(left) && isNumeric(right) ? 'real' : left;
}

/** Reads an expression in a domain: texts as they are, all else as numbers. */
export function readIn(domain: Domain, expression: Expression): Read<Comparable> {
  const { type, read } = expression;
  if (domain === 'text') return type === 'string' ? textOf(expression) : (row) => asText(read(row));
  if (domain === 'guid') {
    const text = textOf(expression);
    return (row) => text(row).toLowerCase() || null;
  }
  if (domain === 'json') return (row) => jsonKey(read(row), type);
  return (row) => {
    const value = read(row);
    if (typeof value === 'number' && type !== 'dynamic') return value;
    if (typeof value === 'boolean') return Number(value);
    if (value === null) return null;
    const seen =
      type === 'dynamic'
        ? castDynamic(value, wider(domain))
        : convert(value, type, domain === 'string' ? 'real' : domain);
    return typeof seen === 'boolean' ? Number(seen) : typeof seen === 'number' ? seen : null;
  };
}

/** A dynamic number is not cut down to the whole number that it is compared with. */
function wider(domain: KqlType): KqlType {
  return domain === 'int' || domain === 'long' || domain === 'string' ? 'real' : domain;
}

function asText(value: KqlValue): string | null {
  return typeof value === 'string' ? value : null;
}

function jsonKey(value: KqlValue, type: KqlType): string | null {
  return value === null ? null : canonicalText(intoDynamic(value, type));
}

type Sides = readonly [left: Expression, right: Expression];

function sidesOf([left, right]: Sides, fold: (value: Comparable) => Comparable = (value) => value) {
  const domain = domainOf(left.type, right.type);
  const [readLeft, readRight] = [readIn(domain, left), readIn(domain, right)];
  const folds =
    (read: Read<Comparable>): Read<Comparable> =>
    (row) =>
      fold(read(row));
  return { left: folds(readLeft), right: folds(readRight), plainLeft: readLeft, plainRight: readRight };
}

export function compileEquality(sides: Sides, wanted: boolean): Expression {
  const { plainLeft: left, plainRight: right } = sidesOf(sides);
  return expressionOf('bool', sides, (row) => {
    const [a, b] = [left(row), right(row)];
    if (a === null && b === null) return null;
    return (a === b) === wanted;
  });
}

/** `=~` and `!~`: of texts, whatever their case. */
export function compileTextEquality(sides: Sides, wanted: boolean): Expression {
  const { left, right } = sidesOf(sides, lower);
  return expressionOf('bool', sides, (row) => (left(row) === right(row)) === wanted);
}

const TESTS = {
  '<': (a: string | number, b: string | number) => a < b,
  '<=': (a: string | number, b: string | number) => a <= b,
  '>': (a: string | number, b: string | number) => a > b,
  '>=': (a: string | number, b: string | number) => a >= b,
} as const;

export type OrderOperator = keyof typeof TESTS;

export function compileOrder(sides: Sides, operator: OrderOperator): Expression {
  const { plainLeft: left, plainRight: right } = sidesOf(sides);
  const test = TESTS[operator];
  return expressionOf('bool', sides, (row) => {
    const [a, b] = [left(row), right(row)];
    return a === null || b === null ? null : test(a, b);
  });
}

/** `x between (a .. b)`, both ends included; a timespan as second end of datetimes counts from the first. */
export function compileBetween(value: Expression, first: Expression, second: Expression, wanted: boolean): Expression {
  const ofFirst = domainOf(value.type, first.type);
  const readLow = readIn(ofFirst, first);
  const isReach = second.type === 'timespan' && value.type === 'datetime';
  const reach = readIn('timespan', second);
  const ofSecond = isReach ? ofFirst : domainOf(value.type, second.type);
  const readHigh: Read<Comparable> = isReach ? (row) => sum(readLow(row), reach(row)) : readIn(ofSecond, second);
  const [aboveLow, belowHigh] = [readIn(ofFirst, value), readIn(ofSecond, value)];
  return expressionOf('bool', [value, first, second], (row: Row) => {
    const [low, high, one, other] = [readLow(row), readHigh(row), aboveLow(row), belowHigh(row)];
    if (low === null || high === null || one === null || other === null) return null;
    return (one >= low && other <= high) === wanted;
  });
}

function sum(a: Comparable, b: Comparable): number | null {
  return typeof a === 'number' && typeof b === 'number' ? a + b : null;
}

function lower(value: Comparable): Comparable {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
