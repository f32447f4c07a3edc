import { instantWords, spanWords } from '../../../src/domain/wording/time-words';
import { at } from '../alert-builder';

const [morning, later, nextDay] = [
  at('2026-11-23T06:08:59.9999999Z'),
  at('2026-11-23T09:12:00Z'),
  at('2026-11-24T00:00:00Z'),
];

test('an instant is said absolutely, in UTC, and never rounded up', () => {
  expect(instantWords(morning)).toBe('2026-11-23 06:08 UTC');
  expect(instantWords(null)).toBe('not given');
});

test.each([
  [morning, later, '2026-11-23 06:08 to 09:12 UTC'],
  [morning, nextDay, '2026-11-23 06:08 UTC to 2026-11-24 00:00 UTC'],
  [morning, morning, '2026-11-23 06:08 UTC'],
  [morning, null, 'first 2026-11-23 06:08 UTC'],
  [null, later, 'last 2026-11-23 09:12 UTC'],
  [null, null, 'not given'],
])('from %s to %s is said as “%s”', (first, last, words) => {
  expect(spanWords(first, last)).toBe(words);
});
