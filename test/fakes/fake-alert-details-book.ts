// What alerts say in words, in memory, beside the fake alert log that keeps it.
import type { KeptDetails, NamedPerson } from '../../src/domain/alert-details';
import { identifiersOf, type PersonIdentity } from '../../src/domain/person';
import type { AlertDetailsBook } from '../../src/ports/alert-details-book';
import type { FakeState } from './fake-state';

export class FakeAlertDetailsBook implements AlertDetailsBook {
  constructor(private readonly state: FakeState) {}

  async find(alertNumber: number): Promise<KeptDetails | null> {
    const details = this.state.alertByNumber(alertNumber)?.details ?? null;
    return details && { details, people: details.people.map((person) => this.named(person)) };
  }

  private named(identity: PersonIdentity): NamedPerson {
    const identifiers = identifiersOf(identity);
    const row = this.state.people.find((one) => identifiers.some((identifier) => one.identifiers.has(identifier)));
    return { identity, alias: row?.person.alias ?? null };
  }
}
