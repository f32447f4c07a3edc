// What a change asked for in words looks like before somebody confirms it. The card stands where everyone reads it, so
// the person the alert is about is named in it by nobody's words.
import type { Classification, Determination } from './alert';
import { channelView, maskSubject, subjectForms, type ChannelView } from './disclosure';
import type { Instant } from './instant';
import type { Saying } from './saying';
import type { StoredAlert } from './stored-alert';
import { purviewOutcome, type PurviewOutcome } from './triage-rules';
import { mentionsAny, type Untrusted } from './untrusted';

declare const disclosed: unique symbol;

/** The change as it was read; a resolution may still lack its verdict, which the card then asks for. */
export type ChangeAsked =
  | { kind: 'start' | 'reopen' | 'comment' | 'unassign' }
  | { kind: 'assign'; assignee: 'me' | Untrusted }
  | { kind: 'resolve'; classification: Classification | null; determination: Determination | null };

export interface ConfirmView {
  readonly [disclosed]: 'confirm';
  readonly alert: ChannelView;
  readonly change: ChangeAsked;
  readonly comment: Untrusted | null;
  /** There is a comment, and it is not repeated here because it names the person the alert is about. */
  readonly commentWithheld: boolean;
  /** Null unless the change is a resolution with a classification. */
  readonly purviewOutcome: PurviewOutcome | null;
}

/** What became of it. `who` null = not known by name. */
export type ConfirmOutcome =
  /** `saying`: what went wrong beside the change, which was made all the same; null when nothing did. */
  | { is: 'done'; who: Untrusted | null; at: Instant; saying: Saying | null }
  | { is: 'cancelled'; who: Untrusted | null; at: Instant }
  | { is: 'expired'; at: Instant }
  /** The saying tells what changed meanwhile, or why it may not be. */
  | { is: 'stale'; saying: Saying }
  | { is: 'refused'; saying: Saying };

const NAME_PART = /[\p{L}\p{N}]{4,}/gu;

/** Whether a text gives the person away, by a whole identifier or by a part of a name that is long enough to tell. */
function namesSubject(alert: StoredAlert, text: Untrusted): boolean {
  const whole = subjectForms(alert.subject).map((form) => form.toLowerCase());
  const parts = alert.subject?.displayName?.toLowerCase().match(NAME_PART) ?? [];
  return mentionsAny(text, [...whole, ...parts]);
}

function withoutSubject(alert: StoredAlert, change: ChangeAsked): ChangeAsked {
  if (change.kind !== 'assign' || change.assignee === 'me') return change;
  return { kind: 'assign', assignee: maskSubject(alert, change.assignee) };
}

export function confirmView(alert: StoredAlert, change: ChangeAsked, comment: Untrusted | null): ConfirmView {
  const withheld = comment !== null && namesSubject(alert, comment);
  const verdict = change.kind === 'resolve' ? change.classification : null;
  const view: Omit<ConfirmView, typeof disclosed> = {
    alert: channelView(alert),
    change: withoutSubject(alert, change),
    comment: withheld ? null : comment,
    commentWithheld: withheld,
    purviewOutcome: verdict === null ? null : purviewOutcome(verdict),
  };
  return view as ConfirmView;
}
