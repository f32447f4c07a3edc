// Sends to Teams as durable rows: claimed by one replica at a time, marked before the socket is touched, settled after.
import type { ChannelKey } from '../domain/channel-routing';
import type { CardTier, SendKind } from '../domain/delivery';
import type { Severity } from '../domain/alert';
import type { PostedMessage } from './card-poster';

export interface ClaimedSend {
  id: number;
  kind: SendKind;
  channel: ChannelKey;
  /** Null for a digest. */
  alertNumber: number | null;
  cardId: number | null;
  /** Where the card stands; null until it was posted. */
  posted: PostedMessage | null;
  /** The ref the posted card carries; null until it was posted. */
  cardRef: string | null;
  /** From 1. */
  attempt: number;
  conflicts: number;
  tier: CardTier;
  /** This post went out before and its outcome was never learnt. */
  possibleRepeat: boolean;
  /** Milliseconds since the epoch at which the alert was first committed. */
  createdAt: number;
  /** Digest: the alerts it lists. */
  numbers: readonly number[];
  /** Digest: alerts first seen resolved. */
  alreadyResolved: number;
  /** Severity rise: the severity it rose to. */
  severity: Severity | null;
  epoch: number;
}

export type Settlement =
  | { is: 'sent'; posted: PostedMessage | null }
  | { is: 'retry'; notBefore: number; tier: CardTier; conflicts: number; code: string }
  | { is: 'unknown'; resendAt: number | null; code: string }
  /** The card was deleted in Teams: no update will reach it. */
  | { is: 'gone' }
  /** The channel may not see it now; looked at again at `notBefore`. */
  | { is: 'withheld'; notBefore: number }
  /** Never sent, and never will be: a post or a digest goes to this channel instead. */
  | { is: 'moved'; to: ChannelKey }
  | { is: 'dead'; code: string };

export interface OutboxState {
  /** Rows that still have to go out (queued, claimed, sending, unknown; withheld ones not). */
  depth: number;
  /** Milliseconds since the epoch; null when nothing waits. */
  oldestUnsentAt: number | null;
}

export interface CardOutbox {
  /** The most urgent due row outside the busy channels (severity, then age), with a lease. Null when none is due. */
  claim(busy: readonly ChannelKey[], now: number): Promise<ClaimedSend | null>;
  /** Durable before the socket: false when the lease was lost. For a post or a repeat, `cardRef` is its own new ref. */
  markSending(send: ClaimedSend, cardRef: string | null, now: number): Promise<boolean>;
  settle(send: ClaimedSend, settlement: Settlement, now: number): Promise<void>;
  /**
   * Rows left by dead holders: claimed ones are queued again, sending ones become unknown (posts) or queued (updates);
   * unknown posts whose wait is over are queued as possible repeats. `all` takes every holder's but one's own as dead.
   */
  recover(now: number, all: boolean): Promise<number>;
  state(): Promise<OutboxState>;
}
