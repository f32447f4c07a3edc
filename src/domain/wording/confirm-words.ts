// What a change asked for in words will do, and what became of it. The sentences name the alert by number alone.
import type { ChangeAsked, ConfirmView } from '../disclose-confirm';
import type { PurviewOutcome } from '../triage-rules';
import type { Show, Untrusted } from '../untrusted';
import { classificationWords, determinationWords, severityWords, statusWords } from './alert-words';
import type { ButtonWords } from './card-words';

type Resolve = Extract<ChangeAsked, { kind: 'resolve' }>;

/** `False positive · Not malicious`. */
function verdictWords({ classification, determination }: Resolve): string {
  const verdict = classificationWords(classification);
  return determination === null ? verdict : `${verdict} · ${determinationWords(determination)}`;
}

function assigneeWords(assignee: 'me' | Untrusted, asker: Untrusted | null, show: Show): string {
  if (assignee !== 'me') return show(assignee);
  return asker === null ? 'whoever asked' : show(asker);
}

/** `Alert 1042 (High, New)`. */
function alertWords({ alert }: ConfirmView): string {
  const severity = `${alert.severity === null ? 'severity ' : ''}${severityWords(alert.severity)}`;
  const status = `${alert.status === null ? 'status ' : ''}${statusWords(alert.status)}`;
  return `Alert ${alert.number} (${severity}, ${status})`;
}

function willBe(change: ChangeAsked, asker: Untrusted | null, show: Show): string {
  switch (change.kind) {
    case 'start':
      return 'will be started: its status becomes In progress';
    case 'reopen':
      return 'will be reopened: its status becomes In progress';
    case 'comment':
      return 'will get a comment';
    case 'unassign':
      return 'will have no owner any more';
    case 'assign':
      return `will be assigned to ${assigneeWords(change.assignee, asker, show)}`;
    case 'resolve':
      return change.classification === null ? 'will be resolved' : `will be resolved as ${verdictWords(change)}`;
  }
}

function hasBeen(change: ChangeAsked, asker: Untrusted | null, show: Show): string {
  switch (change.kind) {
    case 'start':
      return 'was started';
    case 'reopen':
      return 'was reopened';
    case 'comment':
      return 'got a comment';
    case 'unassign':
      return 'has no owner any more';
    case 'assign':
      return `was assigned to ${assigneeWords(change.assignee, asker, show)}`;
    case 'resolve':
      return `was resolved as ${verdictWords(change)}`;
  }
}

const becomes = (outcome: PurviewOutcome | null) => (outcome === null ? '' : ` In Purview this becomes ${outcome}.`);

/** `Alert 1042 (High, New) will be resolved as False positive · Not malicious. In Purview this becomes Dismissed.` */
export function willWords(view: ConfirmView, asker: Untrusted | null, show: Show): string {
  return `${alertWords(view)} ${willBe(view.change, asker, show)}.${becomes(view.purviewOutcome)}`;
}

/** `Alert 1042 was resolved as False positive · Not malicious. In Purview this becomes Dismissed.` */
export function doneWords(view: ConfirmView, asker: Untrusted | null, show: Show): string {
  return `Alert ${view.alert.number} ${hasBeen(view.change, asker, show)}.${becomes(view.purviewOutcome)}`;
}

export const CONFIRM = {
  heading: 'Please confirm',
  settledHeading: 'Change asked for in words',
  askedBy: 'Asked by',
  unnamedAsker: 'not known by name',
  onlyAsker: 'Only whoever asked can confirm',
  withComment: 'With the comment: ',
  commentWithheld: 'Your comment goes with it. It is not repeated here, because it names the person concerned.',
  cancelled: 'Cancelled. Nothing was changed.',
  expired: 'Nobody confirmed in time. Nothing was changed.',
  classification: 'What did the alert turn out to be?',
  classificationMissing: 'Choose a classification.',
  determination: 'Determination',
  determinationMissing: 'Choose a determination.',
  hint: 'Choose one',
} as const;

export const CONFIRM_BUTTONS = {
  confirm: { title: 'Confirm', tooltip: 'Makes this change in Defender, in your name.' },
  next: { title: 'Next', tooltip: 'Goes on to the determination. Nothing is changed yet.' },
  cancel: { title: 'Cancel', tooltip: 'Drops this change. Nothing is changed.' },
} as const satisfies Record<string, ButtonWords>;
