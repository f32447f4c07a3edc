// Who people are and which roles they hold, asked of the directory. Decides nothing.
import type { HeldGroups, Role } from '../domain/analyst';
import type { PersonIdentity } from '../domain/person';

export interface DirectoryPerson extends PersonIdentity {
  /** Empty for guests, whatever groups hold them. */
  roles: readonly Role[];
  /** What the roles rest on. */
  groups?: HeldGroups;
  isGuest?: boolean;
}

export interface AnalystDirectory {
  /** `fresh` asks now; `cached` may be up to 60 s old. Null: no such person. Throws BotError. */
  lookUp(objectId: string, freshness: 'fresh' | 'cached'): Promise<DirectoryPerson | null>;
  /** Completes a partly known identity by UPN or SID; null when the directory knows nobody so. Throws BotError. */
  resolve(person: PersonIdentity): Promise<PersonIdentity | null>;
  /** Object ids (lower case) of everyone holding one of the roles, up to 60 s old. Throws BotError. */
  holdersOf(roles: readonly Role[]): Promise<ReadonlySet<string>>;
  /** Those of the people (object ids) whom the directory calls guests, up to a day old. Throws BotError. */
  guestsAmong(objectIds: readonly string[]): Promise<ReadonlySet<string>>;
}
