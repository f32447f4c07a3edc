// Values on their way into and out of `dynamic`, which holds JSON: a datetime or timespan stands in it as its text.
import type { KqlType, KqlValue } from '../kql-table';
import { formatDatetime, parseDatetime } from './instant';
import { formatTimespan, parseTimespan } from './timespan';

export type Bag = { readonly [key: string]: unknown };

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON's values are KQL's; anything else (there is none in parsed JSON) counts as absent. */
export function fromJson(value: unknown): KqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isList(value) || isBag(value) ? value : null;
}

export function intoDynamic(value: KqlValue, type: KqlType): KqlValue {
  if (typeof value !== 'number') return value;
  if (type === 'datetime') return formatDatetime(value);
  if (type === 'timespan') return formatTimespan(value);
  // JSON has no such numbers.
  return Number.isFinite(value) ? value : null;
}

/** A dynamic value seen as `type`, without parsing: what is of another type is null. Used by `to typeof()`. */
export function castDynamic(value: KqlValue, type: KqlType): KqlValue {
  if (type === 'dynamic') return value;
  if (type === 'string') return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (type === 'bool') return typeof value === 'boolean' ? value : null;
  if (type === 'guid') return typeof value === 'string' ? value : null;
  if (type === 'datetime') return typeof value === 'string' ? parseDatetime(value) : null;
  if (type === 'timespan') return typeof value === 'string' ? parseTimespan(value) : null;
  if (typeof value !== 'number') return null;
  return type === 'int' || type === 'long' ? Math.trunc(value) : value;
}

/** Text as `parse_json` reads it: no JSON is a string of its own, nothing is null. */
export function parseDynamic(text: string): KqlValue {
  if (text === '') return null;
  try {
    return fromJson(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Equal text means equal value: the order of a bag's keys does not count. */
export function canonicalText(value: unknown): string {
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isBag(value)) return JSON.stringify(value ?? null);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`).join(',')}}`;
}
