// The cards that stand in Teams, found by the opaque reference their buttons carry.
import type { ChannelKey } from '../domain/channel-routing';
import type { StoredAlert } from '../domain/stored-alert';
import type { PostedMessage } from './card-poster';

export interface CardByRef {
  cardId: number;
  alert: StoredAlert;
  channel: ChannelKey;
  /** Where the attempt that carries this ref is known to stand; null while its outcome is unknown. */
  posted: PostedMessage | null;
  /** False: another attempt of the same card is the live one, this is a twin. */
  isLive: boolean;
  /** The channel is no place for identities: everyone there sees the neutral card. */
  isNeutral: boolean;
}

export interface CardBook {
  findByRef(cardRef: string): Promise<CardByRef | null>;
  /**
   * An authentic press from a card whose post had no known outcome: the attempt landed there. The first landed attempt
   * becomes the live one; a later one is a twin, which is retracted.
   */
  adopt(cardRef: string, posted: PostedMessage, now: number): Promise<void>;
  /** The alert whose card began this conversation (`…;messageid=…`); null where none did. */
  alertInThread(conversationId: string): Promise<number | null>;
  /** Asks for a card of the alert in the channel; `exists` when one stands there. */
  requestPost(alertNumber: number, channel: ChannelKey, now: number): Promise<'queued' | 'exists'>;
  requestDigest(channel: ChannelKey, numbers: readonly number[], alreadyResolved: number, now: number): Promise<void>;
}
