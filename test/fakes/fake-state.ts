// What the fakes of the store share: plain rows in memory, so that one promise's effect is seen by the next.
import type { ChannelKey, Subscription } from '../../src/domain/channel-routing';
import type { CardTier, SendKind, SendState } from '../../src/domain/delivery';
import type { AlertDetails } from '../../src/domain/alert-details';
import type { Severity } from '../../src/domain/alert';
import type { StoredAlert } from '../../src/domain/stored-alert';
import type { WatchState } from '../../src/ports/alert-log';
import type { PostedMessage } from '../../src/ports/card-poster';
import type { Conversation } from '../../src/ports/conversation-book';
import type { FormKind } from '../../src/ports/open-forms';
import type { KnownPerson } from '../../src/ports/people-book';
import type { FakeStanding } from './fake-channel-safety';

export interface FakeAttempt {
  id: number;
  cardId: number;
  sendId: number;
  epoch: number;
  cardRef: string;
  outcome: 'sending' | 'unknown' | 'failed' | 'landed' | 'retracted';
  posted: PostedMessage | null;
}

export interface FakeCard {
  id: number;
  alertNumber: number;
  channel: ChannelKey;
  live: FakeAttempt | null;
  tier: CardTier;
  gone: boolean;
}

export interface FakeSend {
  id: number;
  kind: SendKind;
  channel: ChannelKey;
  state: SendState;
  priority: number;
  notBefore: number;
  createdAt: number;
  alertNumber: number | null;
  card: FakeCard | null;
  attempt: FakeAttempt | null;
  attempts: number;
  conflicts: number;
  tier: CardTier;
  possibleRepeat: boolean;
  epoch: number;
  holder: string;
  leaseUntil: number;
  resendAt: number | null;
  severity: Severity | null;
  numbers: readonly number[];
  alreadyResolved: number;
}

export interface FakeAlert {
  stored: StoredAlert;
  /** Null once they were removed. */
  details: AlertDetails | null;
  person: KnownPerson | null;
  /** False: it was resolved when it was first seen, and is so still. */
  wasEverOpen: boolean;
  /** From when its retention counts; null as long as it lives. */
  endedAt: number | null;
  committedAt: number;
}

export interface FakeLease {
  holder: string | null;
  epoch: number;
  expiresAt: number;
}

export interface FakeForm {
  cardId: number;
  objectId: string;
  form: FormKind;
  until: number;
}

export class FakeState {
  alerts: FakeAlert[] = [];
  watch: WatchState = {
    watermark: null,
    firstReadAt: null,
    firstReadDone: false,
    sweptAt: null,
    overlapReadAt: null,
    filter: 'irm',
  };
  people: { person: KnownPerson; identifiers: Set<string>; formerAliases: string[]; askedAt: number | null }[] = [];
  cards: FakeCard[] = [];
  attempts: FakeAttempt[] = [];
  sends: FakeSend[] = [];
  conversations = new Map<ChannelKey, { conversation: Conversation; forgotten: boolean }>();
  subscriptions = new Map<ChannelKey, Subscription>();
  /** Object ids of those who subscribed. */
  subscribers = new Map<ChannelKey, string>();
  standings = new Map<ChannelKey, FakeStanding>();
  forms: FakeForm[] = [];
  leases = new Map<string, FakeLease>();
  private lastId = 0;

  constructor(readonly now: () => number) {}

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  alertByNumber(number: number | null): FakeAlert | undefined {
    return this.alerts.find((alert) => alert.stored.number === number);
  }

  isForgotten(channel: ChannelKey): boolean {
    return this.conversations.get(channel)?.forgotten ?? false;
  }

  queue(kind: SendKind, channel: ChannelKey, now: number, more: Partial<FakeSend>): FakeSend {
    const send: FakeSend = {
      id: this.nextId(),
      kind,
      channel,
      state: 'queued',
      priority: 0,
      notBefore: now,
      createdAt: now,
      alertNumber: null,
      card: null,
      attempt: null,
      attempts: 0,
      conflicts: 0,
      tier: 'full',
      possibleRepeat: false,
      epoch: 0,
      holder: '',
      leaseUntil: 0,
      resendAt: null,
      severity: null,
      numbers: [],
      alreadyResolved: 0,
      ...more,
    };
    this.sends.push(send);
    return send;
  }

  /** The update of the card that waits, if one does. */
  waitingUpdate(card: FakeCard): FakeSend | undefined {
    return this.sends.find((send) => send.kind === 'update' && send.card === card && isWaiting(send));
  }

  drop(send: FakeSend): void {
    this.sends.splice(this.sends.indexOf(send), 1);
  }
}

export function isWaiting(send: FakeSend): boolean {
  return send.state === 'queued' || send.state === 'withheld';
}

export function isInHand(send: FakeSend): boolean {
  return send.state === 'claimed' || send.state === 'sending';
}
