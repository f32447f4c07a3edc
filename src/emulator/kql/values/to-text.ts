// What `tostring()` makes of each type. Null becomes the empty string, as a string is never null in KQL.
import type { KqlType, KqlValue } from '../kql-table';
import { formatDatetime } from './instant';
import { formatTimespan } from './timespan';

export function toText(value: KqlValue, type: KqlType): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, type);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return JSON.stringify(value);
}

function numberText(value: number, type: KqlType): string {
  if (type === 'datetime') return formatDatetime(value);
  if (type === 'timespan') return formatTimespan(value);
  // A real shows that it is one; inside a dynamic the number stands as JSON writes it.
  if (type === 'real' && Number.isInteger(value) && Math.abs(value) < 1e15) return value.toFixed(1);
  return String(value);
}
