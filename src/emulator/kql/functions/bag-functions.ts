// Functions of property bags in `dynamic`.
import type { KqlValue } from '../kql-table';
import { fromJson, isBag, isList, type Bag } from '../values/dynamic';
import { onDynamics, type ScalarFunctions } from './scalar-function';

/** Of names and values by turns. */
const pack = onDynamics((...parts) => {
  const entries: [string, KqlValue][] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    entries.push([String(parts[index] ?? ''), parts[index + 1] ?? null]);
  }
  return Object.fromEntries(entries);
});

/** What an earlier bag says stays. */
const merge = onDynamics((...bags) => {
  const given = bags.filter(isBag);
  return given.length === 0 ? null : mergedBags(given);
});

export function mergedBags(bags: readonly Bag[]): Bag {
  return Object.fromEntries([...bags].reverse().flatMap((bag) => Object.entries(bag)));
}

const removeKeys = onDynamics((bag, keys) => {
  if (!isBag(bag) || !isList(keys)) return null;
  const removed = new Set(keys);
  return Object.fromEntries(Object.entries(bag).filter(([key]) => !removed.has(key)));
});

const setKey = onDynamics((bag, key, value) => {
  if (!isBag(bag) || typeof key !== 'string') return null;
  return Object.fromEntries([...Object.entries(bag), [key, fromJson(value)]]);
});

export const BAG_FUNCTIONS: ScalarFunctions = {
  bag_keys: onDynamics((bag) => (isBag(bag) ? Object.keys(bag) : null)),
  bag_has_key: onDynamics((bag, key) => (isBag(bag) ? Object.hasOwn(bag, String(key)) : null)),
  bag_merge: merge,
  bag_remove_keys: removeKeys,
  bag_set_key: setKey,
  bag_pack: pack,
  pack,
  pack_dictionary: pack,
};
