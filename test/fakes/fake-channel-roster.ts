// Who is in which channel; a channel that nobody filled holds the staff of the tenant.
import type { ChannelKey } from '../../src/domain/channel-routing';
import type { BotError } from '../../src/domain/errors';
import type { ChannelDescription, ChannelRoster, RosterMember } from '../../src/ports/channel-roster';
import { ANALYST, INVESTIGATOR, rosterMember } from '../builders/people';

export class FakeChannelRoster implements ChannelRoster {
  readonly asked: { channel: ChannelKey; maxAgeMs: number }[] = [];
  /** Thrown by every question while set. */
  down: BotError | null = null;
  readonly described = new Map<ChannelKey, ChannelDescription>();
  private readonly rosters = new Map<ChannelKey, readonly RosterMember[]>();

  fill(channel: ChannelKey, members: readonly RosterMember[]): void {
    this.rosters.set(channel, members);
  }

  members(channel: ChannelKey, maxAgeMs: number): Promise<readonly RosterMember[]> {
    this.asked.push({ channel, maxAgeMs });
    if (this.down) return Promise.reject(this.down);
    return Promise.resolve(this.rosters.get(channel) ?? [rosterMember(ANALYST), rosterMember(INVESTIGATOR)]);
  }

  describe(channel: ChannelKey, _maxAgeMs: number): Promise<ChannelDescription | null> {
    if (this.down) return Promise.reject(this.down);
    return Promise.resolve(this.described.get(channel) ?? null);
  }
}
