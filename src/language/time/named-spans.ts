// Spans of time by their names, each as the contract's table has it: rolling ones end now, calendar ones at midnight.
import { dayNumber, localDay, MINUTE_MS, type Calendar, type DayNumber } from './calendar';
import type { SpanUnit, TimeReading } from './time-reading';

type Unit = Exclude<SpanUnit, 'other' | 'weekends'>;

const MORNING_ENDS = 12;
const NIGHT_BEGINS = 18;
const NIGHT_ENDS = 6;
const WEEKEND_DAYS = 2;
const WEEK_DAYS = 7;
const SATURDAY = 6;
/** Minutes of the units that are exact durations. */
const EXACT = { minutes: 1, hours: 60, days: 1_440, weeks: 10_080 } as const;
/** The year 1: an instant before it has no ISO form of four figures. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z');

/** Now minus so many units .. now. Null where the calendar does not reach back so far. */
export function rolling(calendar: Calendar, count: number, unit: Unit): TimeReading | null {
  const { now } = calendar;
  const from = unit === 'months' ? calendar.monthsAgo(count) : now - count * EXACT[unit] * MINUTE_MS;
  if (count < 1 || from === null || from < EARLIEST) return null;
  return { from, to: now, unit, count, period: { last: count, unit } };
}

export function day(calendar: Calendar, day: DayNumber): TimeReading {
  return { from: calendar.startOf(day), to: calendar.startOf(day + 1), unit: 'days', count: 1, period: null };
}

export function today(calendar: Calendar): TimeReading {
  const from = calendar.startOf(calendar.today);
  return { from, to: calendar.now, unit: 'days', count: 1, period: 'today' };
}

export function yesterday(calendar: Calendar): TimeReading {
  return { ...day(calendar, calendar.today - 1), period: 'yesterday' };
}

export function thisMorning(calendar: Calendar): TimeReading {
  const { today } = calendar;
  const to = calendar.at(today, MORNING_ENDS);
  return { from: calendar.startOf(today), to, unit: 'other', count: 1, period: null };
}

export function lastNight(calendar: Calendar): TimeReading {
  const { today } = calendar;
  const [from, to] = [calendar.at(today - 1, NIGHT_BEGINS), calendar.at(today, NIGHT_ENDS)];
  return { from, to, unit: 'other', count: 1, period: null };
}

export function week(calendar: Calendar, back: 0 | 1): TimeReading {
  const from = calendar.startOf(calendar.monday(-back));
  const to = back === 0 ? calendar.now : calendar.startOf(calendar.monday(0));
  return { from, to, unit: 'weeks', count: 1, period: back === 0 ? 'thisWeek' : 'lastWeek' };
}

export function month(calendar: Calendar, back: 0 | 1): TimeReading {
  const from = calendar.startOf(calendar.firstOfMonth(-back));
  const to = back === 0 ? calendar.now : calendar.startOf(calendar.firstOfMonth(0));
  return { from, to, unit: 'months', count: 1, period: back === 0 ? 'thisMonth' : 'lastMonth' };
}

/** The most recent one begun, or the latest one that is over. */
export function weekend(calendar: Calendar, over: boolean): TimeReading {
  const latest = calendar.mostRecent(SATURDAY, false);
  const isOver = calendar.startOf(latest + WEEKEND_DAYS) <= calendar.now;
  const saturday = over && !isOver ? latest - WEEK_DAYS : latest;
  const [from, to] = [calendar.startOf(saturday), calendar.startOf(saturday + WEEKEND_DAYS)];
  return { from, to, unit: 'weekends', count: 1, period: null };
}

/** A month by its name: the most recent one not in the future, unless the year is named. */
export function namedMonth(calendar: Calendar, monthOfYear: number, named: number | null): TimeReading | null {
  const { year, month } = localDay(calendar.today);
  const first = { year: named ?? (monthOfYear > month ? year - 1 : year), month: monthOfYear, day: 1 };
  const after = monthOfYear === 12 ? { year: first.year + 1, month: 1, day: 1 } : { ...first, month: monthOfYear + 1 };
  const [start, end] = [dayNumber(first), dayNumber(after)];
  if (start === null || end === null) return null;
  return { from: calendar.startOf(start), to: calendar.startOf(end), unit: 'months', count: 1, period: null };
}
