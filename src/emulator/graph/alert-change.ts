// Which changes to an alert Graph takes: four properties, members of their enumerations, nothing else.
import type { Alert } from '../alert';
import {
  alertClassification,
  alertDetermination,
  alertStatus,
  legalDeterminations,
  UNKNOWN_MEMBER,
} from './enumerations';
import { invalidBody } from './graph-error';

const writable = (members: string[]) => members.filter((member) => member !== UNKNOWN_MEMBER);

const isMember = (members: string[]) => (value: unknown) => typeof value === 'string' && members.includes(value);
const isMemberOrNull = (members: string[]) => (value: unknown) => value === null || isMember(members)(value);

const accepted: Record<string, (value: unknown) => boolean> = {
  status: isMember(writable(alertStatus)),
  classification: isMemberOrNull(writable(alertClassification)),
  determination: isMemberOrNull(writable(alertDetermination)),
  assignedTo: (value) => value === null || typeof value === 'string',
  '@odata.type': (value) => typeof value === 'string',
};

/** The change that a PATCH body asks for. Throws GraphError 400 `InvalidRequestBody` for anything else. */
export function alertChange(body: unknown, before: Alert, enforceLegalPairs: boolean): Partial<Alert> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalidBody();
  const entries = Object.entries(body);
  const legal = entries.every(([name, value]) => Object.hasOwn(accepted, name) && accepted[name]?.(value));
  const wanted = Object.fromEntries(entries.filter(([name]) => name !== '@odata.type')) as Partial<Alert>;
  if (!legal || Object.keys(wanted).length === 0) throw invalidBody();
  if (enforceLegalPairs && !isLegalPair({ ...before, ...wanted })) throw invalidBody();
  return wanted;
}

function isLegalPair({ classification, determination }: Alert): boolean {
  if (determination === null || determination === 'unknown') return true;
  return legalDeterminations[classification ?? '']?.includes(determination) ?? false;
}
