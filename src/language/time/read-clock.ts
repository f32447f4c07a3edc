// Clock times: 9, 9:00, 09:00, 9am, 4:15 pm, noon, midnight.
import type { Found } from './time-reading';
import type { TimeTokens } from './time-tokens';

export interface ClockTime {
  hour: number;
  minute: number;
}

const NOON = 12;
const HOURS = 24;
const MINUTES = 60;

function halfOfDay(tokens: TimeTokens, at: number): 'am' | 'pm' | null {
  const token = tokens.tokens[at];
  const word = token?.kind === 'word' || token?.kind === 'host' ? token.word.replaceAll('.', '') : '';
  return word === 'am' || word === 'pm' ? word : null;
}

function inHalf(hour: number, half: 'am' | 'pm'): number | null {
  if (hour < 1 || hour > NOON) return null;
  return (hour % NOON) + (half === 'pm' ? NOON : 0);
}

function figures(tokens: TimeTokens, at: number): ClockTime | null {
  const token = tokens.tokens[at];
  if (token?.kind !== 'clock' && !(token?.kind === 'number' && token.word.length <= 2)) return null;
  const [hour = NaN, minute = 0] = token.word.split(':').map(Number);
  return hour < HOURS && minute < MINUTES ? { hour, minute } : null;
}

/** Null where no clock time stands at that place. */
export function readClock(tokens: TimeTokens, at: number): Found<ClockTime> | null {
  if (tokens.is(at, 'noon')) return { value: { hour: NOON, minute: 0 }, next: at + 1 };
  if (tokens.is(at, 'midnight')) return { value: { hour: 0, minute: 0 }, next: at + 1 };
  const time = figures(tokens, at);
  if (time === null) return null;
  const half = halfOfDay(tokens, at + 1);
  if (half === null) return { value: time, next: at + 1 };
  const hour = inHalf(time.hour, half);
  return hour === null ? null : { value: { ...time, hour }, next: at + 2 };
}
