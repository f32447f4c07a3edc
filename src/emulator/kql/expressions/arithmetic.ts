// `+ - * / %` and the signs. Whole numbers divide to whole numbers; datetimes and timespans are milliseconds, so that
// most of their arithmetic is that of numbers. A null operand makes the result null.
import type { KqlType } from '../kql-table';
import { withinCalendar } from '../values/instant';
import { expressionOf, numberOf, type Expression } from './expression';

type Calculation = (a: number, b: number) => number | null;

export const ARITHMETIC_SIGNS = ['+', '-', '*', '/', '%'] as const;
export type ArithmeticSign = (typeof ARITHMETIC_SIGNS)[number];

export function compileArithmetic(
  sign: ArithmeticSign,
  left: Expression,
  right: Expression,
  type: KqlType,
): Expression {
  const calculate = bounded(calculationOf(sign, type), type);
  const [readLeft, readRight] = [numberOf(left), numberOf(right)];
  return expressionOf(type, [left, right], (row) => {
    const [a, b] = [readLeft(row), readRight(row)];
    return a === null || b === null ? null : calculate(a, b);
  });
}

export function compileNegation(of: Expression, type: KqlType): Expression {
  const read = numberOf(of);
  return expressionOf(type, [of], (row) => {
    const value = read(row);
    return value === null ? null : -value + 0;
  });
}

function calculationOf(sign: ArithmeticSign, type: KqlType): Calculation {
  if (sign === '+') return (a, b) => a + b;
  if (sign === '-') return (a, b) => a - b;
  // Adding 0 makes a negative zero, which KQL has not, a plain one.
  if (sign === '*') return (a, b) => a * b + 0;
  const isWhole = type === 'int' || type === 'long';
  if (sign === '/') return isWhole ? (a, b) => (b === 0 ? null : Math.trunc(a / b) + 0) : (a, b) => a / b;
  // The rest of a division is never negative in KQL.
  return (a, b) => (b === 0 ? null : ((a % b) + Math.abs(b)) % Math.abs(b));
}

/** A datetime outside the calendar, or a timespan that is none, is null. */
function bounded(calculate: Calculation, type: KqlType): Calculation {
  if (type === 'datetime') return (a, b) => nullOr(calculate(a, b), withinCalendar);
  if (type === 'timespan') return (a, b) => nullOr(calculate(a, b), (value) => (Number.isFinite(value) ? value : null));
  return calculate;
}

function nullOr(value: number | null, then: (value: number) => number | null): number | null {
  return value === null ? null : then(value);
}
