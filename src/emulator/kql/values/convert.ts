// What `toint()`, `tobool()`, `todatetime()` and their like make of a value of any type: null where nothing fits.
import type { KqlType, KqlValue } from '../kql-table';
import { FIRST_INSTANT, parseDatetime, withinCalendar } from './instant';
import { parseTimespan } from './timespan';
import { toText } from './to-text';

const TICKS = 10_000;
const WHOLE = /^\s*[+-]?(\d+|0x[0-9a-f]+)\s*$/i;
const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
const GUID = /^\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;
/** Whole numbers from here on do not fit the type. */
const RANGES = { int: 2 ** 31, long: 2 ** 63 };

export function convert(value: KqlValue, from: KqlType, to: KqlType): KqlValue {
  if (to === 'string') return toText(value, from);
  if (value === null) return null;
  if (to === 'dynamic' || from === to) return value;
  if (to === 'bool') return toBool(value);
  if (to === 'datetime') return toDatetime(value, from);
  if (to === 'timespan') return toSpan(value, from);
  if (to === 'guid') return typeof value === 'string' ? toGuid(value) : null;
  return toNumber(value, from, to);
}

function toNumber(value: KqlValue, from: KqlType, to: KqlType): number | null {
  const number = plainNumber(value, from, to);
  if (number === null || to === 'real' || to === 'decimal') return number;
  if (!Number.isFinite(number)) return null;
  const whole = Math.trunc(number);
  const range = to === 'int' ? RANGES.int : RANGES.long;
  return whole >= range || whole < -range ? null : whole;
}

function plainNumber(value: KqlValue, from: KqlType, to: KqlType): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return numberOfText(value, to);
  if (typeof value !== 'number') return null;
  if (from === 'datetime') return Math.round((value - FIRST_INSTANT) * TICKS);
  return from === 'timespan' ? Math.round(value * TICKS) : value;
}

function numberOfText(text: string, to: KqlType): number | null {
  const form = to === 'int' || to === 'long' ? WHOLE : NUMBER;
  if (form.test(text)) return Number(text.replace('+', '').trim());
  if (to === 'real' && /^[+-]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return to === 'real' && /^nan$/i.test(text) ? NaN : null;
}

function toBool(value: KqlValue): boolean | null {
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'string') return typeof value === 'boolean' ? value : null;
  const word = value.trim().toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  return WHOLE.test(word) ? Number(word) !== 0 : null;
}

function toDatetime(value: KqlValue, from: KqlType): number | null {
  if (typeof value === 'string') return parseDatetime(value);
  // A number counts ticks from the first day of the calendar.
  const isNumber = typeof value === 'number' && (from === 'long' || from === 'int' || from === 'dynamic');
  return isNumber ? withinCalendar(value / TICKS + FIRST_INSTANT) : null;
}

function toSpan(value: KqlValue, from: KqlType): number | null {
  if (typeof value === 'string') return parseTimespan(value);
  return typeof value === 'number' && from !== 'datetime' ? value / TICKS : null;
}

function toGuid(text: string): string | null {
  const groups = GUID.exec(text.trim());
  return groups ? groups.slice(1).join('-').toLowerCase() : null;
}
