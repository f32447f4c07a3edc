// The directory as it is searched by name, with a switch for when it does not answer.
import type { BotError } from '../../src/domain/errors';
import type { PersonIdentity } from '../../src/domain/person';
import type { PeopleFinder } from '../../src/ports/people-finder';

export class FakePeopleFinder implements PeopleFinder {
  readonly asked: string[] = [];
  down: BotError | null = null;

  constructor(readonly people: PersonIdentity[]) {}

  async find(nameOrUpn: string): Promise<readonly PersonIdentity[]> {
    this.asked.push(nameOrUpn);
    if (this.down !== null) throw this.down;
    const wanted = nameOrUpn.toLowerCase();
    return this.people.filter((one) =>
      [one.userPrincipalName, one.displayName].some((name) => name?.toLowerCase() === wanted),
    );
  }
}
