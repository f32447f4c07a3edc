// The English words for what an alert is: closed lists in, short phrases out. How a card is laid out is not decided here.
import { SEVERITIES, type AlertStatus, type Classification, type Determination, type EvidenceCounts } from '../alert';
import type { Severity } from '../alert';
import type { RiskKind } from '../risk-kind';

export const NOT_GIVEN = 'not given';

const STATUS: Record<AlertStatus, string> = { new: 'New', inProgress: 'In progress', resolved: 'Resolved' };

const SEVERITY: Record<Severity, string> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
};

const RISK_KIND: Record<RiskKind, string> = {
  departingUser: 'Departing user',
  dataTheft: 'Data theft',
  dataLeak: 'Data leak',
  securityPolicyViolation: 'Security policy violation',
  patientDataMisuse: 'Misuse of patient data',
  riskyBrowsing: 'Risky browsing',
  riskyAiUsage: 'Risky use of AI',
  other: 'Insider risk',
};

const CLASSIFICATION: Record<Classification, string> = {
  truePositive: 'True positive',
  falsePositive: 'False positive',
  informationalExpectedActivity: 'Informational, expected activity',
};

const DETERMINATION: Record<Determination, string> = {
  apt: 'Advanced persistent threat',
  malware: 'Malware',
  securityPersonnel: 'Security personnel',
  securityTesting: 'Security testing',
  unwantedSoftware: 'Unwanted software',
  other: 'Other',
  multiStagedAttack: 'Multi-stage attack',
  compromisedAccount: 'Compromised account',
  phishing: 'Phishing',
  maliciousUserActivity: 'Malicious user activity',
  notMalicious: 'Not malicious',
  notEnoughDataToValidate: 'Not enough data to validate',
  confirmedActivity: 'Confirmed activity',
  lineOfBusinessApplication: 'Line-of-business application',
};

export function statusWords(status: AlertStatus | null): string {
  return status === null ? NOT_GIVEN : STATUS[status];
}

export function severityWords(severity: Severity | null): string {
  return severity === null ? NOT_GIVEN : SEVERITY[severity];
}

export function riskKindWords(kind: RiskKind): string {
  return RISK_KIND[kind];
}

export function classificationWords(classification: Classification | null): string {
  return classification === null ? NOT_GIVEN : CLASSIFICATION[classification];
}

export function determinationWords(determination: Determination | null): string {
  return determination === null ? NOT_GIVEN : DETERMINATION[determination];
}

/** `Microsoft Insider Risk Management` of Graph's enum word; for members nobody has met yet, too. */
export function sourceWords(enumWord: string | null): string {
  if (enumWord === null) return NOT_GIVEN;
  const spaced = enumWord.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** `Person K7F2`: the only way a channel hears of the person an alert is about. */
export function personWords(alias: string | null): string {
  return alias === null ? `Person ${NOT_GIVEN}` : `Person ${alias}`;
}

/** `1 file`, `2 files`. */
export function countWords(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

const EVIDENCE_KINDS: readonly (readonly [keyof EvidenceCounts, string])[] = [
  ['files', 'file'],
  ['labels', 'label'],
  ['destinations', 'destination'],
  ['devices', 'device'],
  ['others', 'other item'],
];

/** `12 files, 2 labels`; kinds that count nothing are left out. */
export function evidenceWords(evidence: EvidenceCounts | null): string {
  if (evidence === null) return NOT_GIVEN;
  const named = EVIDENCE_KINDS.filter(([kind]) => evidence[kind] > 0);
  if (named.length === 0) return 'none listed';
  return named.map(([kind, noun]) => countWords(evidence[kind], noun)).join(', ');
}

/** `High alert 1042`: what a notification preview and a client without cards may show. */
export function alertLine(severity: Severity | null, number: number): string {
  return severity === null ? `Severity ${NOT_GIVEN}: alert ${number}` : `${SEVERITY[severity]} alert ${number}`;
}

/** `2 High, 1 Low, 1 severity not given`, most severe first; empty for no alerts. */
export function severityCountWords(severities: readonly (Severity | null)[]): string {
  const count = (wanted: Severity | null) => severities.filter((severity) => severity === wanted).length;
  return [...SEVERITIES, null]
    .filter((severity) => count(severity) > 0)
    .map((severity) => `${count(severity)} ${severity === null ? `severity ${NOT_GIVEN}` : SEVERITY[severity]}`)
    .join(', ');
}
