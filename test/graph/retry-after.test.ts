import { parseRetryAfter, RETRY_AFTER_MAX_MS, RETRY_AFTER_MIN_MS } from '../../src/graph/retry-after';

const NOW = Date.parse('2026-09-02T06:00:00Z');

describe('Retry-After', () => {
  test.each([
    ['7', 7_000],
    ['2.128', 2_128],
    [' 10 ', 10_000],
    ['0', RETRY_AFTER_MIN_MS],
    ['0.2', RETRY_AFTER_MIN_MS],
    ['-5', RETRY_AFTER_MIN_MS],
    ['900', RETRY_AFTER_MAX_MS],
    ['10000', RETRY_AFTER_MAX_MS],
    ['999999999999', RETRY_AFTER_MAX_MS],
    ['Wed, 02 Sep 2026 06:00:30 GMT', 30_000],
    ['Wed, 02 Sep 2026 05:00:00 GMT', RETRY_AFTER_MIN_MS],
    ['Wed, 02 Sep 2026 09:00:00 GMT', RETRY_AFTER_MAX_MS],
  ])('%j means %d ms', (header, ms) => {
    expect(parseRetryAfter(header, NOW)).toBe(ms);
  });

  test.each([
    null,
    '',
    'abc',
    'soon',
    '1e3',
    'NaN',
    'Infinity',
    '7, 8',
    '2026-09-02',
    'Wed, 99 Sep 2026 99:00:00 GMT',
    'may 5',
  ])('%j says nothing', (header) => {
    expect(parseRetryAfter(header, NOW)).toBeUndefined();
  });
});
