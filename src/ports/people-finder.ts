// Finds people in the directory by what somebody typed. Decides nothing about who may ask.
import type { PersonIdentity } from '../domain/person';

export interface PeopleFinder {
  /** By UPN at most one, by display name everyone who has exactly that name; at most ten. Throws BotError. */
  find(nameOrUpn: string): Promise<readonly PersonIdentity[]>;
}
