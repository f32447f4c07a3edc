// The alert as the rules see it: Graph's property and enum words verbatim, every value from outside either a member of
// a closed list, an instant, a count, or `Untrusted`. A member we do not know reads as null ("not given").
import type { AlertDetails } from './alert-details';
import type { Instant } from './instant';
import type { PersonIdentity } from './person';
import type { Untrusted } from './untrusted';

export const ALERT_STATUSES = ['new', 'inProgress', 'resolved'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** Most severe first. */
export const SEVERITIES = ['high', 'medium', 'low', 'informational'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CLASSIFICATIONS = ['truePositive', 'falsePositive', 'informationalExpectedActivity'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Members of `alertDetermination` that a person may still choose or meet (graph-security metadata, v1.0). */
export const DETERMINATIONS = [
  'apt',
  'malware',
  'securityPersonnel',
  'securityTesting',
  'unwantedSoftware',
  'other',
  'multiStagedAttack',
  'compromisedAccount',
  'phishing',
  'maliciousUserActivity',
  'notMalicious',
  'notEnoughDataToValidate',
  'confirmedActivity',
  'lineOfBusinessApplication',
] as const;
export type Determination = (typeof DETERMINATIONS)[number];

/** Members of `detectionSource` that may be shown: what is none of them might be anybody's word. */
export const DETECTION_SOURCES = [
  'microsoftDefenderForEndpoint',
  'antivirus',
  'smartScreen',
  'customTi',
  'microsoftDefenderForOffice365',
  'automatedInvestigation',
  'microsoftThreatExperts',
  'customDetection',
  'microsoftDefenderForIdentity',
  'cloudAppSecurity',
  'microsoft365Defender',
  'azureAdIdentityProtection',
  'manual',
  'microsoftDataLossPrevention',
  'appGovernancePolicy',
  'appGovernanceDetection',
  'microsoftDefenderForCloud',
  'builtInMl',
  'microsoftSentinel',
  'microsoftInsiderRiskManagement',
] as const;

/** Distinct things an alert's evidence names, by kind. */
export interface EvidenceCounts {
  files: number;
  labels: number;
  destinations: number;
  devices: number;
  /** Elements of any other kind (mailboxes, messages, addresses …), people not counted. */
  others: number;
}

/** Where an alert came from: the key of everything stored about it. */
export interface AlertKey {
  tenantId: string;
  source: 'graph';
  /** Graph's opaque alert id. */
  id: string;
}

export interface Alert extends AlertKey {
  incidentId: string | null;
  status: AlertStatus | null;
  severity: Severity | null;
  classification: Classification | null;
  determination: Determination | null;
  serviceSource: string | null;
  detectionSource: string | null;
  alertPolicyId: string | null;
  /** Rules match it; what is kept and shown of it stands in `details`. */
  title: Untrusted | null;
  categories: Untrusted[];
  mitreTechniques: string[];
  assignedTo: Untrusted | null;
  /** As Graph gave it; `domain/portal-link` decides whether it may become a button. */
  alertWebUrl: string | null;
  createdDateTime: Instant | null;
  lastUpdateDateTime: Instant | null;
  resolvedDateTime: Instant | null;
  firstActivityDateTime: Instant | null;
  lastActivityDateTime: Instant | null;
  /** Null when the alert came without an evidence list. */
  evidence: EvidenceCounts | null;
  /** The person the alert is about; null when no evidence names one. */
  subject: PersonIdentity | null;
  commentCount: number;
  details: AlertDetails;
  /** Keyed by nothing, of the whole wire object: two reads with one hash carry the same content. */
  contentHash: string;
}

const IRM_SOURCE = 'microsoftinsiderriskmanagement';

/** Insider risk, by either source property: Graph's pages disagree about which one carries the member. */
export function isInsiderRisk(alert: Pick<Alert, 'serviceSource' | 'detectionSource'>): boolean {
  return [alert.serviceSource, alert.detectionSource].some((source) => source?.toLowerCase() === IRM_SOURCE);
}

export function isOpen(status: AlertStatus | null): boolean {
  return status !== 'resolved';
}

/** 4 = high … 1 = informational, 0 = not given. */
export function severityRank(severity: Severity | null): number {
  return severity === null ? 0 : SEVERITIES.length - SEVERITIES.indexOf(severity);
}
