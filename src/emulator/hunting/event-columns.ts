// The columns of DataSecurityEvents, and which of them a tenant has: the page of March 2025, that of September 2026 and
// what was seen in the field differ.
import type { KqlColumn, KqlType } from '../kql/kql-table';

export const SCHEMA_VARIANTS = ['p25', 'p26', 'observed'] as const;
export type SchemaVariant = (typeof SCHEMA_VARIANTS)[number];

/** Where a column stands. */
const PLACES = {
  every: ['p25', 'p26', 'observed'],
  older: ['p25', 'observed'],
  newer: ['p26', 'observed'],
  published: ['p25', 'p26'],
  field: ['observed'],
} satisfies Record<string, readonly SchemaVariant[]>;

type Place = keyof typeof PLACES;
type Entry = readonly [name: string, type: KqlType, place: Place];

/** 61 columns of p25, 57 of p26; `observed` lacks two names and spells a third otherwise. */
export const EVENT_COLUMNS = [
  ['Timestamp', 'datetime', 'every'],
  ['ActivityId', 'guid', 'every'],
  ['ActionType', 'string', 'every'],
  ['IrmActionCategory', 'string', 'every'],
  ['Operation', 'string', 'every'],
  ['Workload', 'string', 'older'],
  ['ApplicationNames', 'string', 'every'],
  ['AccountUpn', 'string', 'every'],
  ['AccountObjectId', 'string', 'every'],
  ['UserAlternateEmails', 'string', 'every'],
  ['Department', 'string', 'every'],
  ['IPAddress', 'string', 'every'],
  ['DeviceId', 'string', 'every'],
  ['DeviceName', 'string', 'every'],
  ['AadDeviceId', 'guid', 'every'],
  ['IsManagedDevice', 'bool', 'every'],
  ['DeviceSourceLocationType', 'int', 'every'],
  ['DeviceDestinationLocationType', 'int', 'every'],
  ['ObjectId', 'string', 'every'],
  ['ObjectName', 'string', 'published'],
  ['ObjectType', 'string', 'published'],
  ['ObjectSize', 'int', 'every'],
  ['IsHidden', 'bool', 'every'],
  ['FileRenameInfo', 'string', 'every'],
  ['SiteUrl', 'string', 'every'],
  ['SourceRelativeUrl', 'string', 'every'],
  ['TargetFilePath', 'string', 'older'],
  ['SourceUrlDomain', 'string', 'older'],
  ['TargetUrlDomain', 'string', 'older'],
  ['UrlDomainInfo', 'string', 'older'],
  ['UnallowedUrlDomains', 'string', 'older'],
  ['ExternalUrlDomains', 'string', 'every'],
  ['SensitivityLabelId', 'string', 'every'],
  ['PreviousSensitivityLabelId', 'string', 'every'],
  ['SharepointSiteSensitivityLabelIds', 'string', 'published'],
  ['SharepointSiteSensitivityLabelId', 'string', 'field'],
  ['SensitiveInfoTypeInfo', 'dynamic', 'every'],
  ['DlpPolicyMatchInfo', 'string', 'every'],
  ['DlpPolicyRuleMatchInfo', 'dynamic', 'every'],
  ['DlpPolicyEnforcementMode', 'int', 'every'],
  ['IrmPolicyMatchInfo', 'dynamic', 'every'],
  ['CcPolicyMatchInfo', 'dynamic', 'every'],
  ['EmailSubject', 'string', 'every'],
  ['EmailAttachmentCount', 'int', 'older'],
  ['EmailAttachmentInfo', 'dynamic', 'older'],
  ['InternetMessageId', 'string', 'every'],
  ['NetworkMessageId', 'guid', 'every'],
  ['RecipientEmailAddress', 'string', 'every'],
  ['TeamsTeamName', 'string', 'every'],
  ['TeamsChannelName', 'string', 'every'],
  ['TeamsChannelType', 'string', 'every'],
  ['PrinterName', 'string', 'every'],
  ['RemovableMediaManufacturer', 'string', 'every'],
  ['RemovableMediaModel', 'string', 'every'],
  ['RemovableMediaSerialNumber', 'string', 'every'],
  ['RemovableMediaInfo', 'dynamic', 'newer'],
  ['PhysicalAccessPointId', 'string', 'every'],
  ['PhysicalAccessPointName', 'string', 'every'],
  ['PhysicalAccessStatus', 'string', 'every'],
  ['PhysicalAssetTag', 'string', 'every'],
  ['PhysicalAccessPointInfo', 'dynamic', 'newer'],
  ['SourceCodeInfo', 'string', 'every'],
  ['SequenceCorrelationId', 'string', 'every'],
  ['CloudAppAlertId', 'string', 'older'],
  ['RiskyAIUsageAccessedResourceInfo', 'dynamic', 'newer'],
  ['RiskyAIUsageAppCategory', 'string', 'newer'],
  ['RiskyAIUsageSensitivityLabelsInfo', 'dynamic', 'newer'],
] as const satisfies readonly Entry[];

export type EventColumn = (typeof EVENT_COLUMNS)[number][0];

export function eventColumns(variant: SchemaVariant): (KqlColumn & { name: EventColumn })[] {
  const has = (place: Place) => (PLACES[place] as readonly SchemaVariant[]).includes(variant);
  return EVENT_COLUMNS.filter(([, , place]) => has(place)).map(([name, type]) => ({ name, type }));
}
