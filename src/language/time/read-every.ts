// Words about repetition: "every Monday", "each weekday", "daily", "every 2 hours", "on the 1st of every month".
import type { Every } from './every';
import { readClock, type ClockTime } from './read-clock';
import { readWeekdays, WEEKEND, WORKDAYS } from './read-weekdays';
import type { Found } from './time-reading';
import type { TimeTokens } from './time-tokens';

const HOUR_MINUTES = 60;
const BASES = { minutes: 'minute', hours: 'hour', days: 'day', weeks: 'week', months: 'month' } as const;
const ADJECTIVES = { hourly: 'hour', daily: 'day', weekly: 'week', monthly: 'month' } as const;

const found = (value: Every, next: number): Found<Every> => ({ value, next });

/** "every 2 hours": a step of hours or months. Other steps do not fit five fields. */
function stepped(tokens: TimeTokens, at: number): Found<Every> | null {
  const count = tokens.count(at);
  const unit = count === null ? null : tokens.unit(at + 1);
  if (count === null || unit === null || unit === 'weeks') return null;
  if (unit === 'months') return found({ base: 'month', step: count }, at + 2);
  if (unit === 'days') return count === 1 ? found({ base: 'day' }, at + 2) : null;
  const hours = unit === 'hours' ? count : count / HOUR_MINUTES;
  return found(Number.isInteger(hours) ? { base: 'hour', step: hours } : { base: 'minute' }, at + 2);
}

function dayOfMonth(tokens: TimeTokens, at: number): Found<Every> | null {
  const start = tokens.article(at);
  const token = tokens.tokens[start];
  const isFirst = tokens.is(start, 'first');
  const day = isFirst ? 1 : token?.kind === 'ordinal' ? tokens.dayOfMonth(start) : null;
  if (day === null || tokens.month(start + 1) !== null) return null;
  const word = tokens.is(start + 1, 'day') ? start + 2 : start + 1;
  const of = tokens.is(word, 'of', 'in') ? word + 1 : word;
  const every = tokens.is(of, 'every', 'each') ? of + 1 : tokens.article(of);
  const isMonth = tokens.is(every, 'month');
  if (!isMonth && (isFirst || tokens.is(start + 1, 'of'))) return null;
  return found({ base: 'month', dayOfMonth: day }, isMonth ? every + 1 : start + 1);
}

function namedDays(tokens: TimeTokens, at: number): Found<Every> | null {
  if (tokens.is(at, 'weekday')) {
    return found({ base: 'days', weekdays: WORKDAYS }, tokens.is(at + 1, 'morning') ? at + 2 : at + 1);
  }
  if (tokens.is(at, 'weekend')) return found({ base: 'days', weekdays: WEEKEND }, at + 1);
  const days = readWeekdays(tokens, at);
  if (days === null) return null;
  return found({ base: 'days', weekdays: days.value }, tokens.is(days.next, 'morning') ? days.next + 1 : days.next);
}

function everyUnit(tokens: TimeTokens, at: number): Found<Every> | null {
  if (tokens.is(at, 'morning')) return found({ base: 'day' }, at + 1);
  const unit = tokens.unit(at);
  return unit === null ? null : found({ base: BASES[unit] }, at + 1);
}

function adjective(tokens: TimeTokens, at: number): Found<Every> | null {
  for (const [word, base] of Object.entries(ADJECTIVES)) {
    if (tokens.is(at, word)) return found({ base, adjective: true }, at + 1);
  }
  if (!tokens.is(at, 'once') || !tokens.is(at + 1, 'a', 'an', 'per', 'every')) return null;
  return everyUnit(tokens, at + 2);
}

/** The days of a schedule that stand without "every": "on Mondays", "on weekdays", "Monday to Friday". */
function withoutEvery(tokens: TimeTokens, at: number): Found<Every> | null {
  const isLed = tokens.is(at, 'on', 'from');
  const start = isLed ? at + 1 : at;
  const days = namedDays(tokens, start);
  const isSeveral = days?.value.weekdays !== undefined && days.value.weekdays.length > 1;
  const isWeekend = tokens.is(start, 'weekend') && !tokens.isPlural(start);
  if (days !== null && !isWeekend && (isSeveral || tokens.isPlural(start))) {
    return found({ ...days.value, adjective: true }, days.next);
  }
  return tokens.is(at, 'on') ? dayOfMonth(tokens, start) : null;
}

/** One part of how often; null where none begins at that token. */
export function readEvery(tokens: TimeTokens, at: number): Found<Every> | null {
  if (!tokens.is(at, 'every', 'each')) return adjective(tokens, at) ?? withoutEvery(tokens, at);
  const start = tokens.is(at + 1, 'single') ? at + 2 : at + 1;
  return stepped(tokens, start) ?? dayOfMonth(tokens, start) ?? namedDays(tokens, start) ?? everyUnit(tokens, start);
}

/** "at 9", "at 9 and 17", "9am": the clock times at a token. A figure alone needs its "at". */
export function readClocks(tokens: TimeTokens, at: number): Found<ClockTime[]> | null {
  const isLed = tokens.is(at, 'at');
  const first = readClock(tokens, isLed ? at + 1 : at);
  if (first === null) return null;
  const isBareFigure = tokens.tokens[at]?.kind === 'number' && first.next === at + 1;
  if (!isLed && isBareFigure) return null;
  const times = [first.value];
  let { next } = first;
  while (isLed && tokens.is(next, 'and', ',')) {
    const more = readClock(tokens, tokens.is(next + 1, 'at', 'and') ? next + 2 : next + 1);
    if (more === null) break;
    times.push(more.value);
    next = more.next;
  }
  return { value: times, next };
}
