// The request's Timespan: an ISO 8601 duration, an interval in three forms, or one instant up to now.
import { DateTime, Duration, Interval } from 'luxon';
import { HUNTING_REACH_DAYS } from '../hunting/hunting-data';
import { badRequest } from './graph-error';

/** Milliseconds since the epoch, both ends included. */
export interface Span {
  from: number;
  to: number;
}

const UTC = { zone: 'utc' } as const;
/** A duration has figures and no signs, which luxon would let pass. */
const PART = /^(P(?=.*\d)[^-]+|\d.*)$/;

/** The span asked for; the days that hunting reaches back when nothing is. Throws GraphError 400. */
export function huntingSpan(text: string | undefined, now: number): Span {
  if (text === undefined) return { from: before(Duration.fromObject({ days: HUNTING_REACH_DAYS }), now), to: now };
  if (!text.split('/').every((part) => PART.test(part))) throw invalid(text);
  const span = text.includes('/') ? intervalOf(text) : spanUpTo(text, now);
  if (span === null) throw invalid(text);
  return span;
}

const invalid = (text: string) => badRequest(`Invalid Timespan '${text}'.`);

function intervalOf(text: string): Span | null {
  const interval = Interval.fromISO(text, UTC);
  if (!interval.isValid) return null;
  return { from: interval.start.toMillis(), to: interval.end.toMillis() };
}

function spanUpTo(text: string, now: number): Span | null {
  const duration = Duration.fromISO(text);
  if (duration.isValid) return { from: before(duration, now), to: now };
  const instant = DateTime.fromISO(text, UTC);
  return instant.isValid ? { from: instant.toMillis(), to: now } : null;
}

function before(duration: Duration, now: number): number {
  return DateTime.fromMillis(now, UTC).minus(duration).toMillis();
}
