import fc from 'fast-check';
import { createTickClock, formatInstant, parseDuration, parseInstant } from '../../src/emulator/instants';

describe('instants in ticks of 100 nanoseconds', () => {
  it.each([
    ['2026-08-14T09:30:12.4812345Z', '2026-08-14T09:30:12.4812345Z'],
    ['2026-08-14T09:30:12Z', '2026-08-14T09:30:12.0000000Z'],
    ['2026-08-14T09:30:12.3Z', '2026-08-14T09:30:12.3000000Z'],
    ['2026-08-14T11:30:12.3+02:00', '2026-08-14T09:30:12.3000000Z'],
    ['2026-08-14T09:30Z', '2026-08-14T09:30:00.0000000Z'],
    ['1969-12-31T23:59:59.9999999Z', '1969-12-31T23:59:59.9999999Z'],
  ])('reads %s as %s', (text, written) => {
    const ticks = parseInstant(text);
    expect(ticks).not.toBeNull();
    expect(formatInstant(ticks ?? 0n)).toBe(written);
  });

  it.each(['2026-08-14', 'yesterday', '2026-08-14T09:30:12', '2026-13-01T00:00:00Z', ''])(
    'takes "%s" for no instant',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );

  it('writes every tick so that it can be read back', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 40_000_000_000_000_000n }),
        (ticks) => parseInstant(formatInstant(ticks)) === ticks,
      ),
    );
  });

  it('sorts as text as it sorts in time', () => {
    const tick = fc.bigInt({ min: 0n, max: 40_000_000_000_000_000n });
    fc.assert(fc.property(tick, tick, (a, b) => a < b === formatInstant(a) < formatInstant(b)));
  });
});

describe('the tick clock', () => {
  it('moves on within one millisecond and does not follow the wall clock backwards', () => {
    let now = Date.parse('2026-08-14T09:30:12.100Z');
    const clock = createTickClock(() => new Date(now));
    const instants = Array.from({ length: 50 }, (_, index) => {
      if (index === 25) now -= 600_000;
      return clock.next();
    });
    expect(new Set(instants).size).toBe(50);
    expect([...instants].sort()).toEqual(instants);
  });
});

describe('durations', () => {
  it.each([
    ['P3DT4H', (3 * 24 + 4) * 3_600_000],
    ['PT5M', 300_000],
    ['PT1H30M10S', 5_410_000],
    ['P30D', 30 * 86_400_000],
  ])('reads %s', (text, ms) => expect(parseDuration(text)).toBe(ms));

  it.each(['P', 'PT', 'P1W', '3D', 'P1DT', ''])('takes "%s" for no duration', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});
