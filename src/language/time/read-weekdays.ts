// Days of the week as cron's last field: one, a list, a range. Sunday is 0.
import type { Found } from './time-reading';
import type { TimeTokens } from './time-tokens';

const WEEK = 7;
const JOINTS = ['and', ',', '/'];
const RANGES = ['to', 'through', 'until', 'till', '-'];
export const WORKDAYS = '1-5';
export const WEEKEND = '0,6';

const cronDay = (weekday: number) => weekday % WEEK;

function rangeField(first: number, last: number): string {
  if (first < last && last < WEEK) return `${first}-${last}`;
  const days = Array.from({ length: ((last - first + WEEK) % WEEK) + 1 }, (_, step) => cronDay(first + step));
  return [...new Set(days)].sort((a, b) => a - b).join(',');
}

function joint(tokens: TimeTokens, at: number): number {
  let next = at;
  while (tokens.is(next, ...JOINTS)) next += 1;
  return tokens.is(next, 'on', 'every', 'each') ? next + 1 : next;
}

/** Null where no day stands at that place. */
export function readWeekdays(tokens: TimeTokens, at: number): Found<string> | null {
  const first = tokens.weekday(at);
  if (first === null) return null;
  const isGlued = tokens.tokens[at + 1]?.glued === true;
  const rangeEnd = isGlued ? at + 1 : at + 2;
  const last = isGlued || tokens.is(at + 1, ...RANGES) ? tokens.weekday(rangeEnd) : null;
  if (last !== null) return { value: rangeField(first, last), next: rangeEnd + 1 };
  const days = [first];
  let next = at + 1;
  for (;;) {
    const place = joint(tokens, next);
    const day = tokens.weekday(place);
    if (day === null) break;
    days.push(day);
    next = place + 1;
  }
  const field = [...new Set(days.map(cronDay))].sort((a, b) => a - b).join(',');
  return { value: field, next };
}
