// How often a schedule runs, part by part as the sentence says it ("every weekday", "monthly on the 15th", "at 9").
import type { ClockTime } from './read-clock';

export interface Every {
  /** The stretch of which it runs once; `days` are named days of the week. */
  base: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'days';
  /** Cron's weekday field, Sunday 0, for `days`. */
  weekdays?: string;
  /** Every so many hours or months. */
  step?: number;
  dayOfMonth?: number;
  /** Said as an adjective ("daily", "weekly"), which outside of a schedule means something else. */
  adjective?: true;
}

const HOURS = 24;
const MONTHS = 12;
const MORNING: ClockTime = { hour: 9, minute: 0 };

/** Parts that say one thing together; null where they contradict each other. */
function joined(parts: readonly Every[]): Every | null {
  const days = parts.filter(({ weekdays }) => weekdays !== undefined);
  const bases = new Set(parts.filter(({ base }) => base !== 'days').map(({ base }) => base));
  const [month] = parts.filter(({ dayOfMonth }) => dayOfMonth !== undefined);
  const [stepped, ...more] = parts.filter(({ step }) => step !== undefined);
  if (days.length > 1 || bases.size > 1 || more.length > 0) return null;
  const [base] = bases;
  const isOneDay = days[0]?.weekdays !== undefined && /^\d$/.test(days[0].weekdays);
  if (days.length === 1 && (base === 'month' || (base === 'day' && isOneDay))) return null;
  return { base: base ?? 'days', ...stepped, ...month, ...days[0], ...(base && { base }) };
}

function hoursOf(step: number | undefined): string | null {
  if (step === undefined || step === 1) return '*';
  return step > 0 && step < HOURS && HOURS % step === 0 ? `*/${step}` : null;
}

function monthsOf(step: number | undefined): string | null {
  if (step === undefined || step === 1) return '*';
  return step > 0 && step < MONTHS && MONTHS % step === 0 ? `*/${step}` : null;
}

/** `0 9` of one time, `0 9,17` of several with the same minute. */
function minuteAndHours(times: readonly ClockTime[]): string | null {
  const [first = MORNING, ...others] = times;
  if (others.some(({ minute }) => minute !== first.minute)) return null;
  const hours = [...new Set([first, ...others].map(({ hour }) => hour))].sort((a, b) => a - b);
  return `${first.minute} ${hours.join(',')}`;
}

/** Five fields in figures. Null where five fields cannot say it, or where it would run more than once an hour. */
export function cronOf(parts: readonly Every[], times: readonly ClockTime[]): string | null {
  const every = parts.length === 0 ? null : joined(parts);
  if (every === null || every.base === 'minute') return null;
  if (every.base === 'hour') {
    const hours = times.length > 0 ? null : hoursOf(every.step);
    return hours === null ? null : `0 ${hours} * * ${every.weekdays ?? '*'}`;
  }
  const start = minuteAndHours(times);
  if (start === null) return null;
  if (every.base !== 'month') return `${start} * * ${every.weekdays ?? (every.base === 'week' ? '1' : '*')}`;
  const months = monthsOf(every.step);
  return months === null ? null : `${start} ${every.dayOfMonth ?? 1} ${months} *`;
}
