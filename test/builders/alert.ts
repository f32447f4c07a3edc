// Alerts as the rules see them. Two built alerts with one content have one content hash, as from Graph.
import { createHash } from 'node:crypto';
import type { Alert } from '../../src/domain/alert';
import { NO_DETAILS } from '../../src/domain/alert-details';
import { versionOf } from '../../src/domain/alert-version';
import { riskKindOf } from '../../src/domain/risk-kind';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { toGraphValue, Untrusted } from '../../src/domain/untrusted';
import { afterStart, HOUR, MINUTE } from './instants';
import { HOME_TENANT, SUBJECT } from './people';

export const IRM = 'microsoftInsiderRiskManagement';

/** A Graph id: opaque, and unlike the bot's own numbers. */
export const alertId = (seed: number): string => `ir4c8f${seed.toString(16).padStart(8, '0')}-9b1d-43e2-a5f0-77d1`;

function hashOf(alert: Omit<Alert, 'contentHash'>): string {
  const plain = JSON.stringify(Object.entries(alert), (_key, value: unknown) => {
    if (Array.isArray(value))
      return value.map((each: unknown) => (each instanceof Untrusted ? toGraphValue(each) : each));
    return value;
  });
  return createHash('sha256').update(plain).digest('hex');
}

/** A new high alert about `SUBJECT`, raised an hour before `START`. */
export function anAlert(overrides: Partial<Alert> = {}): Alert {
  const plain = {
    tenantId: HOME_TENANT,
    source: 'graph' as const,
    id: alertId(1),
    incidentId: '4471',
    status: 'new' as const,
    severity: 'high' as const,
    classification: null,
    determination: null,
    serviceSource: IRM,
    detectionSource: IRM,
    alertPolicyId: null,
    title: Untrusted.of('Data leak by removable media: Mira Holt'),
    categories: [Untrusted.of('Exfiltration')],
    mitreTechniques: ['T1052.001'],
    assignedTo: null,
    alertWebUrl: 'https://security.microsoft.com/alerts/ir4c8f',
    createdDateTime: afterStart(-HOUR),
    lastUpdateDateTime: afterStart(-30 * MINUTE),
    resolvedDateTime: null,
    firstActivityDateTime: afterStart(-3 * HOUR),
    lastActivityDateTime: afterStart(-2 * HOUR),
    evidence: { files: 3, labels: 1, destinations: 1, devices: 1, others: 0 },
    subject: SUBJECT,
    commentCount: 0,
    ...overrides,
  };
  const people = plain.subject === null ? [] : [plain.subject];
  const alert = { ...plain, details: overrides.details ?? { ...NO_DETAILS, title: plain.title, people } };
  return { ...alert, contentHash: overrides.contentHash ?? hashOf(alert) };
}

/** The same alert after a change at Graph, with the hash that belongs to its new content. */
export function changed(alert: Alert, overrides: Partial<Alert>): Alert {
  const { contentHash: _old, details: _details, ...rest } = alert;
  return anAlert({ ...rest, ...overrides });
}

export function storedFrom(alert: Alert, overrides: Partial<StoredAlert> = {}): StoredAlert {
  return {
    ...pickStored(alert),
    number: 1000,
    version: versionOf(alert),
    riskKind: riskKindOf(alert),
    alias: alert.subject === null ? null : 'K7F2',
    lastChange: null,
    backlog: false,
    gone: false,
    reduced: null,
    revealedUntil: null,
    ...overrides,
  };
}

export function aStoredAlert(overrides: Partial<StoredAlert> = {}): StoredAlert {
  return storedFrom(anAlert(), overrides);
}

type KeptOfAlert = Omit<
  StoredAlert,
  'number' | 'version' | 'riskKind' | 'alias' | 'lastChange' | 'backlog' | 'gone' | 'reduced' | 'revealedUntil'
>;

/** Categories and policies stay in Graph; what the alert says in words is kept apart. */
function pickStored(alert: Alert): KeptOfAlert {
  const { title: _title, categories: _categories, serviceSource: _source, ...rest } = alert;
  const { alertPolicyId: _policy, details: _details, ...kept } = rest;
  return kept;
}
