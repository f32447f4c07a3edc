// The persons alerts are about: identities that belong together, and the alias each person has.
import type { PersonIdentity } from '../domain/person';

export interface KnownPerson extends PersonIdentity {
  alias: string;
}

export interface PeopleBook {
  /**
   * One entry per given identity, in order. An identity that shares an identifier with a known person joins that
   * person and keeps the alias; a new person gets the shortest unique alias. Safe to call twice.
   */
  enrol(people: readonly PersonIdentity[]): Promise<readonly KnownPerson[]>;
  /** By alias (`K7F2`, any case); null when nobody has it. */
  findByAlias(alias: string): Promise<KnownPerson | null>;
}
