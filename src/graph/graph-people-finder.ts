// Looks people up in Entra by UPN or by their whole display name.
import { isUpn } from '../domain/kql-literal';
import type { PersonIdentity } from '../domain/person';
import type { PeopleFinder } from '../ports/people-finder';
import { askUser, askUsersByName, type Urgency } from './directory-calls';
import type { GraphClient } from './graph-client';
import { HUNTING_LOOKUP } from './patience';

const NAME_MAX = 256;
const CONTROL = /\p{Cc}/u;
const URGENCY: Urgency = { lane: 'click', patience: HUNTING_LOOKUP };

export class GraphPeopleFinder implements PeopleFinder {
  constructor(private readonly client: GraphClient) {}

  async find(nameOrUpn: string): Promise<readonly PersonIdentity[]> {
    const asked = nameOrUpn.trim();
    if (asked === '' || asked.length > NAME_MAX || CONTROL.test(asked)) return [];
    if (!isUpn(asked)) return askUsersByName(this.client, asked, URGENCY);
    const user = await askUser(this.client, asked, URGENCY);
    return user === null ? [] : [user.person];
  }
}
