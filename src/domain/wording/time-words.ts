// Instants in words. Always absolute and in UTC: an age ("5 minutes ago") goes stale on a card that stays for weeks.
import type { Instant } from '../instant';
import { NOT_GIVEN } from './alert-words';

const dayOf = (instant: Instant) => instant.slice(0, 10);
const minuteOf = (instant: Instant) => instant.slice(11, 16);

/** `2026-11-23 06:08 UTC`; seconds are dropped, not rounded. */
export function instantWords(instant: Instant | null): string {
  return instant === null ? NOT_GIVEN : `${dayOf(instant)} ${minuteOf(instant)} UTC`;
}

/** `06:08 UTC`: for a moment that lies minutes ahead, so that its day is this one. */
export function minuteWords(instant: Instant): string {
  return `${minuteOf(instant)} UTC`;
}

/** `2026-11-23 06:08 to 09:12 UTC`; the second day is named only when it is another one. */
export function spanWords(first: Instant | null, last: Instant | null): string {
  if (first === null && last === null) return NOT_GIVEN;
  if (first === null) return `last ${instantWords(last)}`;
  if (last === null) return `first ${instantWords(first)}`;
  if (instantWords(first) === instantWords(last)) return instantWords(first);
  const start = dayOf(first) === dayOf(last) ? `${dayOf(first)} ${minuteOf(first)}` : instantWords(first);
  return dayOf(first) === dayOf(last) ? `${start} to ${minuteOf(last)} UTC` : `${start} to ${instantWords(last)}`;
}
