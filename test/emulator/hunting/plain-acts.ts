// Rows of either hunting table as plain acts, read cell by cell from the tables' documentation and without any KQL.
import type { Row } from './hunting-under-test';

export interface Act {
  /** Milliseconds since the epoch. */
  at: number;
  /** Empty: the row names no file, no person, no department and so on. */
  file: string;
  upn: string;
  objectId: string;
  department: string;
  application: string;
  action: string;
  destination: number | null;
  dlpMode: number | null;
  devices: string[];
  hosts: string[];
  labels: string[];
  infoTypes: string[];
  policies: string[];
  /** Columns that only one kind of act fills. */
  printed: boolean;
  onStick: boolean;
  relabelled: boolean;
  byAssistant: boolean;
}

const text = (row: Row, column: string): string => {
  const cell = row[column];
  return typeof cell === 'string' ? cell : '';
};
const number = (row: Row, column: string): number | null => {
  const cell = row[column];
  return typeof cell === 'number' ? cell : null;
};
const elements = (row: Row, column: string): readonly unknown[] => {
  const cell = row[column];
  return Array.isArray(cell) ? cell : [];
};
/** Elements of a list written with marks between them; empty ones are none. */
export const parts = (joined: string, mark: string) =>
  joined
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Elements are objects or JSON texts of such. */
const asObject = (element: unknown) =>
  (typeof element === 'string' ? JSON.parse(element) : element) as Record<string, unknown>;

/** One named member of each object of an array. */
function members(elements: readonly unknown[], name: string): string[] {
  return elements.map((element) => String(asObject(element)[name] ?? ''));
}

/** By either of the names that the field has seen. */
const policyNames = (elements: readonly unknown[]) =>
  elements.map(asObject).map((policy) => String(policy['PolicyName'] ?? policy['Name'] ?? ''));

/** Some columns spell nothing in other ways than with nothing. */
const isFilled = (text: string) => !['', '[]', '[null]'].includes(text);

const parsed = (json: string): unknown[] => (json === '' ? [] : (JSON.parse(json) as unknown[]));

/** The one domain of a row, or the list of those that administrators classed where the schema has no other. */
function hostsOf(row: Row): string[] {
  if ('TargetUrlDomain' in row) return [text(row, 'TargetUrlDomain').toLowerCase()].filter((host) => host !== '');
  return parts(
    text(row, 'ExternalUrlDomains')
      .toLowerCase()
      .replace(/[[\]"]/g, ''),
    ',',
  );
}

export function actOfEvent(row: Row): Act {
  return {
    at: number(row, 'Timestamp') ?? NaN,
    file: text(row, 'ObjectId'),
    upn: text(row, 'AccountUpn').toLowerCase(),
    objectId: text(row, 'AccountObjectId').toLowerCase(),
    department: text(row, 'Department'),
    application: text(row, 'ApplicationNames'),
    action: text(row, 'ActionType'),
    destination: number(row, 'DeviceDestinationLocationType'),
    dlpMode: number(row, 'DlpPolicyEnforcementMode'),
    devices: [text(row, 'DeviceName').toLowerCase()].filter((name) => name !== ''),
    hosts: hostsOf(row),
    labels: parts(text(row, 'SensitivityLabelId').toLowerCase(), ','),
    infoTypes: members(elements(row, 'SensitiveInfoTypeInfo'), 'SensitiveInfoTypeId'),
    policies: policyNames([...parsed(text(row, 'DlpPolicyMatchInfo')), ...elements(row, 'IrmPolicyMatchInfo')]),
    printed: isFilled(text(row, 'PrinterName')),
    onStick: isFilled(text(row, 'RemovableMediaSerialNumber')),
    relabelled: text(row, 'PreviousSensitivityLabelId') !== '',
    byAssistant: text(row, 'RiskyAIUsageAppCategory') !== '',
  };
}

function actOfBehaviour(row: Row): Act {
  return {
    at: number(row, 'StartTime') ?? NaN,
    file: '',
    upn: text(row, 'AccountUpn').toLowerCase(),
    objectId: '',
    department: '',
    application: text(row, 'Application'),
    action: text(row, 'ActionType'),
    destination: null,
    dlpMode: null,
    devices: members(elements(row, 'DeviceInfo'), 'DeviceName').map((name) => name.toLowerCase()),
    hosts: members(elements(row, 'UrlDomainInfo'), 'UrlDomain').map((host) => host.toLowerCase()),
    labels: members(elements(row, 'SensitivityLabelInfo'), 'SensitivityLabelId'),
    infoTypes: members(elements(row, 'SensitiveInfoTypesInfo'), 'SensitiveInfoTypeId'),
    policies: policyNames(elements(row, 'PolicyInfo')),
    printed: elements(row, 'PrinterName').length > 0,
    onStick: false,
    relabelled: false,
    byAssistant: false,
  };
}

/** What is unusual in the latest version of each behaviour. `rows` ordered by the time of writing. */
export function actsOfBehaviours(rows: readonly Row[]): Act[] {
  const latest = new Map(rows.map((row) => [row['BehaviorId'], row]));
  return [...latest.values()].filter((row) => row['IsAnomalous'] === true).map(actOfBehaviour);
}
