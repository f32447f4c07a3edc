// Looking again and again: by one replica at a time, whatever fails, until it is stopped.
import { BotError } from '../../src/domain/errors';
import type { LookResult } from '../../src/workflows/watch-alerts';
import { LOOK_GRACE_MS, LOOKS_FAILED_ALARM, WATCH_LEASE, WatchLoop } from '../../src/workflows/watch-loop';
import { MINUTE, SECOND, START_MS } from '../builders/instants';
import { FakeClock } from '../fakes/fake-clock';
import { FakeLeases } from '../fakes/fake-leases';
import { FakeLogger } from '../fakes/fake-logger';
import { FakeMetrics } from '../fakes/fake-metrics';
import { FakeState } from '../fakes/fake-state';

const POLL_MS = 30 * SECOND;
const QUIET: LookResult = { kind: 'overlap', read: 0, firstSeen: 0, changed: 0, pages: 1 };

function createLoop(
  overrides: { holder?: string; clock?: FakeClock; leases?: FakeLeases; lookOfOthers?: number } = {},
) {
  const clock = overrides.clock ?? new FakeClock('stands');
  const leases = overrides.leases ?? new FakeLeases(new FakeState(() => clock.now()));
  const logger = new FakeLogger();
  const metrics = new FakeMetrics();
  const looks: { lease: string; epoch: number }[] = [];
  const answers: (() => Promise<LookResult>)[] = [];
  let committed = 0;
  const told: string[] = [];
  const lookOfOthers = overrides.lookOfOthers ?? null;
  const holder = overrides.holder ?? 'this process';
  const loop = new WatchLoop(
    {
      look: (fence) => {
        looks.push(fence);
        return (answers.shift() ?? (() => Promise.resolve(QUIET)))();
      },
      leases,
      clock,
      logger,
      metrics,
      desk: { tell: async (trouble) => void told.push(trouble) },
      lastLookOfOthers: async () => lookOfOthers,
      onCommitted: () => {
        committed += 1;
      },
    },
    { holder, leaseMs: 30 * SECOND, pollIntervalMs: POLL_MS },
  );
  return { loop, clock, leases, logger, metrics, looks, answers, told, committed: () => committed };
}

describe('the watch', () => {
  it('looks at once and then after every interval, under its lease', async () => {
    const { loop, clock, looks } = createLoop();
    loop.start();
    await clock.settle();
    expect(looks).toEqual([{ lease: WATCH_LEASE, epoch: 1 }]);
    await clock.advance(POLL_MS - 1);
    expect(looks).toHaveLength(1);
    await clock.advance(1);
    expect(looks).toHaveLength(2);
    await loop.stop();
  });

  it('is started once, however often it is asked', async () => {
    const { loop, clock, looks } = createLoop();
    loop.start();
    loop.start();
    await clock.settle();
    expect(looks).toHaveLength(1);
    await loop.stop();
  });

  it('tells the delivery of news and only of news', async () => {
    const { loop, clock, answers, committed } = createLoop();
    answers.push(() => Promise.resolve({ ...QUIET, firstSeen: 2 }));
    answers.push(() => Promise.resolve({ ...QUIET, changed: 1 }));
    loop.start();
    await clock.settle();
    expect(committed()).toBe(1);
    await clock.advance(POLL_MS);
    expect(committed()).toBe(2);
    await clock.advance(POLL_MS);
    expect(committed()).toBe(2);
    await loop.stop();
  });

  it.each([
    ['throttled', new BotError('throttled', { from: 'graph', retryAfterMs: 5_000 })],
    ['leaseLost', new BotError('leaseLost', { from: 'store' })],
    ['unexpected', new TypeError('Mira Holt is undefined')],
  ])('goes on after a look failed: %s', async (code, error) => {
    const { loop, clock, answers, looks, metrics, logger } = createLoop();
    answers.push(() => Promise.reject(error));
    loop.start();
    await clock.settle();
    expect(metrics.looksFailed).toEqual([code]);
    expect(loop.lastSuccessAt).toBeNull();
    expect(JSON.stringify(logger.lines)).not.toContain('Mira');
    await clock.advance(POLL_MS);
    expect(looks).toHaveLength(2);
    expect(loop.lastSuccessAt).toBe(START_MS + POLL_MS);
    await loop.stop();
  });

  it('goes on after the store did not answer', async () => {
    const { loop, clock, leases, looks } = createLoop();
    const acquire = leases.acquire.bind(leases);
    leases.acquire = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    loop.start();
    await clock.settle();
    expect(looks).toHaveLength(0);
    leases.acquire = acquire;
    await clock.advance(POLL_MS);
    expect(looks).toHaveLength(1);
    await loop.stop();
  });
});

