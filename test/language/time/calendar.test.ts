// Days begin at their first instant, whatever the clocks do at midnight.
import { Calendar, dayNumber, localDay, REMEMBERED_DAYS } from '../../../src/language/time/calendar';

const now = new Date('2026-03-11T10:00:00.999Z');

function startOf(zone: string, year: number, month: number, day: number): string {
  return new Date(new Calendar(now, zone).startOf(dayNumber({ year, month, day }) ?? NaN)).toISOString();
}

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

test('a day that no calendar has is none', () => {
  expect(dayNumber({ year: 2026, month: 2, day: 29 })).toBeNull();
  expect(dayNumber({ year: 2026, month: 13, day: 1 })).toBeNull();
  expect(localDay(dayNumber({ year: 2024, month: 2, day: 29 }) ?? 0)).toEqual({ year: 2024, month: 2, day: 29 });
});

test('now is to the second', () => {
  expect(new Date(new Calendar(now, 'UTC').now).toISOString()).toBe('2026-03-11T10:00:00.000Z');
});

test('today is the zone’s day', () => {
  const late = new Date('2026-03-11T23:30:00Z');
  expect(localDay(new Calendar(late, 'Asia/Tokyo').today).day).toBe(12);
  expect(localDay(new Calendar(late, 'America/New_York').today).day).toBe(11);
});

test.each([
  [3, false, 11],
  [3, true, 4],
  [4, false, 5],
  [1, true, 9],
] as const)('the most recent weekday %d, before today: %s', (weekday, before, day) => {
  expect(localDay(new Calendar(now, 'UTC').mostRecent(weekday, before))).toEqual({ year: 2026, month: 3, day });
});

test('more days than are remembered begin where they should', () => {
  const calendar = new Calendar(now, 'UTC');
  for (let day = 0; day <= REMEMBERED_DAYS; day += 1) calendar.startOf(day);
  expect(calendar.startOf(1)).toBe(86_400_000);
});
