// The four-eyes rule: an act that a second person has to approve, and whether an approval is one. Pure: it is asked just
// before the act, with everything about both people as it is at that moment.
import type { Severity } from './alert';
import { refusalFor, type Action, type Asker } from './analyst';
import { isConflict, type Conflict } from './conflict';
import { isSamePerson, type PersonIdentity } from './person';
import { purviewOutcome, type Change } from './triage-rules';

/** What the administrator may put under the rule: revealing names, dismissing an alert of high or unknown severity. */
export const FOUR_EYES_RULES = ['reveal', 'dismissHigh'] as const;
export type FourEyesRule = (typeof FOUR_EYES_RULES)[number];

/** From the approval on; after that it has to be given again. */
export const APPROVAL_VALID_MS = 15 * 60_000;

/** What somebody wants to do, as exactly as it would be done. */
export type Act = { action: 'reveal' } | { action: 'change'; change: Change };

export interface ActOnAlert {
  act: Act;
  tenantId: string;
  /** Graph's alert id. */
  alertId: string;
  /** The state that the requester saw. */
  version: string;
  severity: Severity | null;
}

/** One of the two people; `asker` with roles asked afresh. */
export interface Eye {
  person: PersonIdentity & { objectId: string };
  asker: Asker;
  conflict: Conflict;
}

/** What was approved: this act and no other. */
export type ApprovedAct = Omit<ActOnAlert, 'severity'> & {
  /** Who wanted it, by Entra object id. */
  requesterObjectId: string;
};

export interface Approval {
  approver: Eye;
  approved: ApprovedAct;
  /** Milliseconds since the epoch. */
  at: number;
}

export type FourEyesRefusal =
  | 'requesterMayNot'
  | 'selfApproval'
  | 'approverMayNot'
  | 'approverInConflict'
  | 'conflictUnknown'
  | 'otherRequest'
  | 'outOfTime';

export type FourEyesVerdict =
  | { is: 'notNeeded' | 'needed' | 'approved' }
  /** Nothing is done; a new approval may still be given, unless it is the requester who may not. */
  | { is: 'refused'; reason: FourEyesRefusal };

export interface FourEyesQuestion {
  /** Empty = the rule is off. */
  rules: readonly FourEyesRule[];
  wanted: ActOnAlert;
  requester: Eye;
  /** Null = nobody has approved yet. */
  approval: Approval | null;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Purview shows it as Dismissed, and the alert weighs so much that one person does not decide alone. */
function dismissesHigh({ act, severity }: ActOnAlert): boolean {
  if (act.action !== 'change' || act.change.kind !== 'resolve') return false;
  return purviewOutcome(act.change.classification) === 'Dismissed' && (severity === 'high' || severity === null);
}

/** Whether the rule wants a second person for this. */
export function needsFourEyes(rules: readonly FourEyesRule[], wanted: ActOnAlert): boolean {
  if (wanted.act.action === 'reveal') return rules.includes('reveal');
  return rules.includes('dismissHigh') && dismissesHigh(wanted);
}

const rightFor = ({ action }: Act): Action => (action === 'reveal' ? 'reveal' : 'changeAlert');
const mayNot = ({ asker }: Eye, { act }: ActOnAlert) => refusalFor(rightFor(act), asker) !== null;

/** Every property of the change counts: a verdict that differs was not approved. */
function sameAct(a: Act, b: Act): boolean {
  const words = (act: Act) => JSON.stringify(Object.entries(act.action === 'change' ? act.change : {}).sort());
  return a.action === b.action && words(a) === words(b);
}

function isForThis({ approved }: Approval, wanted: ActOnAlert, requester: Eye): boolean {
  const { tenantId, alertId, version, act, requesterObjectId } = approved;
  const isSameAlert = tenantId === wanted.tenantId && alertId === wanted.alertId && version === wanted.version;
  const isSameRequester = requesterObjectId.toLowerCase() === requester.person.objectId.toLowerCase();
  return isSameAlert && isSameRequester && sameAct(act, wanted.act);
}

/** An approval from the future is none either: clocks that differ so much prove nothing. */
const isInTime = ({ at }: Approval, now: number) => at <= now && now - at <= APPROVAL_VALID_MS;

/** An approver has to be able to do it themselves, and to stand apart from both people. */
function objection(approval: Approval, { wanted, requester, now }: FourEyesQuestion): FourEyesRefusal | null {
  const { approver } = approval;
  if (isSamePerson(approver.person, requester.person)) return 'selfApproval';
  if (mayNot(approver, wanted)) return 'approverMayNot';
  if (isConflict(approver.conflict)) return 'approverInConflict';
  // A second look by somebody who may be partial is none; the requester's own conflict is why there is a second look.
  if (approver.conflict === 'unknown') return 'conflictUnknown';
  if (!isForThis(approval, wanted, requester)) return 'otherRequest';
  return isInTime(approval, now) ? null : 'outOfTime';
}

/** Doubt is a refusal. `notNeeded` says nothing about whether the requester may: that is decided where it always is. */
export function fourEyes(question: FourEyesQuestion): FourEyesVerdict {
  const { rules, wanted, requester, approval } = question;
  if (!needsFourEyes(rules, wanted)) return { is: 'notNeeded' };
  if (mayNot(requester, wanted)) return { is: 'refused', reason: 'requesterMayNot' };
  if (approval === null) return { is: 'needed' };
  const reason = objection(approval, question);
  return reason === null ? { is: 'approved' } : { is: 'refused', reason };
}
