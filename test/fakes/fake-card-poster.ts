// Teams as it is written to: every message stands in a list, with faults and pauses on demand.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChannelKey } from '../../src/domain/channel-routing';
import type { BotError } from '../../src/domain/errors';
import type { CardPoster, Drawing, PostedMessage } from '../../src/ports/card-poster';

export interface WrittenMessage {
  did: 'post' | 'reply' | 'update' | 'retract';
  channel: ChannelKey;
  where: PostedMessage;
  drawing: Drawing | null;
}

export class FakeCardPoster implements CardPoster {
  /** What Teams took, in order. */
  readonly written: WrittenMessage[] = [];
  /** Requests under way, and the most there ever were, by channel. */
  readonly underWay = new Map<ChannelKey, number>();
  readonly mostUnderWay = new Map<ChannelKey, number>();
  /** Calls wait for this before they are answered. */
  gate: Promise<void> = Promise.resolve();
  private readonly faults: (BotError | null)[] = [];
  private readonly lostAnswers = new Set<BotError>();
  private messages = 0;

  /** The next calls fail so, one each, and Teams takes nothing; null lets one pass. */
  failNext(...faults: (BotError | null)[]): void {
    this.faults.push(...faults);
  }

  /** The next call is taken by Teams, and its answer is lost. */
  loseNextAnswer(fault: BotError): void {
    this.lostAnswers.add(fault);
    this.faults.push(fault);
  }

  async post(channel: ChannelKey, drawing: Drawing): Promise<PostedMessage> {
    this.messages += 1;
    const activityId = String(1_763_877_600_000 + this.messages);
    const where = { conversationId: `${channel};messageid=${activityId}`, activityId };
    await this.write({ did: 'post', channel, where, drawing });
    return where;
  }

  async reply(channel: ChannelKey, posted: PostedMessage, drawing: Drawing): Promise<PostedMessage> {
    this.messages += 1;
    await this.write({ did: 'reply', channel, where: posted, drawing });
    return { ...posted, activityId: String(1_763_877_600_000 + this.messages) };
  }

  update(channel: ChannelKey, posted: PostedMessage, drawing: Drawing): Promise<void> {
    return this.write({ did: 'update', channel, where: posted, drawing });
  }

  retract(channel: ChannelKey, posted: PostedMessage): Promise<void> {
    return this.write({ did: 'retract', channel, where: posted, drawing: null });
  }

  private async write(message: WrittenMessage): Promise<void> {
    const { channel } = message;
    const now = (this.underWay.get(channel) ?? 0) + 1;
    this.underWay.set(channel, now);
    this.mostUnderWay.set(channel, Math.max(now, this.mostUnderWay.get(channel) ?? 0));
    try {
      await nextTurn();
      await this.gate;
      const fault = this.faults.shift() ?? null;
      if (fault === null || this.lostAnswers.has(fault)) this.written.push(message);
      if (fault !== null) throw fault;
    } finally {
      this.underWay.set(channel, (this.underWay.get(channel) ?? 1) - 1);
    }
  }
}
