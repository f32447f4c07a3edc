// People and their roles, asked of Entra through Graph. A role is held through the configured groups, nested membership
// included, and by nobody from elsewhere.
import { ROLES, type HeldGroups, type Role } from '../domain/analyst';
import type { PersonIdentity } from '../domain/person';
import type { AnalystDirectory, DirectoryPerson } from '../ports/analyst-directory';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { askGroups, askUser, type Urgency } from './directory-calls';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { membersOf } from './group-members';
import { GuestLookup } from './guest-lookup';
import { CLICK_READ, FRESH_LOOKUP } from './patience';
import { PersonResolution } from './person-resolution';
import { TimedCache } from './timed-cache';
import { guidOf } from './wire-values';

/** Views may rest on a lookup this old; writes never do. */
export const LOOKUP_MS = 60_000;
export const MAX_LOOKUPS = 2_000;

/** Entra group ids of each role. */
export type RoleGroups = Readonly<Record<Role, readonly string[]>>;

const FRESH: Urgency = { lane: 'click', patience: FRESH_LOOKUP };
const CACHED: Urgency = { lane: 'click', patience: CLICK_READ };

export class GraphAnalystDirectory implements AnalystDirectory {
  private readonly lookups: TimedCache<DirectoryPerson | null>;
  private readonly members: TimedCache<ReadonlySet<string>>;
  private readonly resolution: PersonResolution;
  private readonly guests: GuestLookup;
  private readonly groupIds: readonly string[];

  constructor(
    private readonly client: GraphClient,
    private readonly roleGroups: RoleGroups,
    clock: Clock,
    private readonly logger: Logger,
  ) {
    this.lookups = new TimedCache(MAX_LOOKUPS, () => LOOKUP_MS, clock);
    this.groupIds = [...new Set(ROLES.flatMap((role) => roleGroups[role].map((id) => id.toLowerCase())))];
    this.members = new TimedCache(Math.max(1, this.groupIds.length), () => LOOKUP_MS, clock);
    this.resolution = new PersonResolution(client, clock);
    this.guests = new GuestLookup(client, clock);
  }

  async lookUp(objectId: string, freshness: 'fresh' | 'cached'): Promise<DirectoryPerson | null> {
    const id = guidOf(objectId);
    if (id === null) return null;
    if (freshness === 'cached') return this.lookups.get(id, () => this.ask(id, CACHED));
    return this.lookups.put(id, await this.ask(id, FRESH));
  }

  resolve(person: PersonIdentity): Promise<PersonIdentity | null> {
    return this.resolution.resolve(person);
  }

  async holdersOf(roles: readonly Role[]): Promise<ReadonlySet<string>> {
    const groups = new Set(roles.flatMap((role) => this.roleGroups[role].map((id) => id.toLowerCase())));
    const members = await Promise.all([...groups].map((id) => this.members.get(id, () => this.askMembers(id))));
    return new Set(members.flatMap((people) => [...people]));
  }

  guestsAmong(objectIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.guests.among(objectIds);
  }

  private async ask(objectId: string, urgency: Urgency): Promise<DirectoryPerson | null> {
    const [user, groups] = await Promise.all([
      askUser(this.client, objectId, urgency),
      askGroups(this.client, objectId, this.groupIds, urgency),
    ]);
    if (user === null || groups === null) return null;
    if (user.person.objectId !== objectId) throw garbageAnswer();
    const { person, isGuest } = user;
    const held = isGuest ? {} : this.heldOf(groups);
    return { ...person, roles: ROLES.filter((role) => held[role] !== undefined), groups: held, isGuest };
  }

  private heldOf(groups: ReadonlySet<string>): HeldGroups {
    const held = (role: Role) => this.roleGroups[role].map((id) => id.toLowerCase()).filter((id) => groups.has(id));
    const byRole = ROLES.map((role) => [role, held(role)] as const);
    return Object.fromEntries(byRole.filter(([, ids]) => ids.length > 0));
  }

  private async askMembers(groupId: string): Promise<ReadonlySet<string>> {
    const people = await membersOf(this.client, groupId);
    if (people === null) this.logger.warn('A configured role group does not exist in the directory');
    return people ?? new Set();
  }
}
