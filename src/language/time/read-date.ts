// Dates: "3 March", "March 3", "3rd of March", `2026-03-03`, each with or without a year; and ranges of them.
import { dayNumber, localDay, type Calendar, type DayNumber } from './calendar';
import type { Found } from './time-reading';
import type { TimeTokens } from './time-tokens';

export interface NamedDate {
  day: number;
  /** Absent in the first half of "1-5 March". */
  month?: number;
  year?: number;
}

/** Leap days come back within eight years. */
const YEARS_BACK = 8;

function withYear(tokens: TimeTokens, at: number, date: NamedDate): Found<NamedDate> {
  const comma = tokens.is(at, ',') ? at + 1 : at;
  const year = tokens.year(comma);
  return year === null ? { value: date, next: at } : { value: { ...date, year }, next: comma + 1 };
}

function isoDate(tokens: TimeTokens, at: number): Found<NamedDate> | null {
  const token = tokens.tokens[at];
  if (token?.kind !== 'date') return null;
  const [year = 0, month = 0, day = 0] = token.word.split('-').map(Number);
  return { value: { year, month, day }, next: at + 1 };
}

/** A whole date at that place, or null. */
export function readDate(tokens: TimeTokens, at: number): Found<NamedDate> | null {
  const iso = isoDate(tokens, at);
  if (iso) return iso;
  const start = tokens.article(at);
  const day = tokens.dayOfMonth(start);
  if (day !== null) {
    const month = tokens.month(tokens.is(start + 1, 'of') ? start + 2 : start + 1);
    return month === null ? null : withYear(tokens, start + (tokens.is(start + 1, 'of') ? 3 : 2), { day, month });
  }
  const month = tokens.month(start);
  if (month === null) return null;
  const place = tokens.article(start + 1);
  const after = tokens.dayOfMonth(place);
  return after === null ? null : withYear(tokens, place + 1, { day: after, month });
}

/** The day of a month alone, or a whole date. */
function readFirst(tokens: TimeTokens, at: number): Found<NamedDate> | null {
  const date = readDate(tokens, at);
  if (date) return date;
  const start = tokens.article(at);
  const day = tokens.dayOfMonth(start);
  return day === null ? null : { value: { day }, next: start + 1 };
}

/** Two dates with a joint between them: `1-5 March`, `March 1 to 5`, `between 1 and 5 March`. */
export function readDateRange(
  tokens: TimeTokens,
  at: number,
  joints: readonly string[],
): Found<readonly [NamedDate, NamedDate]> | null {
  const first = readFirst(tokens, at);
  if (first === null || !tokens.is(first.next, ...joints)) return null;
  const last = readFirst(tokens, first.next + 1);
  if (last === null) return null;
  const month = first.value.month ?? last.value.month;
  if (month === undefined) return null;
  const end = { ...last.value, month: last.value.month ?? month };
  // The second half of "March 1-5 2025" is a bare day, and its year comes behind it.
  const closed = end.year === undefined ? withYear(tokens, last.next, end) : { value: end, next: last.next };
  return { value: [{ ...first.value, month }, closed.value], next: closed.next };
}

const inYear = ({ day, month }: NamedDate, year: number) => dayNumber({ year, month: month ?? 0, day });

/** The most recent such day that is not in the future, unless its year is named. Null for a day that does not exist. */
export function resolveDate(date: NamedDate, calendar: Calendar): DayNumber | null {
  if (date.year !== undefined) return inYear(date, date.year);
  const { today } = calendar;
  for (let back = 0; back <= YEARS_BACK; back += 1) {
    const found = inYear(date, localDay(today).year - back);
    if (found !== null && found <= today) return found;
  }
  return null;
}

/** Both days: the first decides the year and the last follows it. Null where they do not exist or do not follow. */
export function resolveRange(
  [first, last]: readonly [NamedDate, NamedDate],
  calendar: Calendar,
): readonly [DayNumber, DayNumber] | null {
  if (first.year === undefined && last.year !== undefined) {
    const end = inYear(last, last.year);
    const [same, before] = [inYear(first, last.year), inYear(first, last.year - 1)];
    const start = same !== null && end !== null && same <= end ? same : before;
    return start !== null && end !== null ? [start, end] : null;
  }
  const start = resolveDate(first, calendar);
  if (start === null) return null;
  const { year } = localDay(start);
  const same = inYear(last, last.year ?? year);
  const end = same !== null && same < start && last.year === undefined ? inYear(last, year + 1) : same;
  return end !== null && end >= start ? [start, end] : null;
}
