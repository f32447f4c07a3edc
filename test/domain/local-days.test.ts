import fc from 'fast-check';
import { DateTime } from 'luxon';
import { localDayOf, localDaysBetween, offsetMinutes, offsetSpans } from '../../src/domain/local-days';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') });

test('offsets and days are those of the zone’s own calendar', () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, ms) => {
      const local = DateTime.fromMillis(ms, { zone: timeZone });
      expect(offsetMinutes(timeZone, ms)).toBe(local.offset);
      expect(localDayOf(ms, timeZone)).toBe(local.toISODate());
    }),
  );
});

test('the spans give every instant of a window its offset', () => {
  const length = fc.integer({ min: 1_000, max: 60 * 86_400_000 });
  fc.assert(
    fc.property(zone, instant, length, fc.double({ min: 0, max: 1, noNaN: true }), (timeZone, from, ms, share) => {
      const spans = offsetSpans(timeZone, from, from + ms);
      const at = Math.floor(from + share * (ms - 1));
      const span = spans.find(({ until }) => until === null || at < until);
      expect(span?.minutes).toBe(offsetMinutes(timeZone, at));
    }),
  );
});

test('a zone that changes its clocks has two spans that meet at the change', () => {
  const [from, to] = [Date.parse('2026-03-20T00:00:00Z'), Date.parse('2026-04-05T00:00:00Z')];
  expect(offsetSpans('Europe/Berlin', from, to)).toEqual([
    { until: Date.parse('2026-03-29T01:00:00Z'), minutes: 60 },
    { until: null, minutes: 120 },
  ]);
  expect(offsetSpans('Asia/Kathmandu', from, to)).toEqual([{ until: null, minutes: 345 }]);
});

test('days follow each other without gaps from the first instant to the last', () => {
  const days = (from: string, to: string, timeZone: string) =>
    localDaysBetween(Date.parse(from), Date.parse(to), timeZone);
  expect(days('2026-03-28T22:59:59Z', '2026-03-29T22:00:00Z', 'Europe/Berlin')).toEqual(['2026-03-28', '2026-03-29']);
  expect(days('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 'Europe/Berlin')).toEqual(['2026-03-29']);
  expect(days('2026-12-31T12:00:00Z', '2027-01-01T12:00:01Z', 'Pacific/Apia')).toEqual(['2027-01-01', '2027-01-02']);
  expect(days('2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z', 'UTC')).toEqual([]);
});

test('a zone that nobody knows is refused', () => {
  expect(() => offsetMinutes('Mars/Olympus', 0)).toThrow(RangeError);
});
