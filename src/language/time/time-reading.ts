// A span of time as a sentence named it: its instants now, and, where a schedule can repeat it, the same in words.
import type { Period, PERIOD_UNITS } from '../../domain/command';
import type { Milliseconds } from './calendar';

export type SpanUnit = (typeof PERIOD_UNITS)[number] | 'weekends' | 'other';

export interface TimeReading {
  from: Milliseconds;
  /** Exclusive. */
  to: Milliseconds;
  /** What the span is one of, or many of; what a period "before" it must be, too. */
  unit: SpanUnit;
  /** How many of the unit, where a comparison may say "the 7 days before". */
  count: number;
  /** Null where each run of a schedule would mean another thing by it. */
  period: Period | null;
  /** ISO weekday of a day named so: `weekly on Monday` is a schedule. */
  weekday?: number;
}

/** A reading and the token behind it. */
export interface Found<Value> {
  value: Value;
  next: number;
}
