// Why a hunting question got no answer, and what to do about it. None of these sentences tells whether anything exists.
import type { HuntingFailure, HuntingFailureCode, HuntPermission } from '../hunting-failure';
import type { UnanswerableSlot } from '../hunting-question';
import { NAMED_KINDS } from '../policy-kind';
import { countWords, riskKindWords } from './alert-words';
import { numberWords } from './figure-words';
import type { Show } from '../untrusted';
import { listWords, MAY_NOT_ASK } from './role-words';

type FailureOf<C extends HuntingFailureCode> = Extract<HuntingFailure, { code: C }>;
type FailureWords = { [C in HuntingFailureCode]: (failure: FailureOf<C>, show: Show) => string };

/** More labels than these are not listed. */
export const LABELS_NAMED = 12;
export const INFO_TYPES_NAMED = 5;

const IN_MINUTES_FROM_SECONDS = 120;

const inTime = (seconds: number) =>
  seconds < IN_MINUTES_FROM_SECONDS
    ? countWords(Math.max(1, Math.ceil(seconds)), 'second')
    : countWords(Math.ceil(seconds / 60), 'minute');

function labelUnknown({ labels }: FailureOf<'labelUnknown'>, show: Show): string {
  if (labels.length === 0) return 'I know no label of that name, and could read none of this tenant’s labels.';
  const named = labels.slice(0, LABELS_NAMED).map((label) => `“${show(label)}”`);
  const more = labels.length > named.length ? [`${labels.length - named.length} more`] : [];
  return `I know no label of that name. This tenant’s labels are ${listWords([...named, ...more])}.`;
}

const mayNot = (what: string, permission: string) =>
  `I am not permitted to ${what}. An administrator can grant me the Microsoft Graph permission ${permission}.`;

const PERMITS: Record<HuntPermission, string> = {
  'ThreatHunting.Read.All': 'hunt',
  'SensitivityLabel.Read': 'read the tenant’s labels',
  'User.Read.All': 'look people up',
};

const UNUSABLE: Record<'targetDomain' | 'device' | 'department', string> = {
  targetDomain: 'That is no host name. Please write it like mail.google.com.',
  device: 'That is no name of a device that I can search for.',
  department: 'That is no name of a department that I can search for.',
};

const UNANSWERABLE: Record<UnanswerableSlot, string> = {
  department: 'Unusual behaviour is kept without departments, so I cannot narrow it down to one.',
  dlpOutcome: 'Unusual behaviour is kept without what DLP did, so I cannot narrow it down by that.',
  groupBy: 'The data that Defender holds cannot be grouped so.',
};

const FAILURE_WORDS: FailureWords = {
  askedTooOften: ({ retryAfterSeconds }) =>
    `You have asked often just now. Please ask again in ${inTime(retryAfterSeconds)}.`,
  botQuotaUsed: ({ retryAfterSeconds }) =>
    `Many people are asking me just now. Please ask again in ${inTime(retryAfterSeconds)}.`,
  botBusy: () => 'Too many questions wait for their turn already. Please ask again in a few minutes.',
  tenantQuotaUsed: ({ retryAfterSeconds }) =>
    `This tenant’s share of Defender’s hunting is used up just now. Please ask again in ${inTime(retryAfterSeconds)}.`,
  timedOut: () => 'Defender took too long over this question. Please ask about a shorter time, or narrow it down.',
  sharingOff: () =>
    'Insider Risk Management shares no data with Defender, so there is nothing to search. An administrator can switch it on in the Purview portal under Insider Risk Management settings, Data sharing.',
  tooLarge: () => 'The answer is larger than Defender gives out. Please ask about a shorter time, or narrow it down.',
  notPermitted: ({ permission }) => mayNot(PERMITS[permission], permission),
  tooHeavy: () =>
    'Defender stopped this question, which takes too much of its processing. Please ask about a shorter time, or narrow it down.',
  queryUnreadable: () =>
    'Defender cannot read the query that I made of this question. That is a fault of mine: please ask in other words, and tell an administrator.',
  queryRefused: () =>
    'Defender refused this question, and I do not know why. Please ask about a shorter time, or narrow it down.',
  unavailable: () => 'Microsoft Graph cannot be reached just now. Please ask again in a few minutes.',
  labelUnknown,
  infoTypeUnknown: ({ known }) =>
    `I know no sensitive info type of that name. I know ${listWords(known.slice(0, INFO_TYPES_NAMED).map((name) => `“${name}”`))} and others like them.`,
  slotUnusable: ({ slot }) => UNUSABLE[slot],
  notAnswerable: ({ slot }) => UNANSWERABLE[slot],
  windowBeyondReach: () => 'The data that Defender holds reach back 30 days, and all of that time lies before them.',
  nameNeedsInvestigator: () =>
    'Naming a person is for investigators in personal chat with me. Please use the alias, such as Person K7F2, or the alert’s number.',
  personRefused: () => 'I know nobody by that name or alias whom you may ask about.',
  accountAmbiguous: () =>
    'Several people are called so. Please write the user principal name, such as firstname.lastname@contoso.com.',
  personNotInData: () => 'The data that Defender holds name that person by nothing that I know of them.',
  incidentUnknown: () => 'I know no incident with that number that holds insider risk alerts.',
  policyNotKept: () =>
    `The names of policies stand in Defender alone. I can list alerts by the kind of risk that their cards show: ${listWords(NAMED_KINDS.map((kind) => `“${riskKindWords(kind)}”`))}.`,
  tooManyAlerts: ({ most }) =>
    `I know more than ${numberWords(most)} alerts that could be meant, and search no further. Please ask about a shorter time, a status or a severity.`,
  alertUnknown: () => 'I know no alert with that number.',
  isSubject: () => MAY_NOT_ASK,
  alertWithoutPerson: () => 'That alert names no person, so there is nobody to ask about.',
};

/** The sentence for a failure; `show` is the sink of the place where it will stand. */
export function huntingFailureWords(failure: HuntingFailure, show: Show): string {
  // The table is exhaustive and keyed by the failure's own code, which the compiler cannot carry through a union.
  const words = FAILURE_WORDS[failure.code] as (of: HuntingFailure, sink: Show) => string;
  return words(failure, show);
}
