// Looks at the channels again and again: at every one when the process starts and once a day, at those that are unsafe
// as often as at Graph. Membership events come quicker and are answered elsewhere; this catches what they missed.
import { isBotError } from '../domain/errors';
import type { ChannelSafetyBook, WatchedChannel } from '../ports/channel-safety-book';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { ChannelGuard } from './channel-guard';
import type { UnsafeTeller } from './tell-unsafe';

export const AUDIT_EVERY_MS = 24 * 3_600_000;
/** Between two channels of one audit: Teams gives all bots of a tenant fourteen rosters a second. */
export const AUDIT_PAUSE_MS = 100;
/** Unsafe channels are never looked at more often than this, however short the poll interval is. */
export const RECHECK_MIN_MS = 500;
/** How long a stop waits for a look under way; what it would have seen is seen by the next process. */
export const CHANNEL_LOOK_GRACE_MS = 1_500;

export interface ChannelWatchDeps {
  channelSafetyBook: Pick<ChannelSafetyBook, 'watched'>;
  guard: Pick<ChannelGuard, 'look'>;
  teller: Pick<UnsafeTeller, 'tellDue'>;
  clock: Clock;
  logger: Logger;
}

export class ChannelWatch {
  private readonly stopping = new AbortController();
  private waking = new AbortController();
  private running: Promise<void> | null = null;
  private auditedAt = -Infinity;
  private lookedAt = -Infinity;
  private readonly recheckMs: number;

  constructor(
    private readonly deps: ChannelWatchDeps,
    { pollIntervalMs }: { pollIntervalMs: number },
  ) {
    this.recheckMs = Math.max(RECHECK_MIN_MS, pollIntervalMs);
  }

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    const ended = new AbortController();
    const ending = Promise.resolve(this.running).finally(() => ended.abort());
    await Promise.race([ending, this.deps.clock.sleep(CHANNEL_LOOK_GRACE_MS, ended.signal)]);
  }

  /** Somebody has to be told now. */
  wake(): void {
    this.waking.abort();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      // Made before the round, so that a wake during it is not slept through.
      this.waking = new AbortController();
      await this.round();
      if (!this.stopping.signal.aborted) await this.deps.clock.sleep(this.recheckMs, this.waking.signal);
    }
  }

  private async round(): Promise<void> {
    const { channelSafetyBook, teller, clock, logger } = this.deps;
    const now = clock.now();
    try {
      await teller.tellDue();
      if (now - this.auditedAt >= AUDIT_EVERY_MS) {
        await this.lookAt(await channelSafetyBook.watched());
        this.auditedAt = now;
      } else if (now - this.lookedAt >= this.recheckMs) {
        await this.lookAt((await channelSafetyBook.watched()).filter(({ reasons }) => reasons.length > 0));
      } else return;
      this.lookedAt = now;
    } catch (error) {
      logger.error('the channels could not be looked at', { code: isBotError(error) ? error.code : 'unexpected' });
    }
  }

  private async lookAt(channels: readonly WatchedChannel[]): Promise<void> {
    const { guard, teller, clock } = this.deps;
    for (const { channel } of channels) {
      if (this.stopping.signal.aborted) return;
      await guard.look(channel);
      await teller.tellDue();
      await clock.sleep(AUDIT_PAUSE_MS, this.stopping.signal);
    }
  }
}
