// Retention as a job: every hour, on one replica, a bounded amount at a time.
import { BotError } from '../../src/domain/errors';
import {
  RETENTION_BATCH,
  RETENTION_BATCHES,
  RETENTION_EVERY_MS,
  RETENTION_LEASE,
  RETENTION_LEASE_MS,
  RETENTION_PAUSE_MS,
  RetentionKeeper,
} from '../../src/workflows/keep-retention';
import { alertId, anAlert } from '../builders/alert';
import { afterStart } from '../builders/instants';
import { CHANNEL, decided } from '../contracts/decisions';
import { FakeClock } from '../fakes/fake-clock';
import { FakeLogger } from '../fakes/fake-logger';
import { createFakeStore } from '../fakes/fake-store';

const DAYS = 30;
const DAY_MS = 86_400_000;

function createRig(mode: 'jumps' | 'stands' = 'jumps') {
  const clock = new FakeClock(mode);
  const store = createFakeStore({ now: () => clock.now() });
  const logger = new FakeLogger();
  const wakes: number[] = [];
  const { retention, leases } = store;
  const deps = { retention, leases, clock, logger, wake: () => void wakes.push(clock.now()) };
  const keeperOf = (holder: string) => new RetentionKeeper(deps, { holder, days: DAYS });
  const commitResolved = async (seed: number, daysAgo: number) => {
    const at = afterStart(-daysAgo * DAY_MS);
    const alert = anAlert({ id: alertId(seed), status: 'resolved', resolvedDateTime: at });
    await store.alertLog.commit({ decisions: [decided(alert, { postTo: [CHANNEL] })] });
  };
  return { clock, store, logger, wakes, deps, keeperOf, keeper: keeperOf('one'), commitResolved };
}

const atEvent = (logger: FakeLogger, event: string) => logger.lines.find((line) => line.event === event);

describe('keeping retention', () => {
  it('reduces what ended long enough ago, forgets its people, scrubs, and says how many', async () => {
    const { keeper, store, logger, wakes, commitResolved } = createRig();
    await commitResolved(1, DAYS);
    await commitResolved(2, DAYS - 1);
    await keeper.round();
    expect((await store.alertLog.findByNumber(1000))?.reduced?.afterDays).toBe(DAYS);
    expect((await store.alertLog.findByNumber(1001))?.reduced).toBeNull();
    expect(atEvent(logger, 'retention removed the details of alerts')?.fields).toEqual({ count: 1 });
    expect(wakes).toHaveLength(1);
    expect(store.retention.scrubs).toBe(1);
  });

  it('begins at once and goes on every hour', async () => {
    const { keeper, clock, store, commitResolved } = createRig('stands');
    keeper.start();
    keeper.start();
    await clock.settle();
    expect(store.retention.scrubs).toBe(1);
    await commitResolved(1, DAYS);
    await clock.advance(RETENTION_EVERY_MS - 1);
    expect((await store.alertLog.findByNumber(1000))?.reduced).toBeNull();
    await clock.advance(1);
    expect((await store.alertLog.findByNumber(1000))?.reduced).not.toBeNull();
    expect(RETENTION_EVERY_MS).toBe(3_600_000);
    await keeper.stop();
  });

  it('has nothing to scrub when nothing was removed since the last time', async () => {
    const { keeper, store } = createRig();
    await keeper.round();
    await keeper.round();
    expect(store.retention.scrubs).toBe(1);
  });

  it('is left to one replica at a time, and to another one when that died', async () => {
    const { keeperOf, clock, store, commitResolved } = createRig();
    await commitResolved(1, DAYS);
    await store.leases.acquire(RETENTION_LEASE, 'two', RETENTION_LEASE_MS, clock.now());
    await keeperOf('one').round();
    expect((await store.alertLog.findByNumber(1000))?.reduced).toBeNull();
    clock.jumpTo(clock.now() + RETENTION_LEASE_MS);
    await keeperOf('one').round();
    expect((await store.alertLog.findByNumber(1000))?.reduced).not.toBeNull();
    await commitResolved(2, DAYS);
    await keeperOf('two').round();
    expect((await store.alertLog.findByNumber(1001))?.reduced).not.toBeNull();
  });

  it('takes small steps with pauses between them, so many a round and no more', async () => {
    const { keeper, clock, store } = createRig();
    const limits: number[] = [];
    store.retention.reduce = async (_days, limit) => {
      limits.push(limit);
      return limit;
    };
    await keeper.round();
    expect(limits).toEqual(Array.from({ length: RETENTION_BATCHES }, () => RETENTION_BATCH));
    expect(clock.pauses).toEqual(limits.map(() => RETENTION_PAUSE_MS));
    expect([RETENTION_BATCH, RETENTION_BATCHES]).toEqual([100, 100]);
  });

  it('says when the store fails, scrubs what it had removed, and tries again', async () => {
    const { keeper, store, logger, commitResolved } = createRig();
    await keeper.round();
    await commitResolved(1, DAYS);
    store.retention.forgetPeople = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    await keeper.round();
    expect(logger.at('error').map(({ fields }) => fields)).toEqual([{ code: 'storeBusy' }]);
    store.retention.forgetPeople = async () => 0;
    await keeper.round();
    expect(store.retention.scrubs).toBe(2);
  });

  it('finishes the step in hand when it is stopped, and begins no other', async () => {
    const { keeper, clock, store } = createRig('stands');
    let steps = 0;
    store.retention.reduce = async (_days, limit) => {
      steps += 1;
      return limit;
    };
    keeper.start();
    await clock.settle();
    await keeper.stop();
    expect(steps).toBe(1);
    expect(clock.sleeping).toBe(0);
  });
});
