// What an aggregate is: for each group something that takes rows and, at the end, gives its values.
import type { KqlColumn, KqlType, KqlValue } from '../kql-table';
import type { Expression, Read, Row } from '../expressions/expression';
import { constantValue, literal, truthOf } from '../expressions/expression';
import { semanticFault } from '../expressions/scope';

export interface Accumulator {
  add(row: Row): void;
  /** One value for each of the aggregate's columns. */
  results(): readonly KqlValue[];
}

export interface AggregateCall {
  readonly name: string;
  readonly args: readonly Expression[];
  /** Of the result, where there is one. */
  readonly type: KqlType;
  /** Of the result, where there are several. */
  readonly columns: readonly KqlColumn[];
}

/** Starts the accumulator of one group. */
export type Start = () => Accumulator;
export type AggregateFunction = (call: AggregateCall) => Start;
export type AggregateFunctions = Readonly<Record<string, AggregateFunction>>;

export function argumentOf({ args }: AggregateCall, index: number): Expression {
  return args[index] ?? literal(null, 'string');
}

export function constantOf(call: AggregateCall, index: number): KqlValue {
  const given = call.args[index];
  if (!given) return null;
  const value = constantValue(given);
  if (value === undefined) throw semanticFault(`Argument ${index + 1} of ${call.name}() must be a constant.`);
  return value;
}

/** The same aggregate over the rows for which its condition holds; the condition is argument number `at`. */
export function onlyIf(aggregate: AggregateFunction, at: number): AggregateFunction {
  return (call) => {
    const holds: Read<boolean | null> = truthOf(argumentOf(call, at));
    const start = aggregate({ ...call, args: call.args.filter((_, index) => index !== at) });
    return () => {
      const inner = start();
      return {
        add(row) {
          if (holds(row) === true) inner.add(row);
        },
        results: () => inner.results(),
      };
    };
  };
}
