// The columns of DataSecurityBehaviors; two of them are not on the older page.
import type { KqlColumn } from '../kql/kql-table';
import type { SchemaVariant } from './event-columns';
import { columnsOf } from './table-rows';

const NEWER = ['PolicyInfo', 'Policies'];

const COLUMNS = columnsOf([
  ['Timestamp', 'datetime'],
  ['BehaviorId', 'string'],
  ['ActionType', 'string'],
  ['ActionCategory', 'string'],
  ['Categories', 'string'],
  ['AttackTechniques', 'string'],
  ['Description', 'string'],
  ['ServiceSource', 'string'],
  ['DetectionSource', 'string'],
  ['StartTime', 'datetime'],
  ['EndTime', 'datetime'],
  ['ActivityCount', 'int'],
  ['IsAnomalous', 'bool'],
  ['IsContentHidden', 'bool'],
  ['AccountUpn', 'string'],
  ['AccountEmail', 'string'],
  ['Application', 'string'],
  ['PolicyInfo', 'dynamic'],
  ['Policies', 'string'],
  ['DeviceInfo', 'dynamic'],
  ['SensitivityLabelInfo', 'dynamic'],
  ['SensitiveInfoTypesInfo', 'dynamic'],
  ['UrlDomainInfo', 'dynamic'],
  ['SharepointSiteInfo', 'dynamic'],
  ['RecipientEmailInfo', 'dynamic'],
  ['RemovableMediaInfo', 'dynamic'],
  ['PrinterName', 'dynamic'],
  ['PriorityContentMatchInfo', 'dynamic'],
]);

export function behaviourColumns(variant: SchemaVariant): KqlColumn[] {
  return COLUMNS.filter(({ name }) => variant !== 'p25' || !NEWER.includes(name));
}
