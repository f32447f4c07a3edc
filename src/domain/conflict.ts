// Conflict of interest: somebody works on an alert about their own report or their own manager. It is said and recorded;
// it never blocks, since in a small team nobody else may be there.
import { isSamePerson, type PersonIdentity } from './person';

/** What the person who acts is to the person the alert is about. `unknown`: the directory could not be asked. */
export const CONFLICTS = ['none', 'manager', 'directReport', 'unknown'] as const;
export type Conflict = (typeof CONFLICTS)[number];

/** People whose manager each of the two is; null = it could not be found out. */
export interface Reports {
  ofActor: readonly PersonIdentity[] | null;
  ofSubject: readonly PersonIdentity[] | null;
}

/** An alert about nobody is in conflict with nobody. One answer that shows a conflict is enough. */
export function conflictBetween(actor: PersonIdentity, subject: PersonIdentity | null, reports: Reports): Conflict {
  if (subject === null) return 'none';
  const { ofActor, ofSubject } = reports;
  if (ofActor?.some((report) => isSamePerson(report, subject))) return 'manager';
  if (ofSubject?.some((report) => isSamePerson(report, actor))) return 'directReport';
  return ofActor === null || ofSubject === null ? 'unknown' : 'none';
}

/** Whether the person is told: there is nothing to say about a conflict that nobody knows of. */
export function isConflict(conflict: Conflict): conflict is 'manager' | 'directReport' {
  return conflict === 'manager' || conflict === 'directReport';
}

/** The audit's reason with the conflict beside it: `conflict: manager`, `commentFailed; conflict: directReport`. */
export function withConflict(reason: string | null, conflict: Conflict): string | null {
  if (conflict === 'none') return reason;
  const noted = `conflict: ${conflict}`;
  return reason === null ? noted : `${reason}; ${noted}`;
}
