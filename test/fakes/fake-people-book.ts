// Persons in memory, joined by shared identifiers.
import { identifiersOf, type PersonIdentity } from '../../src/domain/person';
import { aliasCandidate, shortestFreeAlias } from '../../src/domain/pseudonym';
import type { KnownPerson, PeopleBook } from '../../src/ports/people-book';
import type { FakeState } from './fake-state';

type Row = FakeState['people'][number];

function contradicts(a: PersonIdentity, b: PersonIdentity): boolean {
  return a.objectId !== null && b.objectId !== null && a.objectId.toLowerCase() !== b.objectId.toLowerCase();
}

function fill(known: KnownPerson, seen: PersonIdentity): void {
  known.objectId = seen.objectId?.toLowerCase() ?? known.objectId;
  known.userPrincipalName = seen.userPrincipalName ?? known.userPrincipalName;
  known.sid = seen.sid ?? known.sid;
  known.displayName = seen.displayName ?? known.displayName;
  known.accountName = seen.accountName ?? known.accountName;
}

export class FakePeopleBook implements PeopleBook {
  constructor(private readonly state: FakeState) {}

  async enrol(people: readonly PersonIdentity[]): Promise<readonly KnownPerson[]> {
    return people.map((person) => {
      const known = this.meet(person);
      if (known === null) throw new RangeError('an identity without identifiers');
      const row = this.state.people.find((one) => one.person === known);
      if (row) row.askedAt = this.state.now();
      return { ...known };
    });
  }

  async findByAlias(alias: string): Promise<KnownPerson | null> {
    const wanted = alias.trim().toUpperCase();
    const row = this.state.people.find((one) => one.person.alias === wanted || one.formerAliases.includes(wanted));
    return row ? { ...row.person } : null;
  }

  /** Null for an identity that nothing identifies. */
  meet(seen: PersonIdentity): KnownPerson | null {
    const identifiers = identifiersOf(seen);
    const [first] = identifiers;
    if (first === undefined) return null;
    const row = this.join(this.rowsFor(identifiers, seen)) ?? this.introduce(first, seen);
    fill(row.person, seen);
    for (const identifier of identifiers) this.own(identifier, row);
    return row.person;
  }

  /** As the person is known by now; somebody who was joined with another is that other. */
  present(person: KnownPerson): KnownPerson {
    const row = this.state.people.find((one) => one.person === person || one.formerAliases.includes(person.alias));
    return { ...(row?.person ?? person) };
  }

  private rowsFor(identifiers: readonly string[], seen: PersonIdentity): Row[] {
    const rows = this.state.people.filter((row) => identifiers.some((identifier) => row.identifiers.has(identifier)));
    const known = (row: Row) => Number(row.person.objectId !== null);
    return rows.filter((row) => !contradicts(row.person, seen)).sort((a, b) => known(b) - known(a));
  }

  private join([survivor, ...others]: Row[]): Row | null {
    if (!survivor) return null;
    for (const other of others.filter((one) => !contradicts(one.person, survivor.person))) {
      const { alias, ...identity } = survivor.person;
      fill(survivor.person, other.person);
      fill(survivor.person, identity);
      survivor.person.alias = alias;
      survivor.formerAliases.push(other.person.alias, ...other.formerAliases);
      for (const identifier of other.identifiers) survivor.identifiers.add(identifier);
      this.state.people.splice(this.state.people.indexOf(other), 1);
    }
    return survivor;
  }

  private introduce(personKey: string, seen: PersonIdentity): Row {
    const taken = new Set(this.state.people.flatMap((row) => [row.person.alias, ...row.formerAliases]));
    const alias = shortestFreeAlias(aliasCandidate('a key', 'a tenant', personKey), (wanted) => taken.has(wanted));
    if (alias === null) throw new RangeError('no alias is left');
    const row: Row = { person: { ...seen, alias }, identifiers: new Set(), formerAliases: [], askedAt: null };
    this.state.people.push(row);
    return row;
  }

  private own(identifier: string, owner: Row): void {
    for (const row of this.state.people) row.identifiers.delete(identifier);
    owner.identifiers.add(identifier);
  }
}
