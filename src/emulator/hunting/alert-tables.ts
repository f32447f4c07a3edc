// AlertInfo and AlertEvidence as the tenant's alerts are now: one row for an alert, one for each thing in its evidence.
import type { Alert, Evidence, UserAccount } from '../alert';
import { parseInstant, TICKS_PER_MS } from '../instants';
import type { KqlColumn } from '../kql/kql-table';
import { detectionWords, serviceWords, severityWord } from './alert-words';
import { columnsOf, type Cells } from './table-rows';

type Timed = Cells & { Timestamp: number };

const text = (names: string): (readonly [string, KqlColumn['type']])[] =>
  names.split(' ').map((name) => [name, 'string'] as const);

export const ALERT_INFO_COLUMNS = columnsOf([
  ['Timestamp', 'datetime'],
  ...text('AlertId Title Category Severity ServiceSource DetectionSource AttackTechniques'),
]);

export const ALERT_EVIDENCE_COLUMNS = columnsOf([
  ['Timestamp', 'datetime'],
  ...text('AlertId Title Categories AttackTechniques ServiceSource DetectionSource EntityType EvidenceRole'),
  ...text('EvidenceDirection FileName FolderPath SHA1 SHA256'),
  ['FileSize', 'long'],
  ...text('ThreatFamily RemoteIP RemoteUrl AccountName AccountDomain AccountSid AccountObjectId AccountUpn DeviceId'),
  ...text('DeviceName LocalIP NetworkMessageId EmailSubject Application'),
  ['ApplicationId', 'int'],
  ...text('OAuthApplicationId ProcessCommandLine RegistryKey RegistryValueName RegistryValueData AdditionalFields'),
  ...text('Severity CloudResource CloudPlatform ResourceType ResourceID SubscriptionId'),
]);

/** Ordered by time. */
export function alertInfoRows(alerts: readonly Alert[]): Timed[] {
  return inOrder(alerts.map((alert) => ({ ...shared(alert), Category: alert.category })));
}

/** Ordered by time. */
export function alertEvidenceRows(alerts: readonly Alert[]): Timed[] {
  return inOrder(
    alerts.flatMap((alert) =>
      (alert.evidence ?? []).map((evidence) => ({
        ...shared(alert),
        Categories: JSON.stringify(alert.categories ?? []),
        ...entityOf(evidence),
        EvidenceRole: evidence.roles?.includes('policyViolator') ? 'Impacted' : 'Related',
        AdditionalFields: JSON.stringify({ Verdict: evidence.verdict }),
      })),
    ),
  );
}

function shared(alert: Alert): Timed {
  return {
    Timestamp: milliseconds(alert.createdDateTime),
    AlertId: alert.id,
    Title: alert.title,
    Severity: severityWord(alert),
    ServiceSource: serviceWords(alert),
    DetectionSource: detectionWords(alert),
    AttackTechniques: (alert.mitreTechniques ?? []).length > 0 ? JSON.stringify(alert.mitreTechniques) : '',
  };
}

function milliseconds(instant: string | null): number {
  return Number((parseInstant(instant ?? '') ?? 0n) / TICKS_PER_MS);
}

const inOrder = (rows: Timed[]) => rows.sort((left, right) => left.Timestamp - right.Timestamp);

type Reader = (evidence: Evidence) => Cells;

const ENTITIES: Record<string, Reader> = {
  user: ({ userAccount }) => ({ EntityType: 'User', ...accountCells(userAccount) }),
  mailbox: (one) => ({ EntityType: 'Mailbox', ...accountCells(one.userAccount) }),
  device: (one) => ({
    EntityType: 'Machine',
    DeviceId: textOf(one['mdeDeviceId']),
    DeviceName: textOf(one['deviceDnsName']),
  }),
  file: ({ fileDetails }) => {
    const details = (fileDetails ?? {}) as Record<string, unknown>;
    return {
      EntityType: 'File',
      FileName: textOf(details['fileName']),
      FolderPath: textOf(details['filePath']),
      SHA1: textOf(details['sha1']),
      SHA256: textOf(details['sha256']),
      FileSize: typeof details['fileSize'] === 'number' ? details['fileSize'] : null,
    };
  },
  cloudApplication: (one) => ({
    EntityType: 'CloudApplication',
    Application: textOf(one['displayName']),
    ApplicationId: typeof one['saasAppId'] === 'number' ? one['saasAppId'] : null,
  }),
  url: (one) => ({ EntityType: 'Url', RemoteUrl: textOf(one['url']) }),
  ip: (one) => ({ EntityType: 'Ip', RemoteIP: textOf(one['ipAddress']) }),
};

function entityOf(evidence: Evidence): Cells {
  const kind = /\.(\w+)Evidence$/.exec(evidence['@odata.type'] ?? '')?.[1] ?? '';
  return ENTITIES[kind]?.(evidence) ?? { EntityType: kind };
}

function accountCells(account: UserAccount | undefined): Cells {
  return {
    AccountName: account?.accountName,
    AccountDomain: account?.domainName,
    AccountSid: account?.userSid,
    AccountObjectId: account?.azureAdUserId,
    AccountUpn: account?.userPrincipalName,
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
