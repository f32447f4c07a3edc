// KQL's timespan: milliseconds in, its text out and back.
import { DAY } from './instant';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SECOND = 1_000;

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^d(ays?)?$/, DAY],
  [/^h(rs?|ours?)?$/, HOUR],
  [/^m(in(ute)?s?)?$/, MINUTE],
  [/^s(ec(ond)?s?)?$/, SECOND],
  [/^(ms|milli(s|sec(ond)?s?)?)$/, 1],
  [/^micro(s|sec(ond)?s?)?$/, 1e-3],
  [/^nano(s|sec(ond)?s?)?$/, 1e-6],
  [/^ticks?$/, 1e-4],
];

const WITH_UNIT = /^(-?)(\d+(?:\.\d+)?)\s*([a-z]+)$/;
const CLOCK = /^(-?)(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/;
const DAYS = /^-?\d+$/;

/** `7d`, `1.5h`, `1.02:03:04.5`, a bare number of days; null for anything else. */
export function parseTimespan(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (DAYS.test(trimmed)) return Number(trimmed) * DAY;
  const sized = WITH_UNIT.exec(trimmed);
  if (sized) {
    const unit = UNITS.find(([name]) => name.test(sized[3] ?? ''));
    return unit ? signed(sized[1], Number(sized[2]) * unit[1]) : null;
  }
  const clock = CLOCK.exec(trimmed);
  if (!clock) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = '0'] = clock;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const whole = Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  return signed(sign, whole + Number(`0.${fraction}`) * SECOND);
}

export interface TimespanParts {
  readonly negative: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** Hundreds of nanoseconds within the second. */
  readonly ticks: number;
}

export function timespanParts(span: number): TimespanParts {
  const ticks = Math.round(Math.abs(span) * 10_000);
  const seconds = Math.floor(ticks / 10_000_000);
  return {
    negative: span < 0,
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    ticks: ticks % 10_000_000,
  };
}

/** `1.02:03:04`, with seven decimals only where there is a part of a second. */
export function formatTimespan(span: number): string {
  const { negative, days, hours, minutes, seconds, ticks } = timespanParts(span);
  const clock = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
  const fraction = ticks === 0 ? '' : `.${String(ticks).padStart(7, '0')}`;
  return `${negative ? '-' : ''}${days === 0 ? '' : `${days}.`}${clock}${fraction}`;
}

function signed(sign: string | undefined, span: number): number {
  return sign === '-' ? -span : span;
}