describe('two replicas', () => {
  it('never both look, and the one in reserve is as ready as the looks of the other', async () => {
    const first = createLoop({ holder: 'one' });
    const lookOfOthers = START_MS - MINUTE;
    const second = createLoop({ holder: 'two', clock: first.clock, leases: first.leases, lookOfOthers });
    first.loop.start();
    await first.clock.settle();
    second.loop.start();
    for (let round = 0; round < 5; round += 1) await first.clock.advance(POLL_MS);
    expect(first.looks).toHaveLength(6);
    expect(second.looks).toHaveLength(0);
    expect(second.loop.lastSuccessAt).toBe(lookOfOthers);
    expect(second.metrics.looksSucceeded).toBe(0);
    await Promise.all([first.loop.stop(), second.loop.stop()]);
  });

  it('tells operators when looks fail more than three times in a row, and not before', async () => {
    const { loop, clock, answers, told } = createLoop();
    for (let round = 0; round < LOOKS_FAILED_ALARM + 1; round += 1) {
      answers.push(() => Promise.reject(new BotError('unavailable', { from: 'graph' })));
    }
    loop.start();
    await clock.settle();
    for (let round = 1; round < LOOKS_FAILED_ALARM; round += 1) await clock.advance(POLL_MS);
    expect(told).toEqual([]);
    await clock.advance(POLL_MS);
    expect(told).toEqual(['looksFailing']);
    await loop.stop();
  });

  it('hand over at the next interval when one is stopped', async () => {
    const first = createLoop({ holder: 'one' });
    const second = createLoop({ holder: 'two', clock: first.clock, leases: first.leases });
    first.loop.start();
    await first.clock.settle();
    second.loop.start();
    await first.clock.settle();
    await first.loop.stop();
    await first.clock.advance(POLL_MS);
    expect(second.looks).toEqual([{ lease: WATCH_LEASE, epoch: 2 }]);
    await second.loop.stop();
  });

  it('hand over when one died without a word, after its lease', async () => {
    const first = createLoop({ holder: 'one' });
    await first.leases.acquire(WATCH_LEASE, 'dead', 2 * POLL_MS, START_MS);
    first.loop.start();
    await first.clock.settle();
    expect(first.looks).toHaveLength(0);
    await first.clock.advance(POLL_MS);
    await first.clock.advance(POLL_MS);
    expect(first.looks).toEqual([{ lease: WATCH_LEASE, epoch: 2 }]);
    await first.loop.stop();
  });
});

describe('a stop', () => {
  it('ends the pause at once and leaves no look behind', async () => {
    const { loop, clock, looks } = createLoop();
    loop.start();
    await clock.settle();
    await loop.stop();
    await clock.advance(MINUTE);
    expect(looks).toHaveLength(1);
    expect(clock.sleeping).toBe(0);
  });

  it('waits for a look under way', async () => {
    const { loop, clock, answers } = createLoop();
    let finish: (result: LookResult) => void = () => undefined;
    answers.push(() => new Promise((resolve) => (finish = resolve)));
    loop.start();
    await clock.settle();
    let stopped = false;
    const stopping = loop.stop().then(() => (stopped = true));
    await clock.settle();
    expect(stopped).toBe(false);
    finish(QUIET);
    await stopping;
    expect(loop.lastSuccessAt).toBe(START_MS);
  });

  it('does not wait for a look without an end', async () => {
    const { loop, clock, answers, leases } = createLoop();
    answers.push(() => new Promise(() => undefined));
    loop.start();
    await clock.settle();
    const stopping = loop.stop();
    await clock.advance(LOOK_GRACE_MS);
    await stopping;
    await expect(leases.acquire(WATCH_LEASE, 'another', MINUTE, clock.now())).resolves.toMatchObject({ epoch: 2 });
  });

  it('goes through though the lease cannot be given back', async () => {
    const { loop, clock, leases, logger } = createLoop();
    loop.start();
    await clock.settle();
    leases.release = () => Promise.reject(new BotError('storeUnusable', { from: 'store' }));
    await expect(loop.stop()).resolves.toBeUndefined();
    expect(logger.at('warn')).toHaveLength(1);
  });

  it('is safe before a start and twice', async () => {
    const { loop } = createLoop();
    await loop.stop();
    await expect(loop.stop()).resolves.toBeUndefined();
  });
});
