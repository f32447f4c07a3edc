// Whatever an alert's evidence calls people by, wherever it stands: accounts, mailboxes, senders, recipients.
import type { Untrusted } from '../domain/untrusted';
import { asObject, listOf, outsideText, type WireObject } from './wire-values';

export const MAX_NAMES = 500;
const MAX_LENGTH = 320;
const MAX_ACCOUNTS = 50;

const ACCOUNT = [
  'displayName',
  'userPrincipalName',
  'accountName',
  'azureAdUserId',
  'userSid',
  'emailAddress',
] as const;
/** Members of evidence that hold one account or sender. */
const HOLDERS = ['userAccount', 'p1Sender', 'p2Sender'] as const;
/** Members of evidence that are an address or a name themselves. */
const DIRECT = ['primaryAddress', 'upn', 'recipientEmailAddress'] as const;

const valuesOf = (object: WireObject | null, members: readonly string[]) => members.map((member) => object?.[member]);

function namesIn(evidence: WireObject): unknown[] {
  const loggedOn = listOf(evidence['loggedOnUsers'], MAX_ACCOUNTS).map(asObject);
  const holders = HOLDERS.map((member) => asObject(evidence[member]));
  // A mailbox is called after its owner; other things with a display name are no people.
  const mailbox = 'primaryAddress' in evidence ? [evidence['displayName']] : [];
  return [
    ...[...holders, ...loggedOn].flatMap((account) => valuesOf(account, ACCOUNT)),
    ...valuesOf(evidence, DIRECT),
    ...mailbox,
  ];
}

/** Each once; at most `MAX_NAMES`. Names without an identifier count here, though they identify nobody. */
export function namesInEvidence(evidence: readonly WireObject[]): Untrusted[] {
  const names = new Set(evidence.flatMap(namesIn).filter((name) => typeof name === 'string'));
  return [...names]
    .slice(0, MAX_NAMES)
    .map((name) => outsideText(name, MAX_LENGTH))
    .filter((name) => name !== null);
}
