// Alerts by what the store can tell of them without opening a sealed column.
import type { AlertSearch } from '../ports/alert-log';
import type { Reader } from './database';
import { knownAlerts } from './digest-statements';
import type { AlertsTable } from './tables';

/** Newest first. */
export function searchAlerts(
  reader: Reader,
  tenantId: string,
  { status, severity, window }: AlertSearch,
  limit: number,
): Promise<AlertsTable[]> {
  let query = knownAlerts(reader, tenantId, limit);
  if (status.length > 0) query = query.where('status', 'in', status);
  if (severity.length > 0) query = query.where('severity', 'in', severity);
  if (window !== null) query = query.where('created_at', '>=', window.from).where('created_at', '<', window.to);
  return query.execute();
}
