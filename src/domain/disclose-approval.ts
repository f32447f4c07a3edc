// What an act that waits for a second person looks like to everybody who reads where it is asked for: the alert as the
// channel sees it, and what is wanted. Why it is wanted is for whoever may approve it, and never part of this view.
import type { Classification, Determination } from './alert';
import { channelView, type ChannelView } from './disclosure';
import type { Instant } from './instant';
import type { StoredAlert } from './stored-alert';
import { purviewOutcome, type PurviewOutcome } from './triage-rules';
import type { Untrusted } from './untrusted';

declare const disclosed: unique symbol;

/** The acts that the four-eyes rule knows. */
export type ActAsked =
  | { action: 'reveal' }
  | { action: 'change'; change: { kind: 'resolve'; classification: Classification; determination: Determination } };

export interface ApprovalView {
  readonly [disclosed]: 'approval';
  readonly alert: ChannelView;
  readonly act: ActAsked;
  /** Null unless the alert would be resolved. */
  readonly purviewOutcome: PurviewOutcome | null;
}

/** What became of the request. `who` null = not known by name. */
export type ApprovalOutcome =
  /** `until`: the act may be done up to then. */
  | { is: 'approved'; who: Untrusted | null; at: Instant; until: Instant }
  | { is: 'declined'; who: Untrusted | null; at: Instant }
  | { is: 'expired'; at: Instant }
  /** The alert is no longer as the requester saw it. */
  | { is: 'stale' };

export function approvalView(alert: StoredAlert, act: ActAsked): ApprovalView {
  const view: Omit<ApprovalView, typeof disclosed> = {
    alert: channelView(alert),
    act,
    purviewOutcome: act.action === 'change' ? purviewOutcome(act.change.classification) : null,
  };
  return view as ApprovalView;
}
