// Parts of a datetime as whole numbers, by the names that datetime_part() knows, in lower case.
import { DAY, startOfDay } from '../values/instant';
import { startOf } from './periods';

export function dayOfYear(instant: number): number {
  return Math.round((startOfDay(instant) - startOf('year', instant)) / DAY) + 1;
}

/** ISO 8601: weeks start on Monday, the first holds the year's first Thursday. */
export function isoWeek(instant: number): number {
  const day = startOfDay(instant);
  const sinceMonday = (((day / DAY + 3) % 7) + 7) % 7;
  return Math.floor((dayOfYear(day + (3 - sinceMonday) * DAY) - 1) / 7) + 1;
}

/** The part of the second, in the unit of which there are so many in a second. */
function within(perSecond: number) {
  return (instant: number) => Math.floor(((((instant % 1_000) + 1_000) % 1_000) * perSecond) / 1_000 + 1e-9);
}

export const DATE_PARTS: Readonly<Record<string, (instant: number) => number>> = {
  year: (instant) => new Date(instant).getUTCFullYear(),
  quarter: (instant) => Math.floor(new Date(instant).getUTCMonth() / 3) + 1,
  month: (instant) => new Date(instant).getUTCMonth() + 1,
  week_of_year: isoWeek,
  day: (instant) => new Date(instant).getUTCDate(),
  dayofyear: dayOfYear,
  hour: (instant) => new Date(instant).getUTCHours(),
  minute: (instant) => new Date(instant).getUTCMinutes(),
  second: (instant) => new Date(instant).getUTCSeconds(),
  millisecond: within(1_000),
  microsecond: within(1_000_000),
  nanosecond: within(1_000_000_000),
};
