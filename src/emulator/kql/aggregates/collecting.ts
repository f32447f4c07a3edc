// make_list, make_set, make_bag: values gathered into a dynamic, nulls left out. A set of arrays is the set of their
// elements. Sets and lists keep the order in which they met their values.
import { ARRAY_ELEMENTS } from '../budget';
import { coerced, constantValue } from '../expressions/expression';
import { semanticFault } from '../expressions/scope';
import { mergedBags } from '../functions/bag-functions';
import { canonicalText, isBag, isList, type Bag } from '../values/dynamic';
import { boundedDynamic } from '../values/dynamic-size';
import { argumentOf, onlyIf, type AggregateCall, type AggregateFunction, type AggregateFunctions } from './aggregate';

/** The older names stop sooner. */
export const OLD_ELEMENTS = 128;

/** Elements at most: the last argument, when it is given. */
function mostOf(call: AggregateCall, otherwise: number): number {
  const given = call.args[1];
  if (!given) return otherwise;
  const value = constantValue(given);
  if (typeof value !== 'number') throw semanticFault(`The size of ${call.name}() must be a constant number.`);
  return Math.min(value, ARRAY_ELEMENTS);
}

function list(otherwise: number, withNulls = false): AggregateFunction {
  return (call) => {
    const read = coerced(argumentOf(call, 0), 'dynamic');
    const most = mostOf(call, otherwise);
    return () => {
      const gathered: unknown[] = [];
      return {
        add(row) {
          if (gathered.length >= most) return;
          const value = read(row);
          if (value !== null || withNulls) gathered.push(value);
        },
        results: () => [boundedDynamic(gathered)],
      };
    };
  };
}

function set(otherwise: number): AggregateFunction {
  return (call) => {
    const read = coerced(argumentOf(call, 0), 'dynamic');
    const most = mostOf(call, otherwise);
    return () => {
      const gathered = new Map<unknown, unknown>();
      const take = (value: unknown) => {
        if (value === null || gathered.size >= most) return;
        const key = typeof value === 'object' ? canonicalText(value) : value;
        if (!gathered.has(key)) gathered.set(key, value);
      };
      return {
        add(row) {
          const value = read(row);
          if (isList(value)) value.forEach(take);
          else take(value);
        },
        results: () => [boundedDynamic([...gathered.values()])],
      };
    };
  };
}

const bag: AggregateFunction = (call) => {
  const { read } = argumentOf(call, 0);
  return () => {
    const gathered: Bag[] = [];
    return {
      add(row) {
        const value = read(row);
        if (isBag(value)) gathered.push(value);
      },
      results: () => [boundedDynamic(mergedBags(gathered))],
    };
  };
};

const makeList = list(ARRAY_ELEMENTS);
const makeSet = set(ARRAY_ELEMENTS);

export const COLLECTING_AGGREGATES: AggregateFunctions = {
  make_list: makeList,
  make_list_if: onlyIf(makeList, 1),
  make_list_with_nulls: list(ARRAY_ELEMENTS, true),
  makelist: list(OLD_ELEMENTS),
  make_set: makeSet,
  make_set_if: onlyIf(makeSet, 1),
  makeset: set(OLD_ELEMENTS),
  make_bag: bag,
  make_bag_if: onlyIf(bag, 1),
};
