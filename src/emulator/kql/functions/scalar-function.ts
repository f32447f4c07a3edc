// What a built-in scalar function is: given its compiled arguments, a function from a row to its value.
import type { KqlType, KqlValue } from '../kql-table';
import {
  coerced,
  constantValue,
  literal,
  numberOf,
  textOf,
  type Expression,
  type Read,
  type Row,
} from '../expressions/expression';
import { semanticFault } from '../expressions/scope';
import { boundedDynamic } from '../values/dynamic-size';

export interface Call {
  readonly name: string;
  readonly args: readonly Expression[];
  /** Of the result, as the language package infers it. */
  readonly type: KqlType;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export type ScalarFunction = (call: Call) => Read;
export type ScalarFunctions = Readonly<Record<string, ScalarFunction>>;

/** The language package has counted the arguments: one that is missing was optional, and is null. */
export function argument({ args }: Call, index: number): Expression {
  return args[index] ?? literal(null, 'string');
}

/** An argument that must be the same for every row; null when left out. */
export function constantArgument(call: Call, index: number): KqlValue {
  const given = call.args[index];
  if (!given) return null;
  const value = constantValue(given);
  if (value === undefined) throw semanticFault(`Argument ${index + 1} of ${call.name}() must be a constant.`);
  return value;
}

/** Of one text. */
export function onText(compute: (text: string) => KqlValue): ScalarFunction {
  return (call) => {
    const read = textOf(argument(call, 0));
    return (row) => compute(read(row));
  };
}

/** Of all arguments as texts. */
export function onTexts(compute: (texts: readonly string[]) => KqlValue): ScalarFunction {
  return ({ args }) => {
    const reads = args.map(textOf);
    return (row) => compute(reads.map((read) => read(row)));
  };
}

/** Of numbers; null when one of them is. */
export function onNumbers(compute: (...numbers: number[]) => number | boolean | null): ScalarFunction {
  return ({ args }) => {
    const reads = args.map(numberOf);
    const [first, second] = reads;
    if (first && reads.length === 1) return (row) => ofOne(first(row), compute);
    if (first && second && reads.length === 2) return (row) => ofTwo(first(row), second(row), compute);
    return (row) => {
      const numbers = reads.map((read) => read(row));
      return numbers.every((number) => number !== null) ? compute(...numbers) : null;
    };
  };
}

function ofOne(a: number | null, compute: (a: number) => number | boolean | null) {
  return a === null ? null : compute(a);
}

function ofTwo(a: number | null, b: number | null, compute: (a: number, b: number) => number | boolean | null) {
  return a === null || b === null ? null : compute(a, b);
}

/** Of values as they are, each with its type. */
export function onValues(
  compute: (values: readonly KqlValue[], types: readonly KqlType[]) => KqlValue,
): ScalarFunction {
  return ({ args }) => {
    const types = args.map(({ type }) => type);
    return (row) => compute(readAll(args, row), types);
  };
}

/** Of values as JSON holds them. */
export function onDynamics(compute: (...values: KqlValue[]) => KqlValue): ScalarFunction {
  return ({ args }) => {
    const reads = args.map((each) => coerced(each, 'dynamic'));
    // Only what holds something that is large already can grow beyond bounds.
    const grows = args.some(({ type }) => type === 'dynamic');
    const measured = (value: KqlValue) => (grows ? boundedDynamic(value) : value);
    return (row) => measured(compute(...reads.map((read) => read(row))));
  };
}

function readAll(args: readonly Expression[], row: Row): KqlValue[] {
  return args.map(({ read }) => read(row));
}
