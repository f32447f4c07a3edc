// The alerts a digest tells of: what is open, and what was resolved before anybody could be told.
import type { Reader } from './database';
import type { AlertsTable } from './tables';

/** What Graph still knows, newest first. */
export function knownAlerts(connection: Reader, tenantId: string, limit: number) {
  return connection
    .selectFrom('alerts')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('gone', '=', 0)
    .orderBy((of) => of.fn.coalesce('created_at', of.val('')), 'desc')
    .orderBy('number', 'desc')
    .limit(limit);
}

export function openAlerts(connection: Reader, tenantId: string, limit: number): Promise<AlertsTable[]> {
  return knownAlerts(connection, tenantId, limit)
    .where((of) => of.or([of('status', 'is', null), of('status', '<>', 'resolved')]))
    .execute();
}

/** Resolved since the first look: their status never changed, and no channel ever had a card of them. */
export function firstSeenResolved(connection: Reader, tenantId: string, limit: number): Promise<AlertsTable[]> {
  return knownAlerts(connection, tenantId, limit)
    .where('status', '=', 'resolved')
    .where('backlog', '=', 0)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('alert_history')
            .select('id')
            .whereRef('alert_history.tenant_id', '=', 'alerts.tenant_id')
            .whereRef('alert_history.alert_number', '=', 'alerts.number')
            .where('field', '=', 'status'),
        ),
      ),
    )
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('cards')
            .select('id')
            .whereRef('cards.tenant_id', '=', 'alerts.tenant_id')
            .whereRef('cards.alert_number', '=', 'alerts.number'),
        ),
      ),
    )
    .execute();
}
