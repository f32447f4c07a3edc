// Puts messages into Teams and reports exactly what is known afterwards. Never retries by itself.
import type { Severity } from '../domain/alert';
import type { ChannelKey } from '../domain/channel-routing';
import type { CardTier } from '../domain/delivery';
import type { ChannelView, DigestView } from '../domain/disclosure';
import type { Saying } from '../domain/saying';

export type Drawing =
  | {
      kind: 'alert';
      view: ChannelView;
      cardRef: string;
      /** Teams ids of the people whose client may ask for their own view; at most 60. */
      refreshFor: readonly string[];
      tier: CardTier;
      possibleRepeat: boolean;
    }
  | { kind: 'digest'; view: DigestView; tier: CardTier; possibleRepeat: boolean }
  /** Words alone, no card. */
  | { kind: 'notice'; saying: Saying }
  | { kind: 'severityRose'; number: number; severity: Severity | null };

export interface PostedMessage {
  /** With `;messageid=` in a channel. */
  conversationId: string;
  activityId: string;
}

/** Every method makes at most one request and throws BotError (`from: 'connector'`) when it did not succeed. */
export interface CardPoster {
  post(channel: ChannelKey, drawing: Drawing): Promise<PostedMessage>;
  reply(channel: ChannelKey, posted: PostedMessage, drawing: Drawing): Promise<PostedMessage>;
  update(channel: ChannelKey, posted: PostedMessage, drawing: Drawing): Promise<void>;
  retract(channel: ChannelKey, posted: PostedMessage): Promise<void>;
}
