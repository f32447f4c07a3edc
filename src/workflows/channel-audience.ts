// Who would see a card in a channel: whether its subject is among them, and whose client may ask for its own view.
import type { ChannelKey } from '../domain/channel-routing';
import { isSamePerson, type PersonIdentity } from '../domain/person';
import type { AnalystDirectory } from '../ports/analyst-directory';
import type { ChannelRoster, RosterMember } from '../ports/channel-roster';
import type { Logger } from '../ports/logger';

/** A roster this old still decides; membership events make it older at once. */
export const ROSTER_MAX_AGE_MS = 60_000;
/** Teams' limit of people whose client refreshes by itself. */
export const REFRESH_USERS_MAX = 60;

export interface AudienceDeps {
  channelRoster: ChannelRoster;
  analystDirectory: AnalystDirectory;
  logger: Logger;
}

export class ChannelAudience {
  constructor(private readonly deps: AudienceDeps) {}

  members(channel: ChannelKey): Promise<readonly RosterMember[]> {
    return this.deps.channelRoster.members(channel, ROSTER_MAX_AGE_MS);
  }

  holdsSubject(members: readonly RosterMember[], subject: PersonIdentity | null): boolean {
    return subject !== null && members.some((member) => isSamePerson(member, subject));
  }

  /** Teams ids of members who may see details. Empty when roles cannot be asked: people then press Details. */
  async refreshFor(members: readonly RosterMember[]): Promise<readonly string[]> {
    try {
      const holders = await this.deps.analystDirectory.holdersOf(['analyst', 'investigator']);
      const mayRefresh = members.filter((member) => !member.isGuest && holders.has(member.objectId ?? ''));
      return mayRefresh.slice(0, REFRESH_USERS_MAX).map((member) => member.mri);
    } catch {
      this.deps.logger.warn('role holders could not be listed; cards are posted without automatic refresh');
      return [];
    }
  }
}
