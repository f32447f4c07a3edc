// Which changes are legal, and what Purview makes of them. Pure: the workflow asks, this answers.
import type { AlertStatus, Classification, Determination } from './alert';

/** Legal determinations of each classification, in the order a form offers them (Defender, "Update alert"). */
export const LEGAL_DETERMINATIONS: Record<Classification, readonly Determination[]> = {
  truePositive: [
    'maliciousUserActivity',
    'compromisedAccount',
    'multiStagedAttack',
    'malware',
    'phishing',
    'unwantedSoftware',
    'other',
  ],
  informationalExpectedActivity: ['confirmedActivity', 'lineOfBusinessApplication', 'securityTesting', 'other'],
  falsePositive: ['notMalicious', 'notEnoughDataToValidate', 'other'],
};

export function isLegalPair(classification: Classification, determination: Determination): boolean {
  return LEGAL_DETERMINATIONS[classification].includes(determination);
}

export type PurviewOutcome = 'Confirmed' | 'Dismissed';

/** What Purview shows once the alert is resolved so (Defender, "Investigate insider risk threats"). */
export function purviewOutcome(classification: Classification): PurviewOutcome {
  return classification === 'truePositive' ? 'Confirmed' : 'Dismissed';
}

/** The changes that an alert's card offers; taking the owner off is asked for in words alone. */
export type ChangeKind = 'start' | 'assign' | 'resolve' | 'reopen' | 'comment';

/** What a person wants done. Values are already parsed; `comment` travels apart. */
export type Change =
  | { kind: 'start' }
  /** `assignee`: the UPN to write. */
  | { kind: 'assign'; assignee: string }
  | { kind: 'unassign' }
  | { kind: 'resolve'; classification: Classification; determination: Determination }
  | { kind: 'reopen' }
  | { kind: 'comment' };

/** Graph's words for a change: exactly the properties to send. */
export interface AlertPatch {
  status?: AlertStatus;
  classification?: Classification | null;
  determination?: Determination | null;
  assignedTo?: string | null;
}

/** Null for a comment, which is no edit of the alert. */
export function patchFor(change: Change): AlertPatch | null {
  switch (change.kind) {
    case 'start':
      return { status: 'inProgress' };
    case 'assign':
      return { assignedTo: change.assignee };
    case 'unassign':
      return { assignedTo: null };
    case 'resolve':
      return {
        status: 'resolved',
        classification: change.classification,
        determination: change.determination,
      };
    case 'reopen':
      return { status: 'inProgress' };
    case 'comment':
      return null;
  }
}

/** The changes a card offers in a status. An alert without a known status can still be worked on. */
export function changesOffered(status: AlertStatus | null): readonly ChangeKind[] {
  switch (status) {
    case 'new':
    case null:
      return ['start', 'assign', 'resolve', 'comment'];
    case 'inProgress':
      return ['assign', 'resolve', 'comment'];
    case 'resolved':
      return ['reopen', 'comment'];
  }
}

/** Whether a change of this kind can be made at all; a resolution needs a legal pair besides. */
export function isKindLegal(kind: Change['kind'], status: AlertStatus | null): boolean {
  return changesOffered(status).includes(kind === 'unassign' ? 'assign' : kind);
}

export function isChangeLegal(change: Change, status: AlertStatus | null): boolean {
  if (change.kind === 'resolve' && !isLegalPair(change.classification, change.determination)) return false;
  return isKindLegal(change.kind, status);
}
