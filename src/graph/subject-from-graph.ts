// Whom an alert is about, out of its evidence. A wrong person is worse than none: where the evidence that should name
// the person carries no identifier, nobody else is taken instead.
import { isSamePerson, type PersonIdentity } from '../domain/person';
import { objectIdOfCloudSid } from './cloud-sid';
import { asObject, guidOf, listOf, textOf, type WireObject } from './wire-values';

const MAX_NAME = 256;
const MAX_UPN = 320;
const MAX_ROLES = 50;
const SID = /^S-1(-\d{1,15}){1,15}$/i;
/** Roles that mark the person an alert is about (Graph, "evidenceRole"). */
const SUBJECT_ROLES = new Set(['policyviolator', 'compromised']);

/** `userEvidence` of `#microsoft.graph.security.userEvidence`; empty when the element says no kind. */
export function evidenceKind(evidence: WireObject): string {
  const type = evidence['@odata.type'];
  return typeof type === 'string' ? (type.split('.').at(-1) ?? '') : '';
}

function sidOf(value: unknown): string | null {
  const sid = textOf(value, MAX_NAME);
  return sid !== null && SID.test(sid) ? sid.toUpperCase() : null;
}

/** Null when no identifier is given: a display name alone identifies nobody. */
export function personFromAccount(account: WireObject | null): PersonIdentity | null {
  if (account === null) return null;
  const sid = sidOf(account['userSid']);
  const person = {
    objectId: guidOf(account['azureAdUserId']) ?? (sid && objectIdOfCloudSid(sid)),
    userPrincipalName: textOf(account['userPrincipalName'], MAX_UPN),
    sid,
    displayName: textOf(account['displayName'], MAX_NAME),
    accountName: textOf(account['accountName'], MAX_NAME),
  };
  return (person.objectId ?? person.userPrincipalName ?? person.sid) ? person : null;
}

function hasSubjectRole(evidence: WireObject): boolean {
  return listOf(evidence['roles'], MAX_ROLES).some(
    (role) => typeof role === 'string' && SUBJECT_ROLES.has(role.toLowerCase()),
  );
}

function ownerOfMailbox(mailbox: WireObject): PersonIdentity | null {
  return (
    personFromAccount(asObject(mailbox['userAccount'])) ?? personFromAccount({ userPrincipalName: mailbox['upn'] })
  );
}

/** The first user with a telling role, else the first user, else the first mailbox's owner, else nobody. */
export function subjectFromGraph(evidence: readonly WireObject[]): PersonIdentity | null {
  const users = evidence.filter((element) => evidenceKind(element) === 'userEvidence');
  const user = users.find(hasSubjectRole) ?? users[0];
  if (user !== undefined) return personFromAccount(asObject(user['userAccount']));
  const mailbox = evidence.find((element) => evidenceKind(element) === 'mailboxEvidence');
  return mailbox === undefined ? null : ownerOfMailbox(mailbox);
}

export function isMailboxOf(person: PersonIdentity | null, evidence: WireObject): boolean {
  if (person === null || evidenceKind(evidence) !== 'mailboxEvidence') return false;
  const owner = ownerOfMailbox(evidence);
  return owner !== null && isSamePerson(owner, person);
}
