// Where the bot may speak: channels and personal chats it was installed in, and which channels receive alerts.
import type { ChannelKey, Subscription } from '../domain/channel-routing';

export interface Conversation {
  channel: ChannelKey;
  kind: 'channel' | 'personal';
  serviceUrl: string;
  tenantId: string;
  /** Teams' id of the team; null in a personal chat. */
  teamId: string | null;
  /** `28:<app id>`. */
  botId: string;
  /** Personal chat: Entra object id of the person. */
  personObjectId: string | null;
}

export interface ConversationBook {
  /** Adds or overwrites: the service's address may change with every activity. */
  remember(conversation: Conversation, now: number): Promise<void>;
  find(channel: ChannelKey): Promise<Conversation | null>;
  /** The app was removed: the subscription ends, cards stay on record. `teamId` ends every channel of the team. */
  forget(where: { channel?: ChannelKey; teamId?: string }, now: number): Promise<void>;
  /** Replaces a former subscription of the channel; null ends it. False when there was nothing to end. */
  subscribe(
    channel: ChannelKey,
    filter: Pick<Subscription, 'severity' | 'policy'> | null,
    byObjectId: string,
    now: number,
  ): Promise<boolean>;
  subscriptions(): Promise<readonly Subscription[]>;
}
