// Arithmetic of days in the asker's zone. A day is counted from 1 January 1970, whatever the zone; only its first instant
// asks the zone. Days begin at their first instant, whatever the clocks do at midnight.
import { DateTime } from 'luxon';

export interface LocalDay {
  year: number;
  month: number;
  day: number;
}

/** Days since 1 January 1970. */
export type DayNumber = number;
/** Milliseconds since 1 January 1970, UTC. */
export type Milliseconds = number;
/** ISO weekday, Monday 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 3;
/** Days of which the first instant is remembered: asking a zone costs more than all the rest of a sentence. */
export const REMEMBERED_DAYS = 5_000;

const remembered = new Map<string, Milliseconds>();

/** Where a midnight comes twice the first of the two counts; one that is left out is given as the instant after. */
function firstInstant(day: DayNumber, zone: string): Milliseconds {
  const { year, month, day: ofMonth } = localDay(day);
  const start = DateTime.fromObject({ year, month, day: ofMonth }, { zone });
  const hourBefore = start.minus({ hours: 1 });
  return hourBefore.hasSame(start, 'day') ? hourBefore.toMillis() : start.toMillis();
}

export function localDay(day: DayNumber): LocalDay {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Null for a day that no calendar has. */
export function dayNumber({ year, month, day }: LocalDay): DayNumber | null {
  const number = Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
  const back = localDay(number);
  return back.year === year && back.month === month && back.day === day ? number : null;
}

export class Calendar {
  /** To the second. */
  readonly now: Milliseconds;
  private local: DateTime | undefined;

  constructor(
    now: Date,
    private readonly zone: string,
  ) {
    this.now = Math.floor(now.getTime() / SECOND_MS) * SECOND_MS;
  }

  get today(): DayNumber {
    return dayNumber(this.localNow()) ?? 0;
  }

  startOf(day: DayNumber): Milliseconds {
    const key = `${day} ${this.zone}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const start = firstInstant(day, this.zone);
    if (remembered.size >= REMEMBERED_DAYS) remembered.clear();
    remembered.set(key, start);
    return start;
  }

  /** A clock time of a day; one that the clocks leave out is the same time after the gap. */
  at(day: DayNumber, hour: number, minute = 0): Milliseconds {
    return DateTime.fromObject({ ...localDay(day), hour, minute }, { zone: this.zone }).toMillis();
  }

  /** The same day and clock time so many months ago, or that month's last day. Null where the calendar ends. */
  monthsAgo(count: number): Milliseconds | null {
    const then = this.localNow().minus({ months: count });
    return then.isValid && then.year > 0 ? then.toMillis() : null;
  }

  /** The Monday of the week so many weeks after this one. */
  monday(weeks: number): DayNumber {
    return this.mostRecent(1, false) + weeks * DAYS_OF_WEEK;
  }

  /** The first of the month so many months after this one. */
  firstOfMonth(months: number): DayNumber {
    const { year, month } = this.localNow();
    return Math.floor(Date.UTC(year, month - 1 + months) / DAY_MS);
  }

  /** Today where today is that weekday, unless `before` today is asked for. */
  mostRecent(weekday: Weekday, before: boolean): DayNumber {
    const { today } = this;
    const ofToday = ((today + FIRST_WEEKDAY) % DAYS_OF_WEEK) + 1;
    const back = (ofToday - weekday + DAYS_OF_WEEK) % DAYS_OF_WEEK;
    return today - (back === 0 && before ? DAYS_OF_WEEK : back);
  }

  private localNow(): DateTime {
    this.local ??= DateTime.fromMillis(this.now, { zone: this.zone });
    return this.local;
  }
}

export const MINUTE_MS = HOUR_MS / 60;
