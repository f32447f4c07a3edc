// What a change asked for in words looks like before somebody confirms it. The card stands where everyone reads it, so
// the person the alert is about is named in it by nobody's words.
import type { Classification, Determination } from './alert';
import { channelView, maskSubject, type ChannelView } from './disclosure';
import type { Instant } from './instant';
import { namesAnyone } from './mask-text';
import type { Saying } from './saying';
import type { StoredAlert } from './stored-alert';
import { purviewOutcome, type PurviewOutcome } from './triage-rules';
import type { Untrusted } from './untrusted';

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

/** Whether a text gives the person away, by any form of a name or an identifier. */
function namesSubject(alert: StoredAlert, text: Untrusted): boolean {
  return alert.subject !== null && namesAnyone(text, [alert.subject]);
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
