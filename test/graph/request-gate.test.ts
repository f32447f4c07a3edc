import { BUDGET_WINDOW_MS, POLL_SHARE, RequestGate, type Lane, type Pool } from '../../src/graph/request-gate';
import { createSkippingClock } from './skipping-clock';

const never = new AbortController().signal;

function open(requestsPerMinute: number) {
  const clock = createSkippingClock();
  const gate = new RequestGate(requestsPerMinute, clock);
  const enter = (lane: Lane, patienceMs = 0, pool: Pool = 'security') =>
    gate.enter(lane, pool, clock.now() + patienceMs, never);
  const enterMany = async (lane: Lane, count: number) => {
    for (let sent = 0; sent < count; sent += 1) await enter(lane, 1);
  };
  return { clock, gate, enter, enterMany };
}

describe('the budget of a minute', () => {
  test('lets clicks use all of it, and not more', async () => {
    const { enter, enterMany } = open(10);
    await enterMany('click', 10);
    await expect(enter('click')).rejects.toMatchObject({ code: 'throttled' });
  });

  test('lets looks use their share alone, so that a click never finds it spent by them', async () => {
    const { enter, enterMany } = open(10);
    await enterMany('poll', 10 * POLL_SHARE);
    await expect(enter('poll')).rejects.toMatchObject({ code: 'throttled' });
    await enterMany('click', 4);
    await expect(enter('click')).rejects.toMatchObject({ code: 'throttled' });
  });

  test('makes a patient look wait until the minute is over', async () => {
    const { enter, enterMany, clock } = open(10);
    await enterMany('poll', 6);
    await enter('poll', 2 * BUDGET_WINDOW_MS);
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(BUDGET_WINDOW_MS - 1_000);
  });

  test('counts both pools, and every minute anew', async () => {
    const { enter, enterMany, clock } = open(3);
    await enterMany('click', 2);
    await enter('click', 1, 'directory');
    await expect(enter('click', 1, 'directory')).rejects.toMatchObject({ code: 'throttled' });
    clock.skip(BUDGET_WINDOW_MS);
    await enter('click');
  });

  test('of one still lets a look through', async () => {
    const { enter } = open(1);
    await expect(enter('poll', 1)).resolves.toBeUndefined();
  });

  test('of nothing is no limit', async () => {
    const { enterMany, clock } = open(0);
    await enterMany('poll', 1_000);
    expect(clock.slept).toEqual([]);
  });
});

describe('a wait that Graph asked for', () => {
  test('holds up everybody of the pool and nobody of the other', async () => {
    const { gate, enter } = open(0);
    gate.holdOff('security', 7_000);
    await expect(enter('click', 5_000)).rejects.toMatchObject({ code: 'throttled' });
    await expect(enter('poll', 5_000)).rejects.toMatchObject({ code: 'throttled' });
    await expect(enter('click', 0, 'directory')).resolves.toBeUndefined();
    await expect(enter('poll', 8_000)).resolves.toBeUndefined();
  });

  test('is not shortened by a later, shorter one, and is told to whoever is refused', async () => {
    const { gate, enter } = open(0);
    gate.holdOff('security', 60_000);
    gate.holdOff('security', 1_000);
    const error: unknown = await enter('click').catch((thrown: unknown) => thrown);
    expect(error).toHaveProperty('retryAfterMs', expect.any(Number));
    expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(59_000);
  });

  test('ends when the room closes', async () => {
    const stopped = new AbortController();
    stopped.abort();
    const { gate, clock } = open(0);
    await expect(gate.enter('poll', 'security', clock.now() + 1_000, stopped.signal)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
