// How channels stood when somebody last looked: safe or not and why, and what follows from a change for their cards.
import type { ChannelKey } from '../domain/channel-routing';
import type { UnsafeReason } from '../domain/channel-safety';

export interface ChannelStanding {
  /** Empty = safe. */
  reasons: readonly UnsafeReason[];
  /** An event said that the channel was shared, and none since that it no longer is. */
  isShared: boolean;
  /** Members when it was last subscribed; null = never. */
  approvedMembers: number | null;
}

/** A channel to look at: subscribed, or last seen unsafe, and the app still installed there. */
export interface WatchedChannel extends ChannelStanding {
  channel: ChannelKey;
  teamId: string | null;
}

export interface SeenChannel {
  reasons: readonly UnsafeReason[];
  /** Absent = as it was. */
  isShared?: boolean;
  approvedMembers?: number;
  /** False: whoever would be told has just been told in the conversation. */
  tell: boolean;
}

export interface ChannelSafetyBook {
  watched(): Promise<readonly WatchedChannel[]>;
  /** Null: nobody ever looked, which counts as safe and unapproved. */
  find(channel: ChannelKey): Promise<ChannelStanding | null>;
  /**
   * Writes down what was seen; true when the channel became safe or unsafe by it. Then its newest cards are redrawn,
   * and what was held back is due when it became safe, all in the same commit. A reason that was not there before is
   * to be told.
   */
  record(channel: ChannelKey, seen: SeenChannel, now: number): Promise<boolean>;
  /** What is held back in the channel is looked at again at once: somebody left or joined. */
  release(channel: ChannelKey, now: number): Promise<void>;
}
