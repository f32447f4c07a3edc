// Who reports to whom, asked of the directory. Decides nothing.
import type { PersonIdentity } from '../domain/person';

export interface OrgChart {
  /**
   * People whose manager this person is, up to 15 minutes old; empty for somebody the directory does not know. Null:
   * nothing is known of the person that the directory could be asked by. Throws BotError.
   */
  reportsOf(person: PersonIdentity): Promise<readonly PersonIdentity[] | null>;
}
