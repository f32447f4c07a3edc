// Words about time to a span, by the rules of the windows and no others. What is not read here stays in the sentence as
// a time word, which no command passes over.
import type { Calendar } from './calendar';
import * as spans from './named-spans';
import { readClock } from './read-clock';
import { readDate, readDateRange, resolveDate, resolveRange } from './read-date';
import type { Found, TimeReading } from './time-reading';
import type { TimeTokens } from './time-tokens';

const BEFORE_SPANS = ['in', 'over', 'during', 'within', 'for', 'from', 'of', 'on', 'at', 'across', 'throughout'];
const JOINTS = ['to', 'until', 'till', 'through', '-'];

type Read = (tokens: TimeTokens, at: number, calendar: Calendar) => Found<TimeReading> | null;

const found = (value: TimeReading | null, next: number) => (value === null ? null : { value, next });

/** Behind "last" or "past". */
const lastOf: Read = (tokens, at, calendar) => {
  const past = tokens.is(at, 'past');
  if (!past && !tokens.is(at, 'last')) return null;
  const count = tokens.count(at + 1);
  const unit = tokens.unit(count === null ? at + 1 : at + 2);
  if (unit !== null && count !== null) return found(spans.rolling(calendar, count, unit), at + 3);
  // "the last day of the month" is no span that ends now.
  if (unit !== null && tokens.is(at + 2, 'of')) return null;
  if (unit !== null && (past || (unit !== 'weeks' && unit !== 'months'))) {
    return found(spans.rolling(calendar, 1, unit), at + 2);
  }
  if (unit !== null) return found(unit === 'weeks' ? spans.week(calendar, 1) : spans.month(calendar, 1), at + 2);
  const weekday = past ? null : tokens.weekday(at + 1);
  if (weekday !== null) return found(spans.day(calendar, calendar.mostRecent(weekday, true)), at + 2);
  if (!past && tokens.is(at + 1, 'night')) return found(spans.lastNight(calendar), at + 2);
  return !past && tokens.is(at + 1, 'weekend') ? found(spans.weekend(calendar, true), at + 2) : null;
};

const byName: Read = (tokens, at, calendar) => {
  if (tokens.is(at, 'today')) return found(spans.today(calendar), at + 1);
  if (tokens.is(at, 'yesterday')) return found(spans.yesterday(calendar), at + 1);
  if (tokens.is(at, 'weekend')) return found(spans.weekend(calendar, false), at + 1);
  if (!tokens.is(at, 'this')) return null;
  if (tokens.is(at + 1, 'week')) return found(spans.week(calendar, 0), at + 2);
  if (tokens.is(at + 1, 'month')) return found(spans.month(calendar, 0), at + 2);
  if (tokens.is(at + 1, 'weekend')) return found(spans.weekend(calendar, false), at + 2);
  return tokens.is(at + 1, 'morning') ? found(spans.thisMorning(calendar), at + 2) : null;
};

const span: Read = (tokens, at, calendar) => lastOf(tokens, at, calendar) ?? byName(tokens, at, calendar);

const month: Read = (tokens, at, calendar) => {
  const named = tokens.month(at);
  if (named === null) return null;
  const year = tokens.year(at + 1);
  return found(spans.namedMonth(calendar, named, year), year === null ? at + 1 : at + 2);
};

const weekday: Read = (tokens, at, calendar) => {
  const day = tokens.isPlural(at) ? null : tokens.weekday(at);
  if (day === null) return null;
  return found({ ...spans.day(calendar, calendar.mostRecent(day, false)), weekday: day }, at + 1);
};

const date: Read = (tokens, at, calendar) => {
  const read = readDate(tokens, at);
  const start = read && resolveDate(read.value, calendar);
  return read && start !== null ? found(spans.day(calendar, start), read.next) : null;
};

/** `since` any span: from its start. */
const since: Read = (tokens, at, calendar) => {
  if (!tokens.is(at, 'since')) return null;
  const start = tokens.article(at + 1);
  const read =
    date(tokens, start, calendar) ??
    span(tokens, start, calendar) ??
    weekday(tokens, start, calendar) ??
    month(tokens, start, calendar);
  if (read) {
    return found({ from: read.value.from, to: calendar.now, unit: 'other', count: 1, period: null }, read.next);
  }
  const clock = readClock(tokens, tokens.is(start, 'at') ? start + 1 : start);
  if (clock === null) return null;
  const { hour, minute } = clock.value;
  const today = calendar.at(calendar.today, hour, minute);
  const from = today > calendar.now ? calendar.at(calendar.today - 1, hour, minute) : today;
  return found({ from, to: calendar.now, unit: 'other', count: 1, period: null }, clock.next);
};

const range: Read = (tokens, at, calendar) => {
  const between = tokens.is(at, 'between');
  const start = between || tokens.is(at, 'from', 'on', 'in') ? at + 1 : at;
  const read = readDateRange(tokens, start, between ? ['and'] : JOINTS);
  const days = read && resolveRange(read.value, calendar);
  if (!read || !days) return null;
  const [first, last] = days;
  const [from, to] = [calendar.startOf(first), calendar.startOf(last + 1)];
  return found({ from, to, unit: 'other', count: 1, period: null }, read.next);
};

/** A span with the word before it: `on Monday`, `in March`, `over the last 7 days`, or a date alone. */
const prefixed: Read = (tokens, at, calendar) => {
  const lead = tokens.is(at, ...BEFORE_SPANS) ? tokens.word(at) : null;
  const start = tokens.article(lead === null ? at : at + 1);
  const read = span(tokens, start, calendar);
  if (read) return read;
  if (lead === 'on' || (lead === null && tokens.is(at + 1, "'s"))) {
    const day = weekday(tokens, start, calendar);
    if (day) return day;
  }
  // "from 3 March" may mean that day or all since: it is left unread.
  if (lead !== 'from') {
    const day = date(tokens, start, calendar);
    if (day) return day;
  }
  const isCompared = tokens.is(at - 1, 'vs', 'versus', 'to', 'with', 'than');
  const isNamed =
    isCompared || lead === 'in' || lead === 'during' || lead === 'for' || lead === 'of' || tokens.is(start + 1, "'s");
  return isNamed ? month(tokens, start, calendar) : null;
};

/** The longest span that begins at a token, a possessive behind it included; an end later than now becomes now. */
export function readTime(tokens: TimeTokens, at: number, calendar: Calendar): Found<TimeReading> | null {
  const read = since(tokens, at, calendar) ?? range(tokens, at, calendar) ?? prefixed(tokens, at, calendar);
  if (read === null) return null;
  const to = read.value.to > calendar.now ? calendar.now : read.value.to;
  return { value: { ...read.value, to }, next: tokens.is(read.next, "'s") ? read.next + 1 : read.next };
}
