// The order in which sends leave: the most severe first, one at a time in a channel, channels side by side.
import { BotError } from '../../src/domain/errors';
import type { ClaimedSend } from '../../src/ports/card-outbox';
import { CardDelivery, DRAIN_MS, IDLE_MS, PARALLEL_SENDS, RECOVER_EVERY_MS } from '../../src/workflows/deliver-card';
import { LanePacer } from '../../src/workflows/lane-pacer';
import { TEAMS_LANE_WINDOWS } from '../../src/domain/lane-limits';
import { CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { SECOND } from '../builders/instants';
import { FakeClock } from '../fakes/fake-clock';
import { FakeLogger } from '../fakes/fake-logger';
import { FakeMetrics } from '../fakes/fake-metrics';
import { createFakeStore } from '../fakes/fake-store';

function createDelivery(options: { hold?: boolean; pacer?: LanePacer } = {}) {
  const clock = new FakeClock('stands');
  const { state, cardOutbox, outboxOf } = createFakeStore({ now: () => clock.now() });
  const logger = new FakeLogger();
  const metrics = new FakeMetrics();
  const pacer = options.pacer ?? new LanePacer([]);
  const begun: ClaimedSend[] = [];
  const finish: (() => void)[] = [];
  const send = async (claimed: ClaimedSend) => {
    begun.push(claimed);
    if (options.hold) await new Promise<void>((resolve) => finish.push(resolve));
    await cardOutbox.settle(claimed, { is: 'sent', posted: null }, clock.now());
  };
  const sender = { send };
  const delivery = new CardDelivery({ cardOutbox, sender, pacer, clock, logger, metrics });
  const queue = (channel: string, priority = 4) => state.queue('digest', channel, clock.now(), { priority });
  return { delivery, sender, clock, state, outboxOf, logger, metrics, pacer, begun, finish, queue };
}

describe('the delivery', () => {
  it('sends the most severe first, and of equals the oldest', async () => {
    const { delivery, clock, queue, begun } = createDelivery();
    const low = queue(CHANNEL, 2);
    const high = queue(CHANNEL, 4);
    const alsoHigh = queue(CHANNEL, 4);
    delivery.start();
    await clock.settle();
    expect(begun.map((send) => send.id)).toEqual([high.id, alsoHigh.id, low.id]);
    await delivery.stop();
  });

  it('has one send under way in a channel and does not hold up another channel', async () => {
    const { delivery, clock, queue, begun, finish } = createDelivery({ hold: true });
    queue(CHANNEL);
    queue(CHANNEL);
    queue(OTHER_CHANNEL, 1);
    delivery.start();
    await clock.settle();
    expect(begun.map((send) => send.channel)).toEqual([CHANNEL, OTHER_CHANNEL]);
    finish.shift()?.();
    await clock.settle();
    expect(begun.map((send) => send.channel)).toEqual([CHANNEL, OTHER_CHANNEL, CHANNEL]);
    finish.forEach((end) => end());
    await delivery.stop();
  });

  it('has no more than its number of sends under way', async () => {
    const { delivery, clock, queue, begun, finish } = createDelivery({ hold: true });
    for (let channel = 0; channel < PARALLEL_SENDS + 3; channel += 1) queue(`19:${channel}@thread.tacv2`);
    delivery.start();
    for (let round = 0; round < 10; round += 1) await clock.settle();
    expect(begun).toHaveLength(PARALLEL_SENDS);
    finish.shift()?.();
    await clock.settle();
    expect(begun).toHaveLength(PARALLEL_SENDS + 1);
    for (let round = 0; round < 3; round += 1) {
      finish.splice(0).forEach((end) => end());
      await clock.settle();
    }
    await delivery.stop();
  });

  it('leaves a channel alone that has to wait, and sends to the others', async () => {
    const { delivery, clock, queue, begun, pacer } = createDelivery();
    pacer.holdUntil(CHANNEL, clock.now() + 7 * SECOND);
    queue(CHANNEL);
    queue(OTHER_CHANNEL);
    delivery.start();
    await clock.settle();
    expect(begun.map((send) => send.channel)).toEqual([OTHER_CHANNEL]);
    await clock.advance(7 * SECOND);
    expect(begun.map((send) => send.channel)).toEqual([OTHER_CHANNEL, CHANNEL]);
    await delivery.stop();
  });

  it('sends nothing anywhere while the app’s own limit is used up', async () => {
    const pacer = new LanePacer(TEAMS_LANE_WINDOWS);
    const { delivery, clock, queue, begun } = createDelivery({ pacer });
    for (let sent = 0; sent < 50; sent += 1) pacer.recordSend(`19:${sent}@thread.tacv2`, clock.now());
    queue(CHANNEL);
    delivery.start();
    await clock.settle();
    expect(begun).toEqual([]);
    await clock.advance(SECOND);
    expect(begun).toHaveLength(1);
    await delivery.stop();
  });

  it('looks again after an idle pause, and at once when it is woken', async () => {
    const { delivery, clock, queue, begun } = createDelivery();
    delivery.start();
    await clock.settle();
    queue(CHANNEL);
    await clock.advance(IDLE_MS - 1);
    expect(begun).toHaveLength(0);
    await clock.advance(1);
    expect(begun).toHaveLength(1);
    queue(CHANNEL);
    delivery.wake();
    await clock.settle();
    expect(begun).toHaveLength(2);
    await delivery.stop();
  });
});

describe('what fails', () => {
  it('in one send does not stop the next', async () => {
    const { delivery, clock, queue, sender, begun, logger } = createDelivery();
    const settle = sender.send;
    sender.send = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    queue(CHANNEL);
    delivery.start();
    await clock.settle();
    expect(logger.at('error')).toEqual([
      expect.objectContaining({ fields: { sendKind: 'digest', code: 'storeBusy' } }),
    ]);
    sender.send = settle;
    queue(CHANNEL);
    delivery.wake();
    await clock.settle();
    expect(begun).toHaveLength(1);
    await delivery.stop();
  });

  it('of a dead process is taken over, and counted', async () => {
    const { delivery, clock, queue, outboxOf, begun, metrics, logger } = createDelivery();
    queue(CHANNEL);
    await outboxOf('another process').claim([], clock.now());
    delivery.start();
    await clock.settle();
    expect(begun).toHaveLength(0);
    expect(metrics.depth).toBe(1);
    await clock.advance(30 * SECOND);
    await clock.advance(RECOVER_EVERY_MS);
    expect(begun).toHaveLength(1);
    expect(logger.at('warn')).toHaveLength(1);
    expect(delivery.backlog.depth).toBe(0);
    await delivery.stop();
  });
});

describe('a stop', () => {
  it('claims nothing more and waits for what is under way', async () => {
    const { delivery, clock, queue, begun, finish, state } = createDelivery({ hold: true });
    queue(CHANNEL);
    delivery.start();
    await clock.settle();
    let stopped = false;
    const stopping = delivery.stop().then(() => (stopped = true));
    queue(OTHER_CHANNEL);
    await clock.settle();
    expect(stopped).toBe(false);
    finish.shift()?.();
    await stopping;
    expect(begun).toHaveLength(1);
    expect(state.sends.map((send) => send.state)).toEqual(['sent', 'queued']);
    expect(clock.sleeping).toBe(0);
  });

  it('does not wait for a send without an end, not even with every place taken', async () => {
    const { delivery, clock, queue } = createDelivery({ hold: true });
    for (let channel = 0; channel < PARALLEL_SENDS + 1; channel += 1) queue(`19:${channel}@thread.tacv2`);
    delivery.start();
    for (let round = 0; round < 10; round += 1) await clock.settle();
    const stopping = delivery.stop();
    await clock.advance(DRAIN_MS);
    await expect(stopping).resolves.toBeUndefined();
  });

  it('is safe before a start and twice', async () => {
    const { delivery } = createDelivery();
    await delivery.stop();
    await expect(delivery.stop()).resolves.toBeUndefined();
  });
});
