// Windows in words, in the asker's zone: as days for a sentence, as both ends with the zone beneath it.
import type { Window } from '../command';
import { countWords } from './alert-words';

interface LocalTime {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  /** `09:05`. */
  clock: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const MONTH_LETTERS = 3;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Longer than this nobody counts in minutes. */
export const MINUTES_SAID_MAX = 2 * HOUR;

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('en', { ...numeric, hourCycle: 'h23', timeZone });
}

/** The zone, or UTC when nobody knows it. */
function knownZone(timeZone: string): string {
  try {
    zoneFormat(timeZone);
    return timeZone;
  } catch {
    return 'UTC';
  }
}

function localTime(ms: number, timeZone: string): LocalTime {
  const parts = zoneFormat(knownZone(timeZone)).formatToParts(ms);
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    year: Number(read('year')),
    month: Number(read('month')),
    day: Number(read('day')),
    clock: `${read('hour')}:${read('minute')}`,
  };
}

/** `UTC`, `Europe/Berlin`. */
export function zoneWords(timeZone: string): string {
  return knownZone(timeZone).replace(/^Etc\/UTC$/, 'UTC');
}

const monthOf = (time: LocalTime) => MONTHS[time.month - 1] ?? '';
const dayAndMonth = (time: LocalTime) => `${time.day} ${monthOf(time)}`;

/** `4 March 2026` of `2026-03-04`. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** `4 Mar` of `2026-03-04`. */
export function shortDayWords(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]?.slice(0, MONTH_LETTERS)}`;
}

/** `4 Mar 2026` of `2026-03-04`. */
export function compactDayWords(day: string): string {
  return `${shortDayWords(day)} ${day.slice(0, 4)}`;
}

function daysBetween(first: LocalTime, last: LocalTime): number {
  const middayOf = (time: LocalTime) => Date.UTC(time.year, time.month - 1, time.day, 12);
  return Math.round((middayOf(last) - middayOf(first)) / DAY);
}

/**
 * `4–11 March 2026`, `28 February – 4 March 2026`; one day that is not whole with its times: `11 March 2026,
 * 07:00–10:00`. The end of a window is exclusive, so a window up to midnight ends on the day before.
 */
export function daysWords({ from, to }: Window, timeZone: string): string {
  const first = localTime(Date.parse(from), timeZone);
  const end = localTime(Date.parse(to), timeZone);
  const last = localTime(Math.max(Date.parse(from), Date.parse(to) - 1), timeZone);
  if (first.year !== last.year) return `${dayAndMonth(first)} ${first.year} – ${dayAndMonth(last)} ${last.year}`;
  if (first.month !== last.month) return `${dayAndMonth(first)} – ${dayAndMonth(last)} ${last.year}`;
  if (first.day !== last.day) return `${first.day}–${dayAndMonth(last)} ${last.year}`;
  const isWholeDay = first.clock === '00:00' && end.clock === '00:00';
  return `${dayAndMonth(first)} ${first.year}${isWholeDay ? '' : `, ${first.clock}–${end.clock}`}`;
}

function endWords(instant: string, timeZone: string): string {
  const time = localTime(Date.parse(instant), timeZone);
  return `${time.day} ${monthOf(time).slice(0, MONTH_LETTERS)} ${time.year} ${time.clock}`;
}

/** `4 Mar 2026 10:00 – 11 Mar 2026 10:00 UTC`. */
export function windowWords({ from, to }: Window, timeZone: string): string {
  return `${endWords(from, timeZone)} – ${endWords(to, timeZone)} ${zoneWords(timeZone)}`;
}

/** Whether the length is one that people name: whole days or hours, or hardly more than an hour. */
export function isPlainLength(window: Window, timeZone: string): boolean {
  const words = lengthWords(window, timeZone);
  return !words.endsWith('minutes') || Date.parse(window.to) - Date.parse(window.from) <= MINUTES_SAID_MAX;
}

/** `7 days`, `3 hours`, `90 minutes`; a day counts as one although a clock change makes it 23 or 25 hours long. */
export function lengthWords({ from, to }: Window, timeZone: string): string {
  const first = localTime(Date.parse(from), timeZone);
  const end = localTime(Date.parse(to), timeZone);
  const days = daysBetween(first, end);
  if (days > 0 && first.clock === end.clock) return countWords(days, 'day');
  const minutes = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / MINUTE));
  return minutes % 60 === 0 ? countWords(minutes / 60, 'hour') : countWords(minutes, 'minute');
}
