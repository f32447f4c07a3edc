// Works out in memory which of the given identities are known persons, new ones, or two persons that turn out to be
// one. Reads and writes nothing: `people-statements` loads what is known and stores what came of it.
import { identifiersOf, type PersonIdentity } from '../domain/person';

export interface PersonRow {
  /** Null until it is stored. */
  id: number | null;
  /** Empty until one was found for a new person. */
  alias: string;
  /** The strongest identifier at first sight: what the alias is derived from. */
  personKey: string;
  identity: PersonIdentity;
  changed: boolean;
  mergedInto: PersonRow | null;
}

/** What was seen last wins, what is missing stays. */
function combine(known: PersonIdentity, seen: PersonIdentity): PersonIdentity {
  return {
    objectId: seen.objectId?.toLowerCase() ?? known.objectId,
    userPrincipalName: seen.userPrincipalName ?? known.userPrincipalName,
    sid: seen.sid ?? known.sid,
    displayName: seen.displayName ?? known.displayName,
    accountName: seen.accountName ?? known.accountName,
  };
}

function isSame(a: PersonIdentity, b: PersonIdentity): boolean {
  return (Object.keys(a) as (keyof PersonIdentity)[]).every((field) => a[field] === b[field]);
}

/** Two object ids are two people, whatever else they share: a UPN is given to somebody new when its owner has left. */
function contradicts(a: PersonIdentity, b: PersonIdentity): boolean {
  return a.objectId !== null && b.objectId !== null && a.objectId.toLowerCase() !== b.objectId.toLowerCase();
}

/** A stored person before a new one, so that an alias already posted stays; then who is known to the directory. */
function firstToKeep(a: PersonRow, b: PersonRow): number {
  const known = (person: PersonRow) => Number(person.id !== null) * 2 + Number(person.identity.objectId !== null);
  return known(b) - known(a) || (a.id ?? 0) - (b.id ?? 0);
}

export class KnownPeople {
  private readonly byIdentifier = new Map<string, PersonRow>();
  /** Persons that a joined row left behind. */
  readonly merged: PersonRow[] = [];
  readonly touched = new Set<PersonRow>();
  /** Identifiers whose owner is new or has changed. */
  readonly moved = new Map<string, PersonRow>();

  learn(identifier: string, person: PersonRow): void {
    this.byIdentifier.set(identifier, person);
  }

  meet(seen: PersonIdentity): PersonRow {
    const identifiers = identifiersOf(seen);
    const person = this.survivorOf(identifiers, seen) ?? this.introduce(identifiers[0] ?? '', seen);
    const combined = combine(person.identity, seen);
    if (person.id === null || !isSame(combined, person.identity)) person.changed = true;
    person.identity = combined;
    this.touched.add(person);
    for (const identifier of identifiers) this.own(identifier, person);
    return person;
  }

  private introduce(personKey: string, seen: PersonIdentity): PersonRow {
    return { id: null, alias: '', personKey, identity: seen, changed: true, mergedInto: null };
  }

  private own(identifier: string, person: PersonRow): void {
    if (this.byIdentifier.get(identifier) === person) return;
    this.byIdentifier.set(identifier, person);
    this.moved.set(identifier, person);
  }

  private survivorOf(identifiers: readonly string[], seen: PersonIdentity): PersonRow | null {
    const hits = new Set<PersonRow>();
    for (const identifier of identifiers) {
      const hit = this.byIdentifier.get(identifier);
      if (hit && !contradicts(hit.identity, seen)) hits.add(hit);
    }
    const [survivor, ...others] = [...hits].sort(firstToKeep);
    if (!survivor) return null;
    for (const other of others) if (!contradicts(survivor.identity, other.identity)) this.join(other, survivor);
    return survivor;
  }

  private join(other: PersonRow, survivor: PersonRow): void {
    other.mergedInto = survivor;
    survivor.identity = combine(other.identity, survivor.identity);
    survivor.changed = true;
    this.merged.push(other);
    for (const [identifier, owner] of this.byIdentifier) if (owner === other) this.own(identifier, survivor);
  }
}
