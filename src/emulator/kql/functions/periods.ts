// Periods of the calendar: where one starts, how many lie between two instants, and what an instant is some of them on.
import { DAY, startOfDay } from '../values/instant';

export const PERIODS = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
  'microsecond',
  'nanosecond',
] as const;
export type Period = (typeof PERIODS)[number];

const MONTHS: Partial<Record<Period, number>> = { year: 12, quarter: 3, month: 1 };
const LENGTHS: Partial<Record<Period, number>> = {
  week: 7 * DAY,
  day: DAY,
  hour: 3_600_000,
  minute: 60_000,
  second: 1_000,
  millisecond: 1,
  microsecond: 1e-3,
  nanosecond: 1e-6,
};
/** Days from a Sunday to the epoch, which was a Thursday. */
const EPOCH_WEEKDAY = 4;

/** Weeks start on Sunday. */
export function startOf(period: Period, instant: number): number {
  const months = MONTHS[period];
  if (months !== undefined) return startOfMonths(Math.floor(monthsSinceZero(instant) / months) * months);
  if (period === 'week') return weekStart(instant);
  const length = LENGTHS[period] ?? 1;
  return Math.floor(instant / length) * length;
}

/** Period boundaries crossed on the way from one instant to the other. */
export function periodsBetween(period: Period, from: number, to: number): number {
  const months = MONTHS[period];
  if (months !== undefined) {
    return Math.floor(monthsSinceZero(to) / months) - Math.floor(monthsSinceZero(from) / months);
  }
  const length = LENGTHS[period] ?? 1;
  if (period === 'week') return Math.round((weekStart(to) - weekStart(from)) / length);
  return Math.floor(to / length) - Math.floor(from / length);
}

/** The last day of a shorter month stands for the days that it lacks. */
export function addPeriods(period: Period, count: number, instant: number): number {
  const months = MONTHS[period];
  if (months === undefined) return instant + count * (LENGTHS[period] ?? 1);
  const first = startOfMonths(monthsSinceZero(instant) + count * months);
  const following = startOfMonths(monthsSinceZero(instant) + count * months + 1);
  const into = instant - startOfMonths(monthsSinceZero(instant));
  const lastDay = following - DAY - first;
  return first + Math.min(Math.floor(into / DAY) * DAY, lastDay) + (into % DAY);
}

function weekStart(instant: number): number {
  const weekday = (((startOfDay(instant) / DAY + EPOCH_WEEKDAY) % 7) + 7) % 7;
  return startOfDay(instant) - weekday * DAY;
}

function monthsSinceZero(instant: number): number {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function startOfMonths(months: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(months / 12), ((months % 12) + 12) % 12, 1);
  return date.getTime();
}
