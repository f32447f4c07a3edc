// Days begin at their first instant, whatever the clocks do at midnight.
import { Calendar } from '../../../src/language/time/calendar';

const startOf = (zone: string, year: number, month: number, day: number) =>
  new Calendar(new Date('2026-03-11T10:00:00Z'), zone).dayOf({ year, month, day })?.toUTC().toISO();

test.each([
  ['at a plain midnight', 'Europe/Berlin', [2026, 3, 29], '2026-03-28T23:00:00.000Z'],
  ['where midnight is left out (Santiago)', 'America/Santiago', [2025, 9, 7], '2025-09-07T04:00:00.000Z'],
  ['where midnight is left out (Beirut)', 'Asia/Beirut', [2025, 3, 30], '2025-03-29T22:00:00.000Z'],
  ['where midnight is left out (Havana)', 'America/Havana', [2025, 3, 9], '2025-03-09T05:00:00.000Z'],
  ['where midnight comes twice, at the first (Havana)', 'America/Havana', [2025, 11, 2], '2025-11-02T04:00:00.000Z'],
  ['where midnight comes twice, at the first (Azores)', 'Atlantic/Azores', [2025, 10, 26], '2025-10-26T00:00:00.000Z'],
] as const)('a day begins %s', (_where, zone, [year, month, day], instant) => {
  expect(startOf(zone, year, month, day)).toBe(instant);
});

test('a day that no calendar has does not begin', () => {
  expect(startOf('UTC', 2026, 2, 29)).toBeUndefined();
});

test('now is to the second', () => {
  const calendar = new Calendar(new Date('2026-03-11T10:00:00.999Z'), 'UTC');
  expect(calendar.now.toISO()).toBe('2026-03-11T10:00:00.000Z');
});

test.each([
  [3, false, '2026-03-11'],
  [3, true, '2026-03-04'],
  [4, false, '2026-03-05'],
  [1, true, '2026-03-09'],
] as const)('the most recent weekday %d, before today: %s', (weekday, before, day) => {
  const calendar = new Calendar(new Date('2026-03-11T10:00:00Z'), 'UTC');
  expect(calendar.mostRecent(weekday, before).toISODate()).toBe(day);
});
