// Everyone an alert's evidence names: users, owners of mailboxes, senders and recipients, accounts logged on to a device.
// They are known for one purpose, that text naming them can be masked.
import { isSamePerson, type PersonIdentity } from '../domain/person';
import { evidenceKind, personFromAccount } from './subject-from-graph';
import { asObject, listOf, textOf, type WireObject } from './wire-values';

const RECIPIENTS_READ = 100;
const MAX_NAME = 256;
/** How deep, and how wide, an element of an unknown kind is looked through. */
export const ACCOUNT_DEPTH = 4;
const FIELDS_READ = 100;

const byAddress = (address: unknown) => personFromAccount({ userPrincipalName: address });

function mailboxPeople(mailbox: WireObject): (PersonIdentity | null)[] {
  const account = asObject(mailbox['userAccount']) ?? {};
  const owner = personFromAccount({
    displayName: mailbox['displayName'],
    userPrincipalName: mailbox['upn'],
    ...account,
  });
  return [owner, byAddress(mailbox['primaryAddress'])];
}

const senderOf = (sender: unknown) => {
  const { emailAddress, displayName } = asObject(sender) ?? {};
  return personFromAccount({ userPrincipalName: emailAddress, displayName });
};

/** An account's name alone identifies nobody, and masks the text like any other form. */
function loggedOn(device: WireObject): PersonIdentity[] {
  return listOf(device['loggedOnUsers'], RECIPIENTS_READ)
    .map((user) => textOf(asObject(user)?.['accountName'], MAX_NAME))
    .filter((accountName) => accountName !== null)
    .map((accountName) => ({ objectId: null, userPrincipalName: null, sid: null, displayName: null, accountName }));
}

const MAIL_ADDRESS = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/;

/** A kind that is not known by name may still name people: by accounts of the usual form and by bare addresses. */
function accountsIn(value: unknown, depth: number): (PersonIdentity | null)[] {
  if (typeof value === 'string') return MAIL_ADDRESS.test(value.trim()) ? [byAddress(value)] : [];
  if (depth > ACCOUNT_DEPTH) return [];
  if (Array.isArray(value)) return listOf(value, RECIPIENTS_READ).flatMap((each) => accountsIn(each, depth + 1));
  const object = asObject(value);
  if (object === null) return [];
  const account = personFromAccount(object);
  if (account !== null) return [account];
  return Object.values(object)
    .slice(0, FIELDS_READ)
    .flatMap((each) => accountsIn(each, depth + 1));
}

function peopleOf(element: WireObject): (PersonIdentity | null)[] {
  switch (evidenceKind(element)) {
    case 'userEvidence':
      return [personFromAccount(asObject(element['userAccount']))];
    case 'mailboxEvidence':
      return mailboxPeople(element);
    case 'analyzedMessageEvidence':
      return [
        senderOf(element['p1Sender']),
        senderOf(element['p2Sender']),
        byAddress(element['recipientEmailAddress']),
      ];
    case 'teamsMessageEvidence':
      return [
        byAddress(element['senderFromAddress']),
        ...listOf(element['recipients'], RECIPIENTS_READ).map(byAddress),
      ];
    case 'deviceEvidence':
      return loggedOn(element);
    default:
      return accountsIn(element, 0);
  }
}

function accountNames(person: PersonIdentity): string[] {
  const prefix = person.userPrincipalName?.split('@')[0] ?? null;
  return [person.accountName, prefix].filter((name) => name !== null).map((name) => name.toLowerCase());
}

/** A logged-on account that is known by more already adds nobody. */
function isKnown(people: readonly PersonIdentity[], person: PersonIdentity): boolean {
  if (people.some((known) => isSamePerson(known, person))) return true;
  const { objectId, userPrincipalName, sid, accountName } = person;
  if ((objectId ?? userPrincipalName ?? sid) !== null || accountName === null) return false;
  return people.some((known) => accountNames(known).includes(accountName.toLowerCase()));
}

/** What is known of one person from two mentions; the first one's word counts. */
export function mergedPerson(known: PersonIdentity, more: PersonIdentity): PersonIdentity {
  return {
    objectId: known.objectId ?? more.objectId,
    userPrincipalName: known.userPrincipalName ?? more.userPrincipalName,
    sid: known.sid ?? more.sid,
    displayName: known.displayName ?? more.displayName,
    accountName: known.accountName ?? more.accountName,
  };
}

/** Each person once, in the order of the evidence, with everything that any element tells; bare account names last. */
export function peopleInEvidence(evidence: readonly WireObject[]): PersonIdentity[] {
  const ofDevices = (element: WireObject) => evidenceKind(element) === 'deviceEvidence';
  const inOrder = [...evidence.filter((element) => !ofDevices(element)), ...evidence.filter(ofDevices)];
  const people: PersonIdentity[] = [];
  for (const person of inOrder.flatMap(peopleOf)) {
    if (person === null) continue;
    const at = people.findIndex((known) => isSamePerson(known, person));
    const known = people[at];
    if (known !== undefined) people[at] = mergedPerson(known, person);
    else if (!isKnown(people, person)) people.push(person);
  }
  return people;
}
