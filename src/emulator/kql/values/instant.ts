// KQL's datetime: milliseconds since the epoch in, its text out and back. The service counts in ticks of 100 ns; a text
// with more than three decimals of a second keeps what a number of milliseconds can hold.
const FORM =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

export const DAY = 86_400_000;
/** KQL knows no instants before 0001-01-01 and none behind the year 9999. */
export const FIRST_INSTANT = -62_135_596_800_000;
const END_OF_CALENDAR = 253_402_300_800_000;
const TICKS = 10_000;
/** Ticks of a millisecond from which on it is taken for its last one: a number cannot come closer to the next. */
const LAST_TICKS = 9_995;

/** Null for a text that is no date, or no date there is (30 February). */
export function parseDatetime(text: string): number | null {
  const match = FORM.exec(text.trim());
  if (!match) return null;
  const [, year, month, day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  const date = civil(Number(year), Number(month), Number(day));
  if (date === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(`0${fraction}`) * 1000;
  return withinCalendar(date + time - offsetOf(zone));
}

/** Midnight UTC of a day of the calendar; null when there is none. */
export function civil(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const kept = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return kept ? date.getTime() : null;
}

/** Null outside the calendar that KQL knows. */
export function withinCalendar(instant: number): number | null {
  return instant >= FIRST_INSTANT && instant < END_OF_CALENDAR ? instant : null;
}

/** `2026-08-14T09:30:00.0000000Z`: always seven decimals. */
export function formatDatetime(instant: number): string {
  const whole = Math.floor(instant);
  const ticks = Math.round((instant - whole) * TICKS);
  const shown = ticks >= LAST_TICKS ? TICKS - 1 : ticks;
  return `${new Date(whole).toISOString().slice(0, -1)}${String(shown).padStart(4, '0')}Z`;
}

/** Midnight UTC before or at the instant. */
export function startOfDay(instant: number): number {
  return Math.floor(instant / DAY) * DAY;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const digits = zone.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
