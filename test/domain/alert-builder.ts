// Alerts for tests: a plain one, with what a test is about given over it, and the planted names that must never leak.
import type { Alert, EvidenceCounts } from '../../src/domain/alert';
import type { AlertDetails, KeptDetails } from '../../src/domain/alert-details';
import { parseInstant, type Instant } from '../../src/domain/instant';
import type { PersonIdentity } from '../../src/domain/person';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { Untrusted } from '../../src/domain/untrusted';

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`no instant: ${text}`);
  return instant;
}

/** The person the alerts are about. Nothing of it may stand in any view or card. */
export const SUBJECT: PersonIdentity = {
  objectId: '0f0f1111-2222-4333-8444-555566667777',
  userPrincipalName: 'Zelda.Quicksilver@contoso.example',
  sid: 'S-1-5-21-1111111111-2222222222-3333333333-4444',
  displayName: 'Zelda Quicksilver',
  accountName: 'zquicksilver',
};

/** Names nobody: those who see details read it, the channel does not. */
export const PLANTED_FILE = 'merger-plans.xlsx';

/** Everything that would give the person away, folded to lower case. */
export const PLANTED = ['zelda', 'quicksilver', SUBJECT.objectId ?? '', 's-1-5-21', PLANTED_FILE, 'lap-zelda-01'].map(
  (word) => word.toLowerCase(),
);

export const EVIDENCE: EvidenceCounts = { files: 12, labels: 2, destinations: 3, devices: 1, others: 0 };

/** What the alert says, with the person in every part of it. */
export const DETAILS: AlertDetails = {
  title: Untrusted.of('Data leak by Zelda Quicksilver: merger-plans.xlsx'),
  description: Untrusted.of('Zelda.Quicksilver@contoso.example sent labelled files to a private mailbox.'),
  files: [Untrusted.of('C:\\Users\\zquicksilver\\Documents\\merger-plans.xlsx')],
  devices: [Untrusted.of('LAP-ZELDA-01')],
  places: [Untrusted.of('https://contoso-my.sharepoint.example/personal/zelda_quicksilver_contoso_example')],
  messages: [],
  people: [SUBJECT],
};

export const KEPT: KeptDetails = { details: DETAILS, people: [{ identity: SUBJECT, alias: 'K7F2' }] };

const SHARED = {
  tenantId: '11111111-2222-4333-8444-555555555555',
  source: 'graph',
  id: 'ir0123456789abcdef',
  incidentId: '77',
  status: 'new',
  severity: 'high',
  classification: null,
  determination: null,
  detectionSource: 'microsoftInsiderRiskManagement',
  mitreTechniques: ['T1567', 'T1048.002'],
  assignedTo: null,
  alertWebUrl: 'https://security.microsoft.com/alerts/ir0123456789abcdef',
  createdDateTime: at('2026-11-23T06:08:00Z'),
  lastUpdateDateTime: at('2026-11-23T06:20:30.1234567Z'),
  resolvedDateTime: null,
  firstActivityDateTime: at('2026-11-22T17:00:00Z'),
  lastActivityDateTime: at('2026-11-22T18:30:00Z'),
  evidence: EVIDENCE,
  subject: SUBJECT,
  commentCount: 2,
  contentHash: 'hash-1',
} as const;

export function alert(over: Partial<Alert> = {}): Alert {
  return {
    ...SHARED,
    mitreTechniques: [...SHARED.mitreTechniques],
    serviceSource: 'microsoftInsiderRiskManagement',
    alertPolicyId: null,
    title: Untrusted.of('Data leak by Zelda Quicksilver: merger-plans.xlsx'),
    categories: [Untrusted.of('Exfiltration')],
    details: DETAILS,
    ...over,
  };
}

export function storedAlert(over: Partial<StoredAlert> = {}): StoredAlert {
  return {
    ...SHARED,
    mitreTechniques: [...SHARED.mitreTechniques],
    number: 1042,
    version: '0123456789abcdef',
    riskKind: 'dataLeak',
    alias: 'K7F2',
    lastChange: null,
    backlog: false,
    gone: false,
    reduced: null,
    revealedUntil: null,
    ...over,
  };
}
