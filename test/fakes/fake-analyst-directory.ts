// The directory: people with roles, and a switch for when it does not answer.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Role } from '../../src/domain/analyst';
import type { BotError } from '../../src/domain/errors';
import { isSamePerson, type PersonIdentity } from '../../src/domain/person';
import type { AnalystDirectory, DirectoryPerson } from '../../src/ports/analyst-directory';
import { EVERYONE, SUBJECT } from '../builders/people';

export class FakeAnalystDirectory implements AnalystDirectory {
  readonly people: DirectoryPerson[] = [...EVERYONE, { ...SUBJECT, roles: [] }];
  readonly lookUps: { objectId: string; freshness: 'fresh' | 'cached' }[] = [];
  readonly resolved: PersonIdentity[] = [];
  /** Object ids of those who are guests in the directory. */
  readonly guests = new Set<string>();
  /** Thrown by every question while set. */
  down: BotError | null = null;
  /** Questions that are still answered before `down` counts. */
  answersLeft = 0;
  private readonly remembered = new Map<string, DirectoryPerson>();

  async lookUp(objectId: string, freshness: 'fresh' | 'cached'): Promise<DirectoryPerson | null> {
    this.lookUps.push({ objectId, freshness });
    const remembered = this.remembered.get(objectId);
    if (freshness === 'cached' && remembered !== undefined) return remembered;
    await this.begin();
    this.remembered.delete(objectId);
    return this.people.find((person) => person.objectId === objectId) ?? null;
  }

  async resolve(person: PersonIdentity): Promise<PersonIdentity | null> {
    this.resolved.push(person);
    await this.begin();
    const found = this.people.find((known) => isSamePerson(known, person));
    if (found === undefined) return null;
    const { roles: _roles, ...known } = found;
    return known;
  }

  async holdersOf(roles: readonly Role[]): Promise<ReadonlySet<string>> {
    await this.begin();
    const holders = this.people.filter((person) => person.roles.some((role) => roles.includes(role)));
    return new Set(holders.map((person) => person.objectId ?? ''));
  }

  /** What a lookup of a moment ago found stays in memory until the person is asked about afresh. */
  remember(person: PersonIdentity, roles: readonly Role[]): void {
    this.remembered.set(person.objectId ?? '', { ...person, roles });
  }

  async guestsAmong(objectIds: readonly string[]): Promise<ReadonlySet<string>> {
    await this.begin();
    return new Set(objectIds.filter((id) => this.guests.has(id)));
  }

  /** Gives the person other roles from now on, as an administrator would in Entra. */
  setRoles(person: PersonIdentity, roles: readonly Role[]): void {
    const index = this.people.findIndex((known) => isSamePerson(known, person));
    if (index >= 0) this.people.splice(index, 1);
    this.people.push({ ...person, roles });
  }

  private async begin(): Promise<void> {
    await nextTurn();
    if (this.down === null) return;
    if (this.answersLeft === 0) throw this.down;
    this.answersLeft -= 1;
  }
}
