// Whether somebody manages, or reports to, the person an alert is about, and what they are told of it. A directory that
// cannot say holds nobody up: the action goes on, and the audit says that it is not known.
import { conflictBetween, isConflict, type Conflict } from '../domain/conflict';
import { isBotError } from '../domain/errors';
import type { PersonIdentity } from '../domain/person';
import type { OrgChart } from '../ports/org-chart';
import type { Aside, ClickAnswer, Presser } from './click';
import { identityOf, type KnownAsker } from './who-asks';

export interface ConflictDeps {
  orgChart: OrgChart;
}

async function reportsOf({ orgChart }: ConflictDeps, person: PersonIdentity) {
  try {
    return await orgChart.reportsOf(person);
  } catch (error) {
    if (!isBotError(error)) throw error;
    return null;
  }
}

/** Never rejects for what the directory answered. `subject` null = the alert names nobody. */
export async function conflictOf(
  deps: ConflictDeps,
  presser: Presser,
  known: Pick<KnownAsker, 'person'>,
  subject: PersonIdentity | null,
): Promise<Conflict> {
  if (subject === null) return 'none';
  const actor = identityOf(presser, known.person);
  const [ofActor, ofSubject] = await Promise.all([reportsOf(deps, actor), reportsOf(deps, subject)]);
  return conflictBetween(actor, subject, { ofActor, ofSubject });
}

/** Null when there is nothing to tell. */
export function asideFor(conflict: Conflict, deed: Aside['deed']): Aside | null {
  return isConflict(conflict) ? { code: 'conflictNoted', deed } : null;
}

/** The answer with the warning, for the presser alone. A form is only the way to an action, and carries none. */
export function withAside(answer: ClickAnswer, conflict: Conflict, deed: Aside['deed']): ClickAnswer {
  const aside = asideFor(conflict, deed);
  return aside === null || answer.show === 'form' ? answer : { ...answer, aside };
}
