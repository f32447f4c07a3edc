// Keeps the outbox moving: claims the most urgent row whose channel is free, one row per channel at a time, many
// channels at once.
import { isBotError } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import type { CardOutbox, ClaimedSend, OutboxState } from '../ports/card-outbox';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import type { LanePacer } from './lane-pacer';

export const PARALLEL_SENDS = 16;
/** How long the dispatcher sleeps when nothing is due; a commit wakes it earlier. */
export const IDLE_MS = 250;
/** A store in trouble is asked again after this, and logged as often. */
export const STORE_TROUBLE_PAUSE_MS = 5_000;
export const RECOVER_EVERY_MS = 2_000;
/** How long a stop waits for sends under way; the whole process has ten seconds. */
export const DRAIN_MS = 6_000;

export interface DeliveryDeps {
  cardOutbox: CardOutbox;
  sender: { send(send: ClaimedSend): Promise<void> };
  pacer: LanePacer;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
}

export class CardDelivery {
  private readonly stopping = new AbortController();
  private readonly inFlight = new Map<ChannelKey, Promise<void>>();
  private running: Promise<void> | null = null;
  private waking = new AbortController();
  private recoveredAt = 0;
  /** As of the last round; at most `RECOVER_EVERY_MS` old while the loop runs. */
  backlog: OutboxState = { depth: 0, oldestUnsentAt: null };

  constructor(private readonly deps: DeliveryDeps) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Claims nothing more; sends under way are finished, or handed back by their lease when they take too long. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    const drained = new AbortController();
    const draining = this.drain().finally(() => drained.abort());
    await Promise.race([draining, this.deps.clock.sleep(DRAIN_MS, drained.signal)]);
  }

  /** Something was queued: look now instead of after the idle pause. */
  wake(): void {
    this.waking.abort();
  }

  private async drain(): Promise<void> {
    await this.running;
    await Promise.allSettled(this.inFlight.values());
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      let busy = true;
      // Made before the claim, so that a wake during it is not slept through.
      this.waking = new AbortController();
      try {
        await this.recoverNowAndThen();
        busy = await this.dispatchOne();
      } catch (error) {
        this.deps.logger.error('the outbox could not be read', { code: isBotError(error) ? error.code : 'unexpected' });
        busy = false;
        await this.deps.clock.sleep(STORE_TROUBLE_PAUSE_MS, this.stopping.signal);
      }
      if (!busy && !this.stopping.signal.aborted) await this.deps.clock.sleep(IDLE_MS, this.waking.signal);
    }
  }

  private async recoverNowAndThen(): Promise<void> {
    const { cardOutbox, clock, logger, metrics } = this.deps;
    const now = clock.now();
    if (now - this.recoveredAt < RECOVER_EVERY_MS) return;
    this.recoveredAt = now;
    const count = await cardOutbox.recover(now, false);
    if (count > 0) logger.warn('sends left by a stopped process were taken over', { count });
    this.backlog = await cardOutbox.state();
    metrics.outboxDepth(this.backlog.depth);
  }

  /** False when there is nothing to do right now. */
  private async dispatchOne(): Promise<boolean> {
    if (this.inFlight.size >= PARALLEL_SENDS) {
      await Promise.race(this.inFlight.values());
      return true;
    }
    const { cardOutbox, clock, pacer } = this.deps;
    const now = clock.now();
    if (pacer.isFull(now)) return false;
    const send = await cardOutbox.claim([...this.inFlight.keys(), ...pacer.blocked(now)], now);
    if (send === null) return false;
    this.inFlight.set(send.channel, this.carryOut(send));
    return true;
  }

  private async carryOut(send: ClaimedSend): Promise<void> {
    try {
      await this.deps.sender.send(send);
    } catch (error) {
      this.deps.logger.error('a send was left to its lease', {
        sendKind: send.kind,
        code: isBotError(error) ? error.code : 'unexpected',
      });
    } finally {
      this.inFlight.delete(send.channel);
      this.wake();
    }
  }
}
