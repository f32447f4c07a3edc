import { BotError, type ErrorCode } from '../../src/domain/errors';
import type { RetriedCall } from '../../src/domain/retry-table';
import { CIRCUIT_OPEN, retryByTable } from '../../src/graph/retry-by-table';
import { waitNoLonger } from '../../src/graph/wait-no-longer';
import { createSkippingClock } from './skipping-clock';

const PATIENCE = { attemptMs: 1_000, totalMs: 30_000, retries: 3, pauseBaseMs: 2_000 };

function run(
  row: RetriedCall,
  failure: { code: ErrorCode; detail?: string; retryAfterMs?: number },
  patience = PATIENCE,
) {
  const clock = createSkippingClock(0.5);
  const signal = new AbortController().signal;
  let attempts = 0;
  const done = retryByTable({ row, patience, clock, signal }, async () => {
    attempts += 1;
    throw new BotError(failure.code, { from: 'graph', ...failure });
  });
  return { clock, done, attempts: () => attempts };
}

describe('repeating by the table', () => {
  test('makes no more attempts than allowed, with growing pauses', async () => {
    const { done, attempts, clock } = run('graphRead', { code: 'unavailable' });
    await expect(done).rejects.toMatchObject({ code: 'unavailable' });
    expect(attempts()).toBe(4);
    expect(clock.slept).toEqual([1_000, 2_000, 4_000]);
  });

  test('takes no more time than allowed', async () => {
    const { done, attempts } = run('graphRead', { code: 'unavailable' }, { ...PATIENCE, totalMs: 2_500 });
    await expect(done).rejects.toMatchObject({ code: 'unavailable' });
    expect(attempts()).toBe(2);
  });

  test('does not begin a wait that outlasts the patience', async () => {
    const { done, attempts, clock } = run('graphRead', { code: 'throttled', retryAfterMs: 60_000 });
    await expect(done).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 60_000 });
    expect(attempts()).toBe(1);
    expect(clock.slept).toEqual([]);
  });

  test.each<[RetriedCall, ErrorCode]>([
    ['graphPatch', 'timedOut'],
    ['graphComment', 'unavailable'],
    ['graphRead', 'forbidden'],
  ])('leaves %s that ended %s to the caller', async (row, code) => {
    const { done, attempts } = run(row, { code });
    await expect(done).rejects.toMatchObject({ code });
    expect(attempts()).toBe(1);
  });

  test('does not run against an open circuit', async () => {
    const { done, attempts } = run('graphRead', { code: 'unavailable', detail: CIRCUIT_OPEN });
    await expect(done).rejects.toMatchObject({ detail: CIRCUIT_OPEN });
    expect(attempts()).toBe(1);
  });

  test('lets an error of ours through as it is', async () => {
    const clock = createSkippingClock();
    const signal = new AbortController().signal;
    const done = retryByTable({ row: 'graphRead', patience: PATIENCE, clock, signal }, () => {
      throw new RangeError('ours');
    });
    await expect(done).rejects.toThrow(RangeError);
  });
});

describe('a bounded wait', () => {
  test('gives what came in time', async () => {
    await expect(waitNoLonger(Promise.resolve('a'), 1_000, 'entra')).resolves.toBe('a');
  });

  test('ends by itself when nothing comes', async () => {
    const nothing = new Promise<never>(() => undefined);
    await expect(waitNoLonger(nothing, 5, 'entra')).rejects.toMatchObject({ code: 'timedOut', from: 'entra' });
  });
});
