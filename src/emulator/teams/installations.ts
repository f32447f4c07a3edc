// Where the app is installed: in the team, and for which people. Says where the bot may write; announcing the change
// to the bot is left to the client's actions.
import type { Person, Tenant } from '../entities';
import type { Place } from './activities/activity-envelope';
import type { ConversationBook } from './conversation-book';

export class Installations {
  private team = false;
  private readonly people = new Set<string>();

  constructor(
    private readonly tenant: Tenant,
    private readonly book: ConversationBook,
  ) {}

  inTeam(): boolean {
    return this.team;
  }

  setTeam(installed: boolean): void {
    this.team = installed;
  }

  forPerson(person: Person): boolean {
    return this.people.has(person.id);
  }

  setPerson(person: Person, installed: boolean): void {
    if (installed) this.people.add(person.id);
    else this.people.delete(person.id);
  }

  /** A bot may write to a person who has the app, or who is in the roster of a team that has it. */
  reaches(person: Person): boolean {
    const inRoster = this.tenant.team.channels.some((channel) => channel.memberIds.includes(person.id));
    return this.forPerson(person) || (this.team && inRoster);
  }

  /** Whether the bot is in the roster of this place. */
  includes(place: Place): boolean {
    if (place.kind === 'channel') return this.team;
    const person = this.book.personOf(place.conversationId);
    return person !== undefined && this.reaches(person);
  }
}
