// Who shall own an alert, by what somebody typed: themselves, or exactly one person who may work on alerts. Everybody
// else is answered like nobody, and so is the person the alert is about: else an answer would tell who that is.
import { rolesAllow } from '../domain/analyst';
import { isSamePerson, type PersonIdentity } from '../domain/person';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import type { AnalystDirectory } from '../ports/analyst-directory';
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

export interface AssigneeDeps {
  peopleFinder: PeopleFinder;
  analystDirectory: AnalystDirectory;
}

/** Guests hold no role, whatever groups they are in. */
async function mayWork(deps: AssigneeDeps, { objectId }: PersonIdentity): Promise<boolean> {
  const known = objectId === null ? null : await deps.analystDirectory.lookUp(objectId, 'fresh');
  return known !== null && rolesAllow('changeAlert', known.roles);
}

/** Throws BotError when the directory does not answer. */
export async function findAssignee(deps: AssigneeDeps, ask: AssigneeAsk): Promise<AssigneeFound> {
  const { assignee, alert, asker, known } = ask;
  if (assignee === 'me') return { userPrincipalName: userPrincipalNameOf(known, asker), isAsker: true };
  if (assignee === undefined) return UNKNOWN;
  const [person, ...others] = await deps.peopleFinder.find(assignee);
  if (others.length > 0) return { saying: { code: 'assigneeAmbiguous' } };
  if (person === undefined || person.userPrincipalName === null) return UNKNOWN;
  if (alert.subject !== null && isSamePerson(alert.subject, person)) return UNKNOWN;
  if (!(await mayWork(deps, person))) return UNKNOWN;
  return { userPrincipalName: person.userPrincipalName, isAsker: isAsker(person, asker) };
}

const isAsker = (person: PersonIdentity, asker: Presser) => person.objectId?.toLowerCase() === asker.objectId;
