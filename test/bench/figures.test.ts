import fc from 'fast-check';
import { median, quantile } from '../../src/bench/figures';

test('the median of an odd number of values is the middle one, of an even number the mean of the middle two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('a quantile between two values lies between them in proportion', () => {
  expect(quantile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48);
  expect(quantile([10, 20], 0)).toBe(10);
  expect(quantile([10, 20], 1)).toBe(20);
});

test('the given values keep their order', () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

test('no values and shares outside 0 to 1 are refused', () => {
  expect(() => median([])).toThrow('no values');
  expect(() => quantile([1], 1.1)).toThrow('between 0 and 1');
  expect(() => quantile([1], Number.NaN)).toThrow('between 0 and 1');
});

test('quantiles never leave the range of the values, and never fall as the share grows', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(values, share, share, (given, one, other) => {
      const [low, high] = [quantile(given, Math.min(one, other)), quantile(given, Math.max(one, other))];
      expect(low).toBeGreaterThanOrEqual(Math.min(...given));
      expect(high).toBeLessThanOrEqual(Math.max(...given));
      // Interpolation may be off by a rounding of the last digit.
      expect(low - high).toBeLessThanOrEqual(1e-6);
    }),
  );
});
