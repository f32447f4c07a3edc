// The outbox in memory: the same states, leases and rules of order, without a disk.
import type { ChannelKey } from '../../src/domain/channel-routing';
import type { CardOutbox, ClaimedSend, OutboxState, Settlement } from '../../src/ports/card-outbox';
import { attemptLanded, cardFor, queuePost } from './fake-cards';
import { isInHand, isWaiting, type FakeAttempt, type FakeSend, type FakeState } from './fake-state';

export interface FakeOutboxOptions {
  holder: string;
  leaseMs: number;
  resendAfterMs: number;
}

export class FakeCardOutbox implements CardOutbox {
  constructor(
    private readonly state_: FakeState,
    private readonly options: FakeOutboxOptions,
  ) {}

  async claim(busy: readonly ChannelKey[], now: number): Promise<ClaimedSend | null> {
    const due = this.state_.sends.filter((send) => this.isDue(send, busy, now));
    const [send] = due.sort((a, b) => b.priority - a.priority || a.createdAt - b.createdAt || a.id - b.id);
    if (!send) return null;
    const leaseUntil = now + this.options.leaseMs;
    Object.assign(send, { state: 'claimed', holder: this.options.holder, leaseUntil, epoch: send.epoch + 1 });
    return this.toClaimed(send);
  }

  async markSending(claimed: ClaimedSend, cardRef: string | null, now: number): Promise<boolean> {
    const send = this.own(claimed);
    if (send?.state !== 'claimed' || send.leaseUntil <= now) return false;
    Object.assign(send, { state: 'sending', attempts: send.attempts + 1, leaseUntil: now + this.options.leaseMs });
    if (send.kind === 'post' && send.card !== null && cardRef !== null) {
      const { id: sendId, epoch } = send;
      const cardId = send.card.id;
      const id = this.state_.nextId();
      this.state_.attempts.push({ id, cardId, sendId, epoch, cardRef, outcome: 'sending', posted: null });
    }
    return true;
  }

  async settle(claimed: ClaimedSend, settlement: Settlement, now: number): Promise<void> {
    const send = this.own(claimed);
    if (send) this.settleOwn(send, settlement, now);
    else if (settlement.is === 'sent' && settlement.posted) {
      const late = this.attemptOf(claimed.id, claimed.epoch);
      if (late) attemptLanded(this.state_, late, settlement.posted, now);
    }
  }

  async recover(now: number, all: boolean): Promise<number> {
    const isAbandoned = (send: FakeSend) => send.leaseUntil <= now || (all && send.holder !== this.options.holder);
    const left = this.state_.sends.filter((send) => isInHand(send) && isAbandoned(send));
    for (const send of left) this.handBack(send, now);
    const due = this.state_.sends.filter(
      (send) => send.state === 'unknown' && send.resendAt !== null && send.resendAt <= now,
    );
    for (const send of due) {
      Object.assign(send, { state: 'queued', possibleRepeat: true, notBefore: now, resendAt: null });
    }
    return left.length + due.length;
  }

  async state(): Promise<OutboxState> {
    const open = this.state_.sends.filter(
      (send) =>
        !this.state_.isForgotten(send.channel) &&
        (['queued', 'claimed', 'sending'].includes(send.state) || (send.state === 'unknown' && send.resendAt !== null)),
    );
    const oldestUnsentAt = open.length === 0 ? null : Math.min(...open.map((send) => send.createdAt));
    return { depth: open.length, oldestUnsentAt };
  }

  private isDue(send: FakeSend, busy: readonly ChannelKey[], now: number): boolean {
    if (!isWaiting(send) || send.notBefore > now) return false;
    if (busy.includes(send.channel) || this.state_.isForgotten(send.channel)) return false;
    const needsCard = send.kind === 'update' || send.kind === 'reply';
    if (needsCard && (send.card === null || send.card.live === null || send.card.gone)) return false;
    return !this.state_.sends.some((other) => other.card !== null && other.card === send.card && isInHand(other));
  }

  private toClaimed(send: FakeSend): ClaimedSend {
    const { id, kind, channel, alertNumber, conflicts, tier, possibleRepeat, numbers, alreadyResolved } = send;
    const attempt = send.attempt ?? send.card?.live ?? null;
    return {
      ...{ id, kind, channel, alertNumber, conflicts, tier, possibleRepeat, numbers, alreadyResolved },
      cardId: send.card?.id ?? null,
      posted: attempt?.posted ?? null,
      cardRef: attempt?.cardRef ?? null,
      attempt: send.attempts + 1,
      createdAt: this.state_.alertByNumber(alertNumber)?.committedAt ?? send.createdAt,
      severity: send.severity,
      epoch: send.epoch,
    };
  }

