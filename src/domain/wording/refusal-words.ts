// What the bot says when it did not do what it was asked, or cannot tell whether it was done. Each sentence says what
// happened to the alert, since that is what the reader has to know.
import type { AlertStatus } from '../alert';
import type { Role } from '../analyst';
import type { Saying, SayingCode } from '../saying';
import { toMessageText, type Untrusted } from '../untrusted';
import { APPROVAL_SAYINGS } from './approval-words';
import { countWords, statusWords } from './alert-words';
import { MAY_NOT_ASK, rolesPlural } from './role-words';
import { refusedChannelWords } from './channel-safety-words';
import { instantWords } from './time-words';
import { notUnderstoodWords, UNDERSTOOD_ONLY_WORDS } from './unknown-words';

type SayingOf<C extends SayingCode> = Extract<Saying, { code: C }>;
export type WordsFor<C extends SayingCode> = { [K in C]: (saying: SayingOf<K>) => string };

const WORKS_ON_ALERTS: readonly Role[] = ['analyst', 'investigator'];

/**
 * Says the same to somebody without a role and to the person an alert is about: otherwise a press on every card would
 * tell people which alert is about them.
 */
function notAllowed(needs: readonly Role[]): string {
  const cleared = needs.some((role) => WORKS_ON_ALERTS.includes(role)) ? ' cleared for this alert' : '';
  return `Only ${rolesPlural(needs)}${cleared} can do this. Nothing was changed.`;
}

/** `its status is New and it has no owner`: how an alert stands, ready for a message. */
export function stateWords(status: AlertStatus | null, owner: Untrusted | null): string {
  const owned = owner === null ? 'it has no owner' : `its owner is ${toMessageText(owner)}`;
  return `its status is ${statusWords(status)} and ${owned}`;
}

function stale({ status, owner, changedBy, changedAt, commentAdded }: SayingOf<'stale'>): string {
  const by = changedBy === null ? '' : ` by ${toMessageText(changedBy)}`;
  const at = changedAt === null ? '' : ` at ${instantWords(changedAt)}`;
  const changed = by + at === '' ? '' : ` It was changed${by}${at}.`;
  const outcome = commentAdded ? 'Your comment was added.' : 'Nothing was changed by your press.';
  return `The alert is no longer as the card showed it: ${stateWords(status, owner)}.${changed} ${outcome}`;
}

function throttled(retryAfterSeconds: number | null): string {
  const when =
    retryAfterSeconds === null ? 'a minute' : countWords(Math.max(1, Math.ceil(retryAfterSeconds)), 'second');
  return `Microsoft Graph is busy and asks us to wait. Nothing was changed. Please try again in ${when}.`;
}

/** Names nobody: who reads it knows whom they manage and to whom they report. */
const CONFLICT = 'You manage the person this alert is about, or report to them.';
const NOTED: Record<SayingOf<'conflictNoted'>['deed'], string> = {
  change: 'Your action was recorded',
  view: 'That you saw its details was recorded',
  proposal: 'If you confirm, your action is recorded',
};

export const REFUSAL_WORDS: WordsFor<
  | 'noRole'
  | 'isSubject'
  | 'mayNotAsk'
  | 'lookupFailed'
  | 'rosterUnavailable'
  | 'otherTenant'
  | 'channelUnsafe'
  | 'cardNoLongerValid'
  | 'repeatCard'
  | 'notInsiderRisk'
  | 'alertGone'
  | 'changeNotLegal'
  | 'notAsker'
  | 'approvalAsked'
  | 'approvalPending'
  | 'approvalElsewhere'
  | 'mayNotApprove'
  | 'approvalSettled'
  | 'alreadySo'
  | 'assigneeUnknown'
  | 'assigneeAmbiguous'
  | 'commentMissing'
  | 'detailsNotKept'
  | 'verbUnknown'
  | 'notAvailableYet'
  | 'auditUnavailable'
  | 'notUnderstood'
  | 'understoodOnly'
  | 'stale'
  | 'changeInProgress'
  | 'working'
  | 'graphThrottled'
  | 'graphUnavailable'
  | 'outcomeUncertain'
  | 'changedButCommentFailed'
  | 'conflictNoted'
> = {
  noRole: ({ needs }) => notAllowed(needs),
  isSubject: () => notAllowed(WORKS_ON_ALERTS),
  ...APPROVAL_SAYINGS,
  mayNotAsk: () => MAY_NOT_ASK,
  lookupFailed: () => 'Your roles could not be checked just now. Nothing was changed. Please try again in a minute.',
  rosterUnavailable: () =>
    'Who reads this channel could not be checked just now, so nothing was shown or changed. Please try again in a minute.',
  otherTenant: () => 'This bot answers only people of its own organisation. Nothing was changed.',
  channelUnsafe: refusedChannelWords,
  cardNoLongerValid: () => 'Card no longer valid. Nothing was changed. Please use the alert’s present card.',
  repeatCard: () =>
    'This card repeats an earlier one and will be removed. Nothing was changed. Please use the other card.',
  notInsiderRisk: () => 'This is not an insider risk alert, so the bot leaves it alone. Nothing was changed.',
  alertGone: () => 'This alert is no longer available in Defender. Nothing was changed.',
  changeNotLegal: ({ status }) =>
    `This cannot be done with an alert whose status is ${statusWords(status)}. Nothing was changed.`,
  notAsker: () => 'Only the person who asked for this change can confirm or cancel it. Nothing was changed.',
  alreadySo: ({ status, owner }) =>
    `The alert is like that already: ${stateWords(status, owner)}. Nothing was changed.`,
  assigneeUnknown: () =>
    'I know nobody by that name or address who may work on this alert. Nothing was changed. Please give the whole address.',
  assigneeAmbiguous: () =>
    'Several people have that name. Nothing was changed. Please give the address of the one you mean.',
  commentMissing: () =>
    'The comment has no text. Nothing was changed. Please type it after a colon, for example “comment on 1042: spoke with the manager”.',
  detailsNotKept: () =>
    'The details of this alert are no longer kept here, so there are no names to show. Please open the alert in Defender.',
  verbUnknown: () => 'The bot does not know this button. Nothing was changed.',
  notAvailableYet: () => 'The bot cannot do this yet. Nothing was changed.',
  auditUnavailable: () => 'The audit record cannot be written just now. Nothing was changed. Please try again later.',
  notUnderstood: notUnderstoodWords,
  understoodOnly: ({ command }) => UNDERSTOOD_ONLY_WORDS[command],
  stale,
  changeInProgress: () =>
    'Another change to this alert is being made right now. Nothing was changed by your press. Please look again in a moment.',
  working: () => 'This takes longer than usual. The card will show the outcome when there is one.',
  graphThrottled: ({ retryAfterSeconds }) => throttled(retryAfterSeconds),
  graphUnavailable: () =>
    'Microsoft Graph cannot be reached just now. Nothing was changed. Please try again in a few minutes.',
  outcomeUncertain: () =>
    'It is not certain whether the change was made: the answer was lost. Please look at the alert before you try again.',
  changedButCommentFailed: () =>
    'The alert was changed, but the comment was not added. Please add it with Comment… on the alert’s own card.',
  conflictNoted: ({ deed }) => `${CONFLICT} ${NOTED[deed]} with that note.`,
};
