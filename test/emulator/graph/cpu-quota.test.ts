import { createCpuQuota, CYCLE_MS } from '../../../src/emulator/graph/cpu-quota';

describe('the share of processing', () => {
  it('is used up by work, and whole again at the next quarter of the hour', () => {
    let now = 4 * CYCLE_MS + 60_000;
    const quota = createCpuQuota(
      () => new Date(now),
      () => 1_000,
    );
    expect(CYCLE_MS).toBe(900_000);
    expect(quota.left()).toBe(1_000);
    quota.spend(400);
    expect(quota.left()).toBe(600);
    quota.spend(5_000);
    expect(quota.left()).toBe(0);
    expect(quota.secondsToNext()).toBe(840);
    now += 840_000;
    expect(quota.left()).toBe(1_000);
  });

  it('has no end at zero', () => {
    const quota = createCpuQuota(
      () => new Date(0),
      () => 0,
    );
    quota.spend(1e9);
    expect(quota.left()).toBe(Infinity);
  });
});
