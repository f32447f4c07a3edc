// Reads values out of JSON from Graph that may be missing, of another type, or far too long. Nothing here throws.
import { parseInstant, instantFromMs, type Instant } from '../domain/instant';
import { untrustedOrNull, type Untrusted } from '../domain/untrusted';

export type WireObject = Readonly<Record<string, unknown>>;

/** Graph's opaque ids; what does not match never reaches an address. */
export const GRAPH_ID = /^[A-Za-z0-9_-]{1,128}$/;
export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?[+-]\d{2}:\d{2}$/;

export function asObject(value: unknown): WireObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** At most `max` elements; empty for what is no array. */
export function listOf(value: unknown, max: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, max) : [];
}

/** Trimmed text of at most `max` characters; null for no string, blanks, and anything longer. */
export function textOf(value: unknown, max: number): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' || trimmed.length > max ? null : trimmed;
}

/** Free text, cut after `max` characters. */
export function outsideText(value: unknown, max: number): Untrusted | null {
  return untrustedOrNull(typeof value === 'string' ? value.slice(0, max) : null);
}

/** The member that the value spells, in any case (Graph's own samples vary); null for any other. */
export function memberOf<T extends string>(members: readonly T[], value: unknown): T | null {
  if (typeof value !== 'string') return null;
  const folded = value.toLowerCase();
  return members.find((member) => member.toLowerCase() === folded) ?? null;
}

export function guidOf(value: unknown): string | null {
  return typeof value === 'string' && GUID.test(value) ? value.toLowerCase() : null;
}

/** Ids that samples give as digits in a string; a number is taken as its digits. */
export function idOf(value: unknown): string | null {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === 'string' && GRAPH_ID.test(text) ? text : null;
}

/** An offset other than Z costs the digits below a millisecond. */
export function instantOf(value: unknown): Instant | null {
  const exact = parseInstant(value);
  if (exact !== null || typeof value !== 'string' || !WITH_OFFSET.test(value)) return exact;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : instantFromMs(ms);
}
