// Instants for tests, written as Graph writes them.
import { instantFromMs, parseInstant, type Instant } from '../../src/domain/instant';

/** The moment at which most tests begin: a Monday morning. */
export const START = '2026-11-23T06:00:00Z';
export const START_MS = Date.parse(START);

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new RangeError(`no UTC instant: ${text}`);
  return instant;
}

/** `START` plus so many milliseconds; negative lies before it. */
export const afterStart = (ms: number): Instant => instantFromMs(START_MS + ms);

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
