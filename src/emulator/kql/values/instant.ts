// KQL's datetime: milliseconds since the epoch in, its text out and back. The service counts in ticks of 100 ns; a text
// with more than three decimals of a second keeps what a number of milliseconds can hold.
const FORM =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

export const DAY = 86_400_000;
/** 0001-01-01 and the last moment of 9999: KQL knows no others. */
export const FIRST_INSTANT = -62_135_596_800_000;
export const LAST_INSTANT = 253_402_300_799_999.9999;
const TICKS = 10_000;

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
  return instant >= FIRST_INSTANT && instant <= LAST_INSTANT ? instant : null;
}

/** `2026-08-14T09:30:00.0000000Z`: always seven decimals. */
export function formatDatetime(instant: number): string {
  const whole = Math.floor(instant);
  const ticks = Math.min(TICKS - 1, Math.round((instant - whole) * TICKS));
  return `${new Date(whole).toISOString().slice(0, -1)}${String(ticks).padStart(4, '0')}Z`;
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
