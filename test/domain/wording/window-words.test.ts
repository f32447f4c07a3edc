import {
  dayWords,
  daysWords,
  compactDayWords,
  isPlainLength,
  lengthWords,
  shortDayWords,
  windowWords,
  zoneWords,
} from '../../../src/domain/wording/window-words';

const window = (from: string, to: string) => ({ from: `${from}Z`, to: `${to}Z` });

test.each([
  ['2026-03-04T10:00:00', '2026-03-11T10:00:00', 'UTC', '4–11 March 2026'],
  ['2026-03-02T00:00:00', '2026-03-09T00:00:00', 'UTC', '2–8 March 2026'],
  ['2026-02-28T10:00:00', '2026-03-04T10:00:00', 'UTC', '28 February – 4 March 2026'],
  ['2025-12-30T10:00:00', '2026-01-03T10:00:00', 'UTC', '30 December 2025 – 3 January 2026'],
  ['2026-03-10T00:00:00', '2026-03-11T00:00:00', 'UTC', '10 March 2026'],
  ['2026-03-11T07:00:00', '2026-03-11T10:00:00', 'UTC', '11 March 2026, 07:00–10:00'],
  ['2026-03-11T00:00:00', '2026-03-11T10:00:00', 'UTC', '11 March 2026, 00:00–10:00'],
  ['2026-03-10T23:00:00', '2026-03-11T23:00:00', 'Europe/Berlin', '11 March 2026'],
  ['2026-03-11T07:00:00', '2026-03-11T07:00:00', 'UTC', '11 March 2026, 07:00–07:00'],
])('from %s to %s in %s is said as the days “%s”', (from, to, zone, words) => {
  expect(daysWords(window(from, to), zone)).toBe(words);
});

test.each([
  ['UTC', '4 Mar 2026 10:00 – 11 Mar 2026 10:00 UTC'],
  ['Etc/UTC', '4 Mar 2026 10:00 – 11 Mar 2026 10:00 UTC'],
  ['Europe/Berlin', '4 Mar 2026 11:00 – 11 Mar 2026 11:00 Europe/Berlin'],
  ['America/Los_Angeles', '4 Mar 2026 02:00 – 11 Mar 2026 03:00 America/Los_Angeles'],
  ['Not/AZone', '4 Mar 2026 10:00 – 11 Mar 2026 10:00 UTC'],
])('a window is said with both ends in %s', (zone, words) => {
  expect(windowWords(window('2026-03-04T10:00:00', '2026-03-11T10:00:00'), zone)).toBe(words);
});

test('midnight is the first hour of a day, not the twenty-fourth', () => {
  expect(windowWords(window('2026-03-04T00:00:00', '2026-03-05T00:00:00'), 'UTC')).toBe(
    '4 Mar 2026 00:00 – 5 Mar 2026 00:00 UTC',
  );
});

test.each([
  ['2026-03-04T10:00:00', '2026-03-11T10:00:00', 'UTC', '7 days'],
  ['2026-03-10T10:00:00', '2026-03-11T10:00:00', 'UTC', '1 day'],
  // The clocks of Los Angeles went forward on 8 March 2026: these seven days are 167 hours long.
  ['2026-03-04T18:00:00', '2026-03-11T17:00:00', 'America/Los_Angeles', '7 days'],
  ['2026-03-04T18:00:00', '2026-03-11T17:00:00', 'UTC', '167 hours'],
  ['2026-03-11T07:00:00', '2026-03-11T10:00:00', 'UTC', '3 hours'],
  ['2026-03-11T09:00:00', '2026-03-11T10:00:00', 'UTC', '1 hour'],
  ['2026-03-11T08:30:00', '2026-03-11T10:00:00', 'UTC', '90 minutes'],
  ['2026-03-11T10:00:00', '2026-03-11T10:00:10', 'UTC', '1 minute'],
])('from %s to %s in %s is %s long', (from, to, zone, words) => {
  expect(lengthWords(window(from, to), zone)).toBe(words);
});

test.each([
  ['2026-03-04T10:00:00', '2026-03-11T10:00:00', true],
  ['2026-03-04T18:00:00', '2026-03-11T17:00:00', true],
  ['2026-03-11T08:00:00', '2026-03-11T10:00:00', true],
  ['2026-03-11T08:30:00', '2026-03-11T10:00:00', true],
  ['2026-03-11T07:59:00', '2026-03-11T10:00:00', false],
  ['2026-03-09T00:00:00', '2026-03-11T03:03:00', false],
])('whether people name the length from %s to %s: %s', (from, to, isPlain) => {
  expect(isPlainLength(window(from, to), 'UTC')).toBe(isPlain);
});

test('days of a series are said with their month', () => {
  expect([dayWords('2026-03-04'), shortDayWords('2026-12-31')]).toEqual(['4 March 2026', '31 Dec']);
  expect(compactDayWords('2026-03-04')).toBe('4 Mar 2026');
});

test('a zone is said by its name', () => {
  expect(['Europe/Berlin', 'Etc/UTC', ''].map(zoneWords)).toEqual(['Europe/Berlin', 'UTC', 'UTC']);
});
