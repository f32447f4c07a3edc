// Who shall own an alert, by what somebody typed: themselves, or exactly one person of the directory. Never the person
// the alert is about, who is answered like nobody.
import { isSamePerson, type PersonIdentity } from '../domain/person';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import type { PeopleFinder } from '../ports/people-finder';
import type { Presser } from './click';
import { userPrincipalNameOf, type KnownAsker } from './who-asks';

export interface AssigneeAsk {
  /** `me`, or a UPN or name as written. */
  assignee: string | undefined;
  alert: StoredAlert;
  asker: Presser;
  known: KnownAsker;
}

export type AssigneeFound = { userPrincipalName: string; isAsker: boolean } | { saying: Saying };

const UNKNOWN: AssigneeFound = { saying: { code: 'assigneeUnknown' } };

/** Throws BotError when the directory does not answer. */
export async function findAssignee(peopleFinder: PeopleFinder, ask: AssigneeAsk): Promise<AssigneeFound> {
  const { assignee, alert, asker, known } = ask;
  if (assignee === 'me') return { userPrincipalName: userPrincipalNameOf(known, asker), isAsker: true };
  if (assignee === undefined) return UNKNOWN;
  const [person, ...others] = await peopleFinder.find(assignee);
  if (others.length > 0) return { saying: { code: 'assigneeAmbiguous' } };
  if (person === undefined || person.userPrincipalName === null) return UNKNOWN;
  if (alert.subject !== null && isSamePerson(alert.subject, person)) return UNKNOWN;
  return { userPrincipalName: person.userPrincipalName, isAsker: isAsker(person, asker) };
}

const isAsker = (person: PersonIdentity, asker: Presser) => person.objectId?.toLowerCase() === asker.objectId;
