// The real clock: pauses that end, and end at once when they are called off.
import { systemClock } from '../../src/telemetry/system-clock';

describe('the system clock', () => {
  it('tells the host’s time', () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('pauses for at least the time asked for', async () => {
    const began = performance.now();
    await systemClock.sleep(20);
    expect(performance.now() - began).toBeGreaterThanOrEqual(19);
  });

  it('does not pause at all when it was called off before', async () => {
    await expect(systemClock.sleep(3_600_000, AbortSignal.abort())).resolves.toBeUndefined();
  });

  it('ends a pause that is called off, and leaves no timer behind', async () => {
    const off = new AbortController();
    const pause = systemClock.sleep(3_600_000, off.signal);
    off.abort();
    await expect(pause).resolves.toBeUndefined();
  });

  it('gives chance within [0, 1)', () => {
    const drawn = Array.from({ length: 100 }, () => systemClock.random());
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(new Set(drawn).size).toBeGreaterThan(1);
  });
});
