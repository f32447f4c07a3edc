// The hunting tables in the three shapes in which tenants have them: as published in March 2025, as published in
// September 2026, and as seen in the field in between. Rows are written as the cells that matter.
import type { KqlColumn, KqlTable, KqlValue } from '../../../../src/emulator/kql/kql-table';
import { columns, NOW } from '../kql-under-test';

export const SHAPES = ['2025', '2026', 'field'] as const;
export type Shape = (typeof SHAPES)[number];

export type Cells = Readonly<Record<string, KqlValue>>;

const EVENTS = `Timestamp:datetime, ActivityId:guid, ActionType, IrmActionCategory, Operation, ApplicationNames, AccountUpn,
AccountObjectId, UserAlternateEmails, Department, IPAddress, DeviceId, DeviceName, AadDeviceId:guid, IsManagedDevice:bool,
DeviceSourceLocationType:int, DeviceDestinationLocationType:int, ObjectId, ObjectSize:int, IsHidden:bool, FileRenameInfo,
SiteUrl, SourceRelativeUrl, ExternalUrlDomains, SensitivityLabelId, PreviousSensitivityLabelId, SensitiveInfoTypeInfo:dynamic,
DlpPolicyMatchInfo, DlpPolicyRuleMatchInfo:dynamic, DlpPolicyEnforcementMode:int, IrmPolicyMatchInfo:dynamic, EmailSubject,
InternetMessageId, NetworkMessageId:guid, RecipientEmailAddress, TeamsTeamName, TeamsChannelName, PrinterName,
RemovableMediaManufacturer, RemovableMediaModel, RemovableMediaSerialNumber, SequenceCorrelationId`;
const EVENTS_ONLY: Readonly<Record<Shape, string>> = {
  '2025':
    'ObjectName, ObjectType, Workload, TargetFilePath, SourceUrlDomain, TargetUrlDomain, UrlDomainInfo, UnallowedUrlDomains',
  '2026': 'ObjectName, ObjectType, RiskyAIUsageAppCategory, RiskyAIUsageAccessedResourceInfo:dynamic',
  field: 'Workload, TargetUrlDomain, UrlDomainInfo, UnallowedUrlDomains, SharepointSiteSensitivityLabelId',
};
const BEHAVIORS = `Timestamp:datetime, BehaviorId, ActionType, ActionCategory, Categories, AttackTechniques, Description,
ServiceSource, DetectionSource, StartTime:datetime, EndTime:datetime, ActivityCount:int, IsAnomalous:bool, AccountUpn,
DeviceInfo:dynamic, SensitivityLabelInfo:dynamic, UrlDomainInfo:dynamic, PriorityContentMatchInfo:dynamic`;
const BEHAVIORS_ONLY: Readonly<Record<Shape, string>> = {
  '2025': 'AccountEmail',
  '2026': 'AccountEmail, PolicyInfo:dynamic, Policies',
  field: 'AccountEmail',
};
const ALERTS =
  'Timestamp:datetime, AlertId, Title, Category, Severity, ServiceSource, DetectionSource, AttackTechniques';
const EVIDENCE = 'Timestamp:datetime, AlertId, Title, EntityType, EvidenceRole, AccountUpn, FileName';

export interface HuntingRows {
  readonly events?: readonly Cells[];
  readonly behaviors?: readonly Cells[];
  readonly alerts?: readonly Cells[];
  readonly evidence?: readonly Cells[];
}

/** Cells of columns that the shape lacks are left out, as the tenant would not have them. */
export function huntingTables(shape: Shape, { events = [], behaviors = [], alerts = [], evidence = [] }: HuntingRows) {
  return [
    tableOf('DataSecurityEvents', columns(`${EVENTS}, ${EVENTS_ONLY[shape]}`), events),
    tableOf('DataSecurityBehaviors', columns(`${BEHAVIORS}, ${BEHAVIORS_ONLY[shape]}`), behaviors),
    tableOf('AlertInfo', columns(ALERTS), alerts),
    tableOf('AlertEvidence', columns(EVIDENCE), evidence),
  ];
}

function tableOf(name: string, schema: readonly KqlColumn[], rows: readonly Cells[]): KqlTable {
  return {
    name,
    columns: schema,
    rows: rows.map((cells) => schema.map(({ name, type }) => cells[name] ?? (type === 'string' ? '' : null))),
  };
}

/** So many days ago, at a time of that day (UTC). */
export function daysAgo(days: number, time = '10:00'): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const midnight = Math.floor(NOW / 86_400_000) * 86_400_000;
  return midnight - days * 86_400_000 + (hours * 60 + minutes) * 60_000;
}
