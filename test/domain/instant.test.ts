import fc from 'fast-check';
import { earlierBy, instantFromMs, instantToMs, latest, parseInstant, toFilterLiteral } from '../../src/domain/instant';
import { at } from './alert-builder';

const TICKS_PER_SECOND = 10_000_000;

test.each([
  ['2026-11-23T06:08:12Z', '2026-11-23T06:08:12.0000000Z'],
  ['2026-11-23T06:08:12.3Z', '2026-11-23T06:08:12.3000000Z'],
  ['2026-11-23T06:08:12.3266667Z', '2026-11-23T06:08:12.3266667Z'],
  ['2026-11-23T06:08:12.326666789Z', '2026-11-23T06:08:12.3266667Z'],
])('%s is padded to %s', (wire, padded) => {
  expect(parseInstant(wire)).toBe(padded);
});

test.each([
  ['no zone', '2026-11-23T06:08:12'],
  ['an offset', '2026-11-23T06:08:12+01:00'],
  ['a date alone', '2026-11-23'],
  ['a month that is none', '2026-13-23T06:08:12Z'],
  ['a day no calendar has', '2026-02-30T06:08:12Z'],
  ['an hour no clock has', '2026-11-23T24:00:00Z'],
  ['too many digits', '2026-11-23T06:08:12.1234567891Z'],
  ['text around it', ' 2026-11-23T06:08:12Z'],
  ['nothing', ''],
])('%s is no instant', (_why, text) => {
  expect(parseInstant(text)).toBeNull();
});

test('what is no text is no instant', () => {
  expect([null, undefined, 5, {}].map(parseInstant)).toEqual([null, null, null, null]);
});

test('string order is time order, down to the tick, however many digits the wire gave', () => {
  const second = fc.integer({ min: 0, max: 4_000_000_000 });
  const tick = fc.integer({ min: 0, max: TICKS_PER_SECOND - 1 });
  const wire = (s: number, t: number) => {
    const digits = String(t).padStart(7, '0').replace(/0+$/, '');
    return at(`${new Date(s * 1000).toISOString().slice(0, 19)}${digits === '' ? '' : `.${digits}`}Z`);
  };
  fc.assert(
    fc.property(second, tick, fc.integer({ min: 0, max: 1 }), tick, (s1, t1, gap, t2) => {
      const order = Math.sign(gap * TICKS_PER_SECOND + t2 - t1);
      const [a, b] = [wire(s1, t1), wire(s1 + gap, t2)];
      expect(a === b ? 0 : a < b ? 1 : -1).toBe(order);
    }),
  );
});

test('milliseconds survive the way to an instant and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
      expect(instantToMs(instantFromMs(ms))).toBe(ms);
      expect(parseInstant(instantFromMs(ms))).toBe(instantFromMs(ms));
    }),
  );
});

test('ticks below a millisecond are dropped in milliseconds only', () => {
  expect(instantToMs(at('2026-11-23T06:08:12.3266667Z'))).toBe(Date.parse('2026-11-23T06:08:12.326Z'));
});

test('an earlier instant is earlier by exactly so much', () => {
  expect(earlierBy(at('2026-11-23T00:00:00Z'), 7_200_000)).toBe('2026-11-22T22:00:00.0000000Z');
});

test('the latest of two is the later one, whichever comes first', () => {
  const [a, b] = [at('2026-11-23T06:08:12Z'), at('2026-11-23T06:08:12.0000001Z')];
  expect([latest(a, b), latest(b, a), latest(a, a)]).toEqual([b, b, a]);
});

test('a filter takes the padded instant as it is', () => {
  expect(toFilterLiteral(at('2026-11-23T06:08:12.3Z'))).toBe('2026-11-23T06:08:12.3000000Z');
});
