// Who is in a channel, asked of the channel itself and not of its team.
import type { ChannelKey } from '../domain/channel-routing';
import type { PersonIdentity } from '../domain/person';

export interface RosterMember extends PersonIdentity {
  mri: string;
  isGuest: boolean;
}

export interface ChannelRoster {
  /** Up to `maxAgeMs` old; 0 asks now. Throws BotError (`from: 'connector'`). */
  members(channel: ChannelKey, maxAgeMs: number): Promise<readonly RosterMember[]>;
}
