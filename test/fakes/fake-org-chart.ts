// Who reports to whom: nobody to anybody until a test says so, and a switch for when the directory does not answer.
import type { BotError } from '../../src/domain/errors';
import { isSamePerson, type PersonIdentity } from '../../src/domain/person';
import type { OrgChart } from '../../src/ports/org-chart';

export class FakeOrgChart implements OrgChart {
  private readonly lines: { manager: PersonIdentity; report: PersonIdentity }[] = [];
  readonly asked: PersonIdentity[] = [];
  /** Thrown by every question while set. */
  down: BotError | null = null;

  async reportsOf(person: PersonIdentity): Promise<readonly PersonIdentity[]> {
    this.asked.push(person);
    if (this.down !== null) throw this.down;
    return this.lines.filter(({ manager }) => isSamePerson(manager, person)).map(({ report }) => report);
  }

  /** From now on the one reports to the other. */
  put(manager: PersonIdentity, report: PersonIdentity): void {
    this.lines.push({ manager, report });
  }
}
