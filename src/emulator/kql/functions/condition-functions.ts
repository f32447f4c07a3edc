// Functions that choose between values or ask whether there is one.
import { coerced, numberOf, truthOf, type Expression, type Read } from '../expressions/expression';
import type { KqlType, KqlValue } from '../kql-table';
import { argument, onValues, type Call, type ScalarFunction, type ScalarFunctions } from './scalar-function';

const iff: ScalarFunction = (call) => {
  const condition = truthOf(argument(call, 0));
  const [then, otherwise] = [coerced(argument(call, 1), call.type), coerced(argument(call, 2), call.type)];
  return (row) => (condition(row) === true ? then(row) : otherwise(row));
};

/** `case(condition, value, …, otherwise)`. */
const caseOf: ScalarFunction = ({ args, type }) => {
  const branches: { holds: Read<boolean | null>; value: Read }[] = [];
  for (let index = 0; index + 1 < args.length; index += 2) {
    const [condition, value] = [args[index], args[index + 1]];
    if (condition && value) branches.push({ holds: truthOf(condition), value: coerced(value, type) });
  }
  const last = args.at(-1);
  const otherwise: Read = last && args.length % 2 === 1 ? coerced(last, type) : () => null;
  return (row) => (branches.find(({ holds }) => holds(row) === true)?.value ?? otherwise)(row);
};

/** The first that is not null; of texts the first that is not empty. */
const coalesce: ScalarFunction = ({ args, type }) => {
  const reads = args.map((each) => coerced(each, type));
  const absent: KqlValue = type === 'string' ? '' : null;
  return (row) => {
    for (const read of reads) {
      const value = read(row);
      if (value !== null && value !== absent) return value;
    }
    return absent;
  };
};

/** Nulls are passed over. */
function extreme(isBetter: (a: string | number, b: string | number) => boolean): ScalarFunction {
  return ({ args, type }) => {
    const reads = args.map((each) => comparableOf(each, type));
    return (row) => {
      let best: string | number | null = null;
      for (const read of reads) {
        const value = read(row);
        if (value !== null && (best === null || isBetter(value, best))) best = value;
      }
      return best;
    };
  };
}

function comparableOf(expression: Expression, type: KqlType): Read<string | number | null> {
  if (type !== 'string') return numberOf(expression);
  return (row) => {
    const value = expression.read(row);
    return typeof value === 'string' ? value : null;
  };
}

/** Null, or an empty text. */
function isAbsent(value: KqlValue): boolean {
  return value === null || value === '';
}

/** A text is never null, even when empty. */
function isNullOf({ args: [given] }: Call): Read<boolean> {
  if (!given || given.type === 'string') return () => false;
  return (row) => given.read(row) === null;
}

const KINDS: Partial<Record<KqlType, string>> = { real: 'double' };

function typeName(value: KqlValue, type: KqlType): string {
  if (type !== 'dynamic') return value === null ? 'null' : (KINDS[type] ?? type);
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'object') return 'dictionary';
  if (typeof value === 'number') return Number.isInteger(value) ? 'long' : 'double';
  return typeof value === 'boolean' ? 'bool' : 'string';
}

const not: ScalarFunction = (call) => {
  const read = truthOf(argument(call, 0));
  return (row) => {
    const value = read(row);
    return value === null ? null : !value;
  };
};

export const CONDITION_FUNCTIONS: ScalarFunctions = {
  iff,
  iif: iff,
  case: caseOf,
  coalesce,
  not,
  max_of: extreme((a, b) => a > b),
  min_of: extreme((a, b) => a < b),
  isempty: onValues(([value = null]) => isAbsent(value)),
  isnotempty: onValues(([value = null]) => !isAbsent(value)),
  notempty: onValues(([value = null]) => !isAbsent(value)),
  isnull: isNullOf,
  isnotnull: (call) => negated(isNullOf(call)),
  notnull: (call) => negated(isNullOf(call)),
  gettype: onValues(([value = null], [type = 'dynamic']) => typeName(value, type)),
};

function negated(read: Read<boolean>): Read<boolean> {
  return (row) => !read(row);
}
