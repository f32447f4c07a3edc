// Instants as Graph writes them: UTC with up to seven fraction digits, which a JavaScript Date cannot hold.
// As plain strings `…00.3Z` sorts before `…00Z`, so every instant is padded to one form before it is compared.

/** `2026-08-14T09:30:12.4812345Z`: UTC, always seven fraction digits, so that string order is time order. */
export type Instant = string & { readonly __instant: unique symbol };

const SHAPE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?Z$/;

/** A day that no calendar has (30 February, 24:00) is read by JavaScript as another day. */
function isOnCalendar(second: string): boolean {
  const ms = Date.parse(`${second}Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(second);
}

/** Pads a wire instant; null when the text is no UTC instant. Digits past the seventh are cut, as Graph's ticks end there. */
export function parseInstant(text: unknown): Instant | null {
  if (typeof text !== 'string') return null;
  const parts = SHAPE.exec(text);
  if (!parts?.[1] || !isOnCalendar(parts[1])) return null;
  const fraction = (parts[2] ?? '').slice(0, 7).padEnd(7, '0');
  return `${parts[1]}.${fraction}Z` as Instant;
}

export function instantFromMs(ms: number): Instant {
  return new Date(ms).toISOString().replace('Z', '0000Z') as Instant;
}

/** Milliseconds since the epoch; ticks below a millisecond are dropped. */
export function instantToMs(instant: Instant): number {
  return Date.parse(`${instant.slice(0, 23)}Z`);
}

export function earlierBy(instant: Instant, ms: number): Instant {
  return instantFromMs(instantToMs(instant) - ms);
}

export function latest(a: Instant, b: Instant): Instant {
  return a >= b ? a : b;
}

/** The form an OData filter takes: the padded instant itself is a legal literal. */
export function toFilterLiteral(instant: Instant): string {
  return instant;
}