  private own(claimed: ClaimedSend): FakeSend | undefined {
    return this.state_.sends.find((send) => send.id === claimed.id && send.epoch === claimed.epoch && isInHand(send));
  }

  private attemptOf(sendId: number, epoch: number): FakeAttempt | undefined {
    return this.state_.attempts.find((attempt) => attempt.sendId === sendId && attempt.epoch === epoch);
  }

  private mark(send: FakeSend, outcome: FakeAttempt['outcome']): void {
    const attempt = this.attemptOf(send.id, send.epoch);
    if (attempt?.outcome === 'sending') attempt.outcome = outcome;
  }

  private settleOwn(send: FakeSend, settlement: Settlement, now: number): void {
    switch (settlement.is) {
      case 'sent':
        return this.settleSent(send, settlement.posted, now);
      case 'retry': {
        const { notBefore, tier, conflicts } = settlement;
        return this.settleNotSent(send, { state: 'queued', notBefore, tier, conflicts });
      }
      case 'unknown':
        return this.settleUnknown(send, settlement.resendAt);
      case 'gone':
        return this.settleGone(send);
      case 'withheld':
        return this.settleNotSent(send, { state: 'withheld', notBefore: settlement.notBefore });
      case 'moved':
        return this.move(send, settlement.to, now);
      case 'dead':
        this.mark(send, 'failed');
        send.state = 'dead';
    }
  }

  private move(send: FakeSend, to: ChannelKey, now: number): void {
    if (send.kind === 'digest') return void Object.assign(send, { channel: to, state: 'queued', notBefore: now });
    this.dropNeedlessRedraw(send);
    send.state = 'dead';
    if (send.alertNumber !== null)
      queuePost(this.state_, cardFor(this.state_, send.alertNumber, to), send.priority, now);
  }

  private settleSent(send: FakeSend, posted: ClaimedSend['posted'], now: number): void {
    if (send.kind === 'update' || send.kind === 'retract') {
      if (send.attempt) send.attempt.outcome = 'retracted';
      return this.state_.drop(send);
    }
    send.state = 'sent';
    if (send.card && send.kind === 'post') send.card.tier = send.tier;
    const attempt = this.attemptOf(send.id, send.epoch);
    if (attempt && posted) attemptLanded(this.state_, attempt, posted, now);
  }

  private settleNotSent(send: FakeSend, values: Partial<FakeSend>): void {
    this.mark(send, 'failed');
    if (this.cardStands(send)) return void (send.state = 'sent');
    if (send.kind === 'post') this.dropNeedlessRedraw(send);
    this.putBack(send, values);
  }

  private settleUnknown(send: FakeSend, resendAt: number | null): void {
    this.mark(send, 'unknown');
    Object.assign(send, this.cardStands(send) ? { state: 'sent' } : { state: 'unknown', resendAt });
  }

  private settleGone(send: FakeSend): void {
    if (send.kind === 'retract') {
      if (send.attempt) send.attempt.outcome = 'retracted';
      return this.state_.drop(send);
    }
    send.state = 'dead';
    if (send.card === null) return;
    send.card.gone = true;
    const waiting = this.state_.sends.filter((other) => other.card === send.card && isWaiting(other));
    for (const other of waiting) if (other.kind === 'update' || other.kind === 'reply') this.state_.drop(other);
  }

  private cardStands(send: FakeSend): boolean {
    return send.kind === 'post' && (send.card?.live ?? null) !== null;
  }

  private putBack(send: FakeSend, values: Partial<FakeSend>): void {
    const newer = send.kind === 'update' && send.card ? this.state_.waitingUpdate(send.card) : undefined;
    if (!newer) return void Object.assign(send, values);
    const { attempts, conflicts, tier, notBefore } = { ...send, ...values };
    Object.assign(newer, { ...values, attempts, conflicts, tier, notBefore: Math.max(newer.notBefore, notBefore) });
    this.state_.drop(send);
  }

  private dropNeedlessRedraw(post: FakeSend): void {
    const redraw = post.card && this.state_.waitingUpdate(post.card);
    const seen = this.state_.attempts.some((one) => one.cardId === post.card?.id && one.outcome !== 'failed');
    if (redraw && !seen) this.state_.drop(redraw);
  }

  private handBack(send: FakeSend, now: number): void {
    const mayRepeat = send.kind === 'update' || send.kind === 'retract';
    if (send.state === 'claimed' || mayRepeat) return this.putBack(send, { state: 'queued' });
    this.settleUnknown(send, send.kind === 'reply' ? null : now + this.options.resendAfterMs);
  }
}
