// Cards in memory, found by their reference.
import type { ChannelKey } from '../../src/domain/channel-routing';
import type { AlertLog } from '../../src/ports/alert-log';
import type { CardBook, CardByRef } from '../../src/ports/card-book';
import type { PostedMessage } from '../../src/ports/card-poster';
import { attemptLanded, cardFor, queuePost } from './fake-cards';
import type { FakeState } from './fake-state';

const PRIORITY = 4;

export class FakeCardBook implements CardBook {
  constructor(
    private readonly state: FakeState,
    private readonly alertLog: AlertLog,
  ) {}

  async findByRef(cardRef: string): Promise<CardByRef | null> {
    const attempt = this.state.attempts.find((one) => one.cardRef === cardRef);
    const card = this.state.cards.find((one) => one.id === attempt?.cardId);
    const alert = card && (await this.alertLog.findByNumber(card.alertNumber));
    if (!attempt || !card || !alert) return null;
    const isLive = card.live === null || card.live === attempt;
    const isNeutral = (this.state.standings.get(card.channel)?.reasons.length ?? 0) > 0;
    return { cardId: card.id, alert, channel: card.channel, posted: attempt.posted, isLive, isNeutral };
  }

  async alertInThread(conversationId: string): Promise<number | null> {
    const attempt = this.state.attempts.find((one) => one.posted?.conversationId === conversationId);
    const card = this.state.cards.find((one) => one.id === attempt?.cardId && one.channel !== conversationId);
    return card?.alertNumber ?? null;
  }

  async adopt(cardRef: string, posted: PostedMessage, now: number): Promise<void> {
    const attempt = this.state.attempts.find((one) => one.cardRef === cardRef);
    if (attempt) attemptLanded(this.state, attempt, posted, now);
  }

  async requestPost(alertNumber: number, channel: ChannelKey, now: number): Promise<'queued' | 'exists'> {
    const card = cardFor(this.state, alertNumber, channel);
    if (card.live !== null && !card.gone) return 'exists';
    if (card.gone) Object.assign(card, { gone: false, live: null });
    queuePost(this.state, card, PRIORITY, now);
    return 'queued';
  }

  async requestDigest(
    channel: ChannelKey,
    numbers: readonly number[],
    alreadyResolved: number,
    now: number,
  ): Promise<void> {
    this.state.queue('digest', channel, now, { numbers, alreadyResolved, priority: PRIORITY });
  }
}
