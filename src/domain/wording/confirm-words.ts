// What a change asked for in words will do, and what became of it. The sentences name the alert by number alone.
import type { ChangeAsked, ConfirmOutcome, ConfirmView } from '../disclose-confirm';
import type { PurviewOutcome } from '../triage-rules';
import type { Show, Untrusted } from '../untrusted';
import { classificationWords, determinationWords, severityWords, statusWords } from './alert-words';
import type { ButtonWords } from './card-words';
import { instantWords } from './time-words';

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

/** As a request and as a fact: `assign to Ilse Brandt`, `was assigned to Ilse Brandt`. */
function askedAndDone(change: ChangeAsked, asker: Untrusted | null, show: Show): { asked: string; done: string } {
  switch (change.kind) {
    case 'start':
      return { asked: 'start', done: 'was started' };
    case 'reopen':
      return { asked: 'reopen', done: 'was reopened' };
    case 'comment':
      return { asked: 'add a comment', done: 'got a comment' };
    case 'unassign':
      return { asked: 'take the owner off', done: 'has no owner any more' };
    case 'assign': {
      const who = assigneeWords(change.assignee, asker, show);
      return { asked: `assign to ${who}`, done: `was assigned to ${who}` };
    }
    case 'resolve': {
      const as = change.classification === null ? '' : ` as ${verdictWords(change)}`;
      return { asked: `resolve${as}`, done: `was resolved${as}` };
    }
  }
}

const becomes = (outcome: PurviewOutcome | null) => (outcome === null ? '' : ` In Purview this becomes ${outcome}.`);

/** `Alert 1042 (High, New) will be resolved as False positive · Not malicious. In Purview this becomes Dismissed.` */
export function willWords(view: ConfirmView, asker: Untrusted | null, show: Show): string {
  return `${alertWords(view)} ${willBe(view.change, asker, show)}.${becomes(view.purviewOutcome)}`;
}

/** `Alert 1042 was resolved as False positive · Not malicious. In Purview this becomes Dismissed.` */
export function doneWords(view: ConfirmView, asker: Untrusted | null, show: Show): string {
  return `Alert ${view.alert.number} ${askedAndDone(view.change, asker, show).done}.${becomes(view.purviewOutcome)}`;
}

/** `resolve as False positive · Not malicious`. */
export function askedWords(view: ConfirmView, asker: Untrusted | null, show: Show): string {
  return askedAndDone(view.change, asker, show).asked;
}

/** `Confirmed by Ilse Brandt at 2026-11-23 06:08 UTC.`; null for what nobody settled at a known moment. */
export function settledWords(outcome: ConfirmOutcome, show: Show): string | null {
  if (outcome.is === 'stale' || outcome.is === 'refused') return null;
  if (outcome.is === 'expired') return `Expired at ${instantWords(outcome.at)}.`;
  const by = outcome.who === null ? '' : ` by ${show(outcome.who)}`;
  return `${outcome.is === 'done' ? 'Confirmed' : 'Cancelled'}${by} at ${instantWords(outcome.at)}.`;
}

export const CONFIRM = {
  heading: 'Please confirm',
  settledHeading: (number: number) => `Change of alert ${number}`,
  askedBy: 'Asked by',
  unnamedAsker: 'not known by name',
  onlyAsker: 'Only whoever asked can confirm',
  withComment: 'With the comment: ',
  commentWithheld: 'Your comment goes with it. It is not repeated here, because it names the person concerned.',
  askedFor: 'Asked for',
  cancelled: 'Cancelled. Nothing was changed.',
  refused: 'Not carried out.',
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
