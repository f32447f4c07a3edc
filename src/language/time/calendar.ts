// Arithmetic of days in the asker's zone. Days begin at their first instant, whatever the clocks do at midnight.
import { DateTime } from 'luxon';

export interface LocalDay {
  year: number;
  month: number;
  day: number;
}

/** ISO weekday, Monday 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAYS_OF_WEEK = 7;

export class Calendar {
  /** To the second. */
  readonly now: DateTime;

  constructor(now: Date, timeZone: string) {
    this.now = DateTime.fromJSDate(now, { zone: timeZone }).startOf('second');
  }

  /** First instant of the day so many days after today. */
  day(offset: number): DateTime {
    return this.startOf(this.now.plus({ days: offset }));
  }

  /** Null for a day that no calendar has. */
  dayOf({ year, month, day }: LocalDay): DateTime | null {
    const noon = DateTime.fromObject({ year, month, day, hour: 12 }, { zone: this.now.zone });
    return noon.isValid ? this.startOf(noon) : null;
  }

  /** Where a midnight comes twice the first of the two counts; one that is left out is given as the instant after. */
  startOf(within: DateTime): DateTime {
    const start = within.startOf('day');
    const hourBefore = start.minus({ hours: 1 });
    return hourBefore.hasSame(start, 'day') ? hourBefore : start;
  }

  daysAfter(day: DateTime, days: number): DateTime {
    return this.startOf(day.set({ hour: 12 }).plus({ days }));
  }

  /** The Monday of the week so many weeks after this one. */
  monday(weeks: number): DateTime {
    return this.day(1 - this.now.weekday + weeks * DAYS_OF_WEEK);
  }

  /** The first of the month so many months after this one. */
  firstOfMonth(months: number): DateTime {
    return this.startOf(this.now.set({ day: 1, hour: 12 }).plus({ months }));
  }

  /** Today where today is that weekday, unless `before` today is asked for. */
  mostRecent(weekday: Weekday, before: boolean): DateTime {
    const back = (this.now.weekday - weekday + DAYS_OF_WEEK) % DAYS_OF_WEEK;
    return this.day(-(back === 0 && before ? DAYS_OF_WEEK : back));
  }
}
