// Who is in a channel, asked of the channel itself and not of its team, and what kind of channel it is.
import type { ChannelKey } from '../domain/channel-routing';
import type { PersonIdentity } from '../domain/person';
import type { Untrusted } from '../domain/untrusted';

export interface RosterMember extends PersonIdentity {
  mri: string;
  isGuest: boolean;
  /** Of another tenant; such a member counts as a guest as well. */
  isForeign: boolean;
}

export interface ChannelDescription {
  /** Null: Teams gives none, as for the team's first channel. */
  name: Untrusted | null;
  /** `unknown`: an older service leaves it out. */
  type: 'standard' | 'private' | 'shared' | 'unknown';
}

export interface ChannelRoster {
  /** Up to `maxAgeMs` old; 0 asks now. Throws BotError (`from: 'connector'`). */
  members(channel: ChannelKey, maxAgeMs: number): Promise<readonly RosterMember[]>;
  /** From the team's list of channels, as old as allowed; null when the channel does not stand there. Throws BotError. */
  describe(channel: ChannelKey, maxAgeMs: number): Promise<ChannelDescription | null>;
}
