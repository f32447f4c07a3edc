// Everything the bot may say besides its cards, as closed codes with their facts. The words are in `domain/wording`.
import type { AlertStatus, Severity } from './alert';
import type { HeldGroups, NoRoleReason, Role } from './analyst';
import type { UnsafeChannels, UnsafeReason } from './channel-safety';
import type { CommandName } from './command';
import type { ExampleSentence } from './example-sentences';
import type { FourEyesRefusal } from './four-eyes';
import type { HuntingFailure } from './hunting-failure';
import type { Instant } from './instant';
import type { UnknownReason } from './reading';
import type { Untrusted } from './untrusted';

/** What operators are told about; each is said once an hour at most. */
export type Trouble =
  | 'channelRefused'
  | 'cardUndeliverable'
  | 'cardHeldBack'
  | 'looksFailing'
  | 'sourceRenamed'
  | 'auditUnwritable'
  | 'auditNotAnchored';

/** Commands that are read and answered by saying that they cannot be carried out so far. */
export const UNDERSTOOD_ONLY = ['reportTriage', 'scheduleReport', 'checkSetup'] as const satisfies CommandName[];

export type Saying =
  /** Refusals of a click or a command: nothing was done. */
  | { code: 'noRole'; needs: readonly Role[] }
  | { code: 'isSubject' }
  /** To a question, and to whoever has no role and the person it is about alike. */
  | { code: 'mayNotAsk' }
  | { code: 'lookupFailed' }
  /** Who reads the channel is not known, so nothing may be said there. */
  | { code: 'rosterUnavailable' }
  | { code: 'otherTenant' }
  /** Guests and the like read in this channel: no alerts are sent here, or no question is answered here. */
  | { code: 'channelUnsafe'; refused: 'subscription' | 'question'; reasons: readonly UnsafeReason[] }
  | { code: 'cardNoLongerValid' }
  | { code: 'repeatCard' }
  | { code: 'notInsiderRisk' }
  | { code: 'alertGone' }
  | { code: 'changeNotLegal'; status: AlertStatus | null }
  /** A change asked for in words that somebody else wants to confirm or cancel. */
  | { code: 'notAsker' }
  /** An act under the four-eyes rule: nothing is done before a second person approved it. */
  | { code: 'approvalAsked' }
  | { code: 'approvalPending' }
  /** Nobody else reads here, or somebody who may not. */
  | { code: 'approvalElsewhere' }
  | { code: 'mayNotApprove'; reason: FourEyesRefusal }
  | { code: 'approvalSettled' }
  /** Why a change asked for in words is not even proposed. */
  | { code: 'alreadySo'; status: AlertStatus | null; owner: Untrusted | null }
  | { code: 'assigneeUnknown' }
  | { code: 'assigneeAmbiguous' }
  | { code: 'commentMissing' }
  /** Retention or an erasure removed what the alert says. */
  | { code: 'detailsNotKept' }
  | { code: 'verbUnknown' }
  | { code: 'notAvailableYet' }
  | { code: 'auditUnavailable' }
  /** `because` where the reader can say why; `examples` are the nearest sentences that are understood. */
  | { code: 'notUnderstood'; because?: UnknownReason; examples?: readonly ExampleSentence[] }
  /** Read without doubt, and not among the things the bot can do so far. */
  | { code: 'understoodOnly'; command: (typeof UNDERSTOOD_ONLY)[number] }
  /** Nothing was written because the alert differs from what the card showed. */
  | {
      code: 'stale';
      status: AlertStatus | null;
      owner: Untrusted | null;
      changedBy: Untrusted | null;
      changedAt: Instant | null;
      /** A comment is added all the same. */
      commentAdded: boolean;
    }
  | { code: 'changeInProgress' }
  | { code: 'working' }
  | { code: 'graphThrottled'; retryAfterSeconds: number | null }
  | { code: 'graphUnavailable' }
  /** The answer to the write was lost and reading back did not settle it. */
  | { code: 'outcomeUncertain' }
  | { code: 'changedButCommentFailed' }
  /**
   * To somebody who manages the person an alert is about, or reports to them. `change`: their action was recorded so;
   * `view`: that they saw details was; `proposal`: their action will be.
   */
  | { code: 'conflictNoted'; deed: 'change' | 'view' | 'proposal' }
  /** Answers to commands. */
  | { code: 'help'; place: 'channel' | 'personal' }
  | { code: 'welcome'; place: 'channel' | 'personal' }
  /** Somebody's own roles: through which groups, or why none. */
  | {
      code: 'roles';
      place: 'channel' | 'personal';
      roles: readonly Role[];
      groups: HeldGroups;
      noneBecause: NoRoleReason | null;
    }
  | {
      code: 'subscribed';
      severity: readonly Severity[];
      policy: Untrusted | null;
      open: number;
      alreadyResolved: number;
      /** Why cards show less here than elsewhere; absent where they do not. */
      neutralFor?: readonly UnsafeReason[];
    }
  | { code: 'unsubscribed' }
  | { code: 'notSubscribed' }
  | { code: 'subscribeInChannel' }
  | { code: 'subscriptions'; here: { severity: readonly Severity[]; policy: Untrusted | null } | null; total: number }
  | { code: 'showWhereAlertsGo' }
  | { code: 'alertUnknown' }
  | { code: 'alertPosting'; number: number }
  | { code: 'alertHere'; number: number; status: AlertStatus | null; owner: Untrusted | null }
  /** What it said is no longer kept, and no card is posted for it. */
  | { code: 'alertReduced'; number: number; at: Instant; afterDays: number }
  /** A button asked on: the answer will stand in the conversation. */
  | { code: 'answerComes' }
  | { code: 'huntingFailed'; failure: HuntingFailure }
  /** To whoever asked, at the start after the process had died. */
  | { code: 'huntInterrupted' }
  /** A channel became unsafe: for whoever subscribed it, and for operators. `channel` null = Teams gives it no name. */
  | {
      code: 'channelBecameUnsafe';
      reader: 'subscriber' | 'operations';
      channel: Untrusted | null;
      reasons: readonly UnsafeReason[];
      then: UnsafeChannels;
    }
  /** For operators: nobody asked. */
  | { code: 'auditHead'; seq: number; hash: string }
  | { code: 'trouble'; trouble: Trouble };

export type SayingCode = Saying['code'];
