import { instantWindow, isWithin } from '../../src/domain/instant-window';
import { at } from './alert-builder';

const DAY = { from: '2026-03-04T00:00:00Z', to: '2026-03-05T00:00:00Z' };

test.each([
  ['2026-03-03T23:59:59.9999999Z', false],
  ['2026-03-04T00:00:00Z', true],
  ['2026-03-04T00:00:00.0000001Z', true],
  ['2026-03-04T23:59:59.9999999Z', true],
  ['2026-03-05T00:00:00Z', false],
  ['2026-03-05T00:00:00.0000001Z', false],
])('%s lies within the day: %s', (instant, within) => {
  const window = instantWindow(DAY);
  expect(window && isWithin(at(instant), window)).toBe(within);
});

test('a time that is not given lies in no window', () => {
  const window = instantWindow(DAY);
  expect(window && isWithin(null, window)).toBe(false);
});

test('no window is none, and one without instants is refused rather than left out', () => {
  expect(instantWindow(undefined)).toBeNull();
  expect(() => instantWindow({ from: 'yesterday', to: DAY.to })).toThrow(RangeError);
  expect(() => instantWindow({ from: DAY.from, to: '2026-02-30T00:00:00Z' })).toThrow(RangeError);
});
