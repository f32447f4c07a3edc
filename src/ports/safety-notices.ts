// Who has yet to be told that a channel became unsafe. Kept until they were, over restarts.
import type { ChannelKey } from '../domain/channel-routing';
import type { UnsafeReason } from '../domain/channel-safety';

export type NoticeReader = 'subscriber' | 'operations';

export interface SafetyNotice {
  channel: ChannelKey;
  reasons: readonly UnsafeReason[];
  untold: readonly NoticeReader[];
  /** Entra object id of whoever subscribed the channel; null when nobody has. */
  subscriberObjectId: string | null;
}

export interface SafetyNotices {
  /** Takes what is due: nobody else gets it before `retryMs` are over, in which it is told or its process died. */
  take(now: number, retryMs: number): Promise<readonly SafetyNotice[]>;
  told(channel: ChannelKey, reader: NoticeReader): Promise<void>;
}
