// Functions of arrays in `dynamic`: what is no array makes the result null.
import { checkElements } from '../budget';
import type { KqlValue } from '../kql-table';
import { canonicalText, isList } from '../values/dynamic';
import { coerced, numberOf } from '../expressions/expression';
import { argument, onDynamics, type ScalarFunction, type ScalarFunctions } from './scalar-function';

/** Elements unlike each other, the first of each kept, in their order. */
export function distinctElements(elements: readonly unknown[]): unknown[] {
  const seen = new Map<string, unknown>();
  for (const element of elements) {
    const key = canonicalText(element);
    if (!seen.has(key)) seen.set(key, element);
  }
  return [...seen.values()];
}

function keysOf(elements: readonly unknown[]): Set<string> {
  return new Set(elements.map(canonicalText));
}

function filteredBy(elements: readonly unknown[], keys: ReadonlySet<string>, wanted: boolean): unknown[] {
  return elements.filter((each) => keys.has(canonicalText(each)) === wanted);
}

const concat = onDynamics((...arrays) => {
  const joined = arrays.flatMap((each) => (isList(each) ? each : [each]));
  checkElements(joined.length);
  return joined;
});

/** Both ends included; negative ones count from the end. */
const slice = onDynamics((array, start, end) => {
  if (!isList(array) || typeof start !== 'number' || typeof end !== 'number') return null;
  const from = start < 0 ? Math.max(0, array.length + start) : start;
  const to = end < 0 ? array.length + end : end;
  return array.slice(from, to + 1);
});

/** `array_index_of(array, value[, start[, length[, occurrence]]])`: -1 for none, null for an impossible wish. */
const indexOf: ScalarFunction = (call) => {
  const [array, value] = [coerced(argument(call, 0), 'dynamic'), coerced(argument(call, 1), 'dynamic')];
  const [start, length, occurrence] = [2, 3, 4].map((index) => numberOf(argument(call, index)));
  return (row) => {
    const elements = array(row);
    if (!isList(elements)) return null;
    const given = start?.(row) ?? 0;
    const from = given < 0 ? Math.max(0, elements.length + given) : given;
    const reach = length?.(row) ?? -1;
    let left = occurrence?.(row) ?? 1;
    if (reach < -1 || left < 0) return null;
    const sought = canonicalText(value(row));
    const end = reach === -1 ? elements.length : Math.min(elements.length, from + reach);
    for (let at = from; at < end; at += 1) {
      if (canonicalText(elements[at]) === sought) left -= 1;
      if (left === 0) return at;
    }
    return -1;
  };
};

const setOf = (combine: (a: readonly unknown[], b: readonly unknown[]) => readonly unknown[]) =>
  onDynamics((...arrays) => {
    if (!arrays.every(isList)) return null;
    const [first = [], ...others] = arrays;
    const combined = distinctElements(others.reduce((so, other) => combine(so, other), first));
    checkElements(combined.length);
    return combined;
  });

function sorted(direction: 1 | -1): ScalarFunction {
  return onDynamics((array) => {
    if (!isList(array)) return null;
    const present = array.filter((each) => each !== null);
    const absent = array.filter((each) => each === null);
    return [...present.sort((a, b) => direction * compareElements(a, b)), ...absent];
  });
}

function compareElements(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [typeof a === 'string' ? a : canonicalText(a), typeof b === 'string' ? b : canonicalText(b)];
  return left < right ? -1 : Number(left > right);
}

/** `range(start, stop[, step])`: numbers (or instants) up to the stop, which is included. */
const range: ScalarFunction = (call) => {
  const [start, stop] = [numberOf(argument(call, 0)), numberOf(argument(call, 1))];
  const type = argument(call, 0).type;
  const element = coerced({ type, constant: false, read: ([value = null]) => value }, 'dynamic');
  const step = call.args[2] ? numberOf(call.args[2]) : () => (type === 'datetime' ? 3_600_000 : 1);
  return (row) => {
    const [from, to, by] = [start(row), stop(row), step(row)];
    if (from === null || to === null || by === null || by === 0) return null;
    const count = Math.max(0, Math.floor((to - from) / by) + 1);
    checkElements(count);
    return Array.from({ length: count }, (_, index) => element([from + index * by]));
  };
};

const repeat = onDynamics((value, count) => {
  if (typeof count !== 'number' || count < 0) return null;
  checkElements(count);
  return new Array<KqlValue>(Math.trunc(count)).fill(value ?? null);
});

export const ARRAY_FUNCTIONS: ScalarFunctions = {
  array_length: onDynamics((array) => (isList(array) ? array.length : null)),
  arraylength: onDynamics((array) => (isList(array) ? array.length : null)),
  array_concat: concat,
  array_slice: slice,
  array_index_of: indexOf,
  array_reverse: onDynamics((array) => (isList(array) ? [...array].reverse() : null)),
  array_sort_asc: sorted(1),
  array_sort_desc: sorted(-1),
  set_has_element: onDynamics((array, value) => (isList(array) ? keysOf(array).has(canonicalText(value)) : null)),
  set_union: setOf((a, b) => [...a, ...b]),
  set_intersect: setOf((a, b) => filteredBy(a, keysOf(b), true)),
  set_difference: setOf((a, b) => filteredBy(a, keysOf(b), false)),
  pack_array: onDynamics((...values) => values),
  range,
  repeat,
};
