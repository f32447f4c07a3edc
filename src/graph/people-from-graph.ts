// Everyone an alert's evidence names: users, owners of mailboxes, senders and recipients, accounts logged on to a device.
// They are known for one purpose, that text naming them can be masked.
import { isSamePerson, type PersonIdentity } from '../domain/person';
import { evidenceKind, personFromAccount } from './subject-from-graph';
import { asObject, listOf, textOf, type WireObject } from './wire-values';

const RECIPIENTS_READ = 100;
const MAX_NAME = 256;

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
      return [];
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

/** Each person once, in the order of the evidence; bare account names last. */
export function peopleInEvidence(evidence: readonly WireObject[]): PersonIdentity[] {
  const ofDevices = (element: WireObject) => evidenceKind(element) === 'deviceEvidence';
  const inOrder = [...evidence.filter((element) => !ofDevices(element)), ...evidence.filter(ofDevices)];
  const people: PersonIdentity[] = [];
  for (const person of inOrder.flatMap(peopleOf)) {
    if (person !== null && !isKnown(people, person)) people.push(person);
  }
  return people;
}
