// The channels are looked at when the process starts, once a day, and again and again while they are unsafe.
import { BotError } from '../../src/domain/errors';
import type { UnsafeReason } from '../../src/domain/channel-safety';
import { AUDIT_EVERY_MS, AUDIT_PAUSE_MS, ChannelWatch, RECHECK_MIN_MS } from '../../src/workflows/watch-channels';
import { CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { FakeClock } from '../fakes/fake-clock';
import { FakeLogger } from '../fakes/fake-logger';

const POLL_MS = 30_000;

function createWatch(pollIntervalMs = POLL_MS) {
  const clock = new FakeClock('stands');
  const logger = new FakeLogger();
  const looks: string[] = [];
  const unsafe = new Set<string>();
  let tellings = 0;
  const watchedNow = async () =>
    [CHANNEL, OTHER_CHANNEL].map((channel) => {
      const reasons: UnsafeReason[] = unsafe.has(channel) ? ['guests'] : [];
      return { channel, teamId: null, reasons, isShared: false, approvedMembers: null };
    });
  const channelSafetyBook = { watched: watchedNow };
  const guard = { look: async (channel: string) => void looks.push(channel) };
  const teller = { tellDue: async () => void (tellings += 1) };
  const watch = new ChannelWatch({ channelSafetyBook, guard, teller, clock, logger }, { pollIntervalMs });
  const audit = async () => {
    await clock.settle();
    for (let channels = 0; channels < 2; channels += 1) await clock.advance(AUDIT_PAUSE_MS);
  };
  return { watch, clock, logger, looks, unsafe, guard, teller, audit, tellings: () => tellings };
}

describe('watching channels', () => {
  it('looks at all of them at the start, one after the other, and once a day', async () => {
    const { watch, clock, looks, audit } = createWatch();
    watch.start();
    watch.start();
    await audit();
    expect(looks).toEqual([CHANNEL, OTHER_CHANNEL]);
    for (let passed = 0; passed < AUDIT_EVERY_MS; passed += POLL_MS * 100) await clock.advance(POLL_MS * 100);
    await audit();
    expect(looks).toEqual([CHANNEL, OTHER_CHANNEL, CHANNEL, OTHER_CHANNEL]);
    expect(AUDIT_EVERY_MS).toBe(86_400_000);
    await watch.stop();
  });

  it('looks at an unsafe one as often as at Graph, and at no other', async () => {
    const { watch, clock, looks, unsafe, audit } = createWatch();
    watch.start();
    await audit();
    looks.length = 0;
    unsafe.add(OTHER_CHANNEL);
    await clock.advance(POLL_MS);
    await clock.advance(AUDIT_PAUSE_MS);
    expect(looks).toEqual([OTHER_CHANNEL]);
    await clock.advance(POLL_MS);
    expect(looks).toEqual([OTHER_CHANNEL, OTHER_CHANNEL]);
    await watch.stop();
  });

  it('never more often than twice a second', async () => {
    const { watch, clock, looks, unsafe, audit } = createWatch(10);
    unsafe.add(CHANNEL);
    watch.start();
    await audit();
    looks.length = 0;
    await clock.advance(RECHECK_MIN_MS - 1);
    expect(looks).toEqual([]);
    await clock.advance(1);
    expect(looks).toEqual([CHANNEL]);
    expect(RECHECK_MIN_MS).toBe(500);
    await watch.stop();
  });

  it('has people told at once when it is woken, without looking anywhere', async () => {
    const { watch, clock, looks, audit, tellings } = createWatch();
    watch.start();
    await audit();
    const before = [tellings(), looks.length];
    watch.wake();
    await clock.settle();
    expect([tellings(), looks.length]).toEqual([(before[0] ?? 0) + 1, before[1]]);
    await watch.stop();
  });

  it('has people told between two channels of a long audit', async () => {
    const { watch, clock, tellings } = createWatch();
    watch.start();
    await clock.settle();
    expect(tellings()).toBe(2);
    await watch.stop();
  });

  it('goes on after a store that failed, and begins the audit anew', async () => {
    const { watch, clock, logger, looks, guard, audit } = createWatch();
    const { look } = guard;
    guard.look = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    watch.start();
    await clock.settle();
    expect(logger.at('error')).toMatchObject([{ fields: { code: 'storeBusy' } }]);
    guard.look = look;
    await clock.advance(POLL_MS);
    await audit();
    expect(looks).toEqual([CHANNEL, OTHER_CHANNEL]);
    await watch.stop();
  });

  it('stops at once, in the middle of an audit and before a start as well', async () => {
    const { watch, clock, looks } = createWatch();
    watch.start();
    await clock.settle();
    await watch.stop();
    await watch.stop();
    expect([looks, clock.sleeping]).toEqual([[CHANNEL], 0]);
    await expect(createWatch().watch.stop()).resolves.toBeUndefined();
  });
});
