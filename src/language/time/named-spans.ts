// Spans of time by their names, each as the contract's table has it: rolling ones end now, calendar ones at midnight.
import type { DateTime } from 'luxon';
import type { Calendar } from './calendar';
import type { SpanUnit, TimeReading } from './time-reading';

type Unit = Exclude<SpanUnit, 'other' | 'weekends'>;

const MORNING_ENDS = 12;
const NIGHT_BEGINS = 18;
const NIGHT_ENDS = 6;
const MONDAY_AFTER = 2;
const SATURDAY = 6;
/** Minutes of the units that are exact durations. */
const EXACT = { minutes: 1, hours: 60, days: 1_440, weeks: 10_080 } as const;

const at = (day: DateTime, hour: number) => day.set({ hour, minute: 0, second: 0, millisecond: 0 });

/** Now minus so many units .. now. Null where the calendar does not reach back so far. */
export function rolling(calendar: Calendar, count: number, unit: Unit): TimeReading | null {
  const { now } = calendar;
  const from = unit === 'months' ? now.minus({ months: count }) : now.minus({ minutes: count * EXACT[unit] });
  if (count < 1 || !from.isValid || from.year < 1) return null;
  return { from, to: now, unit, count, period: { last: count, unit } };
}

export function day(calendar: Calendar, start: DateTime): TimeReading {
  return { from: start, to: calendar.daysAfter(start, 1), unit: 'days', count: 1, period: null };
}

export function today(calendar: Calendar): TimeReading {
  return { from: calendar.day(0), to: calendar.now, unit: 'days', count: 1, period: 'today' };
}

export function yesterday(calendar: Calendar): TimeReading {
  return { from: calendar.day(-1), to: calendar.day(0), unit: 'days', count: 1, period: 'yesterday' };
}

export function thisMorning(calendar: Calendar): TimeReading {
  const from = calendar.day(0);
  return { from, to: at(from, MORNING_ENDS), unit: 'other', count: 1, period: null };
}

export function lastNight(calendar: Calendar): TimeReading {
  const [evening, morning] = [at(calendar.day(-1), NIGHT_BEGINS), at(calendar.day(0), NIGHT_ENDS)];
  return { from: evening, to: morning, unit: 'other', count: 1, period: null };
}

export function week(calendar: Calendar, back: 0 | 1): TimeReading {
  const from = calendar.monday(-back);
  const to = back === 0 ? calendar.now : calendar.monday(0);
  return { from, to, unit: 'weeks', count: 1, period: back === 0 ? 'thisWeek' : 'lastWeek' };
}

export function month(calendar: Calendar, back: 0 | 1): TimeReading {
  const from = calendar.firstOfMonth(-back);
  const to = back === 0 ? calendar.now : calendar.firstOfMonth(0);
  return { from, to, unit: 'months', count: 1, period: back === 0 ? 'thisMonth' : 'lastMonth' };
}

/** The most recent one begun, or the latest one that is over. */
export function weekend(calendar: Calendar, over: boolean): TimeReading {
  const saturday = calendar.mostRecent(SATURDAY, false);
  const monday = calendar.daysAfter(saturday, MONDAY_AFTER);
  const from = over && monday > calendar.now ? calendar.daysAfter(saturday, -7) : saturday;
  return { from, to: calendar.daysAfter(from, MONDAY_AFTER), unit: 'weekends', count: 1, period: null };
}

/** A month by its name: the most recent one not in the future, unless the year is named. */
export function namedMonth(calendar: Calendar, monthOfYear: number, named: number | null): TimeReading | null {
  const thisYear = calendar.dayOf({ year: named ?? calendar.now.year, month: monthOfYear, day: 1 });
  const isAhead = named === null && thisYear !== null && thisYear > calendar.now;
  const from = isAhead ? calendar.dayOf({ year: calendar.now.year - 1, month: monthOfYear, day: 1 }) : thisYear;
  if (from === null) return null;
  const to = calendar.startOf(from.set({ hour: 12 }).plus({ months: 1 }));
  return { from, to, unit: 'months', count: 1, period: null };
}
