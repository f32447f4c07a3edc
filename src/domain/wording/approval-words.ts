// What is said of an act that needs a second person: to whoever wants it, to whoever may approve it, and on its card.
import type { ApprovalOutcome, ApprovalView } from '../disclose-approval';
import type { FourEyesRefusal } from '../four-eyes';
import type { Saying } from '../saying';
import type { Show, Untrusted } from '../untrusted';
import { classificationWords, determinationWords } from './alert-words';
import type { ButtonWords } from './card-words';
import { instantWords, minuteWords } from './time-words';

const unnamed = 'whoever asked';
const nameWords = (name: Untrusted | null, show: Show) => (name === null ? unnamed : show(name));

/** `showing the names in alert 1042 to Noor Adeyemi`. */
export function actWords({ act, alert, purviewOutcome }: ApprovalView, requester: Untrusted | null, show: Show) {
  const who = nameWords(requester, show);
  if (act.action === 'reveal') return `showing the names in alert ${alert.number} to ${who}`;
  const { classification, determination } = act.change;
  const verdict = `${classificationWords(classification)} · ${determinationWords(determination)}`;
  return `that ${who} resolves alert ${alert.number} as ${verdict} (in Purview: ${purviewOutcome ?? 'not given'})`;
}

/** `A second investigator is asked to approve showing the names in alert 1042 to Noor Adeyemi.` */
export function askWords(view: ApprovalView, requester: Untrusted | null, show: Show): string {
  const second = view.act.action === 'reveal' ? 'A second investigator' : 'A second person who may do so';
  return `${second} is asked to approve ${actWords(view, requester, show)}.`;
}

/** What became of the request, and what follows from it. */
export function settledApprovalWords(outcome: ApprovalOutcome, show: Show): { lead: string; remark: string | null } {
  switch (outcome.is) {
    case 'approved': {
      const by = outcome.who === null ? '' : ` by ${show(outcome.who)}`;
      const lead = `Approved${by} at ${minuteWords(outcome.at)}.`;
      return { lead, remark: `Whoever asked presses the same button again, until ${minuteWords(outcome.until)}.` };
    }
    case 'declined': {
      const by = outcome.who === null ? '' : ` by ${show(outcome.who)}`;
      return { lead: `Declined${by} at ${minuteWords(outcome.at)}.`, remark: 'Nothing was done.' };
    }
    case 'expired':
      return { lead: 'Nobody approved in time. Nothing was done.', remark: `Expired at ${instantWords(outcome.at)}.` };
    case 'stale':
      return { lead: 'The alert has changed since this was asked for. Nothing was done.', remark: null };
  }
}

export const APPROVAL = {
  heading: 'A second person is needed',
  lookHeading: 'Before you approve',
  settledHeading: (number: number) => `Approval for alert ${number}`,
  askedFor: 'Asked for',
  askedBy: 'Asked by',
  unnamedAsker: 'not known by name',
  reason: 'Reason given: ',
  remark: (until: string) => `Nobody approves their own request. Open until ${until}.`,
  lookRemark: 'Only you see this. Your approval stands in the audit with your name.',
} as const;

export const APPROVAL_BUTTONS = {
  look: { title: 'Approve', tooltip: 'Shows you what is asked for and why. Nothing is approved yet.' },
  approve: { title: 'Approve', tooltip: 'Approves exactly this, once, in your name.' },
  decline: { title: 'Decline', tooltip: 'Declines this in your name. Nothing is done.' },
} as const satisfies Record<string, ButtonWords>;

const MAY_NOT: Record<FourEyesRefusal, string> = {
  selfApproval: 'You asked for this yourself, so somebody else has to approve it.',
  approverMayNot: 'Only people who may do this themselves can approve it.',
  approverInConflict:
    'You manage the person this alert is about, or report to them, so somebody else has to approve it.',
  conflictUnknown: 'Whether you are close to the person this alert is about could not be looked up. Please try again.',
  requesterMayNot: 'Whoever asked may not do this any more.',
  otherRequest: 'This is not what was asked for.',
  outOfTime: 'The time for this is over.',
};

type Said<C extends Saying['code']> = (saying: Extract<Saying, { code: C }>) => string;

export const APPROVAL_SAYINGS: { [C in 'mayNotApprove']: Said<C> } & Record<
  'approvalAsked' | 'approvalPending' | 'approvalElsewhere' | 'approvalSettled',
  () => string
> = {
  approvalAsked: () =>
    'This needs a second person, who is asked in this conversation. Nothing was done yet. Once it is approved, press the same button again.',
  approvalPending: () =>
    'This waits for a second person, who is asked in this conversation. Nothing was done yet. Once it is approved, press the same button again.',
  approvalElsewhere: () =>
    'This needs a second person, who cannot be asked here. Nothing was done. Use the card of the alert in a channel where others work on it.',
  mayNotApprove: ({ reason }) => `${MAY_NOT[reason]} Nothing was approved.`,
  approvalSettled: () => 'This was settled already, as its card shows.',
};
