// Which incidents are insider risk's: those that an alert names which may be shown. Graph lists every product's.
import type { IncidentSlots } from './command';
import type { IncidentFacts } from './disclose-incident';
import type { Incident } from './incident';
import { instantWindow, isWithin } from './instant-window';
import type { StoredAlert } from './stored-alert';

/** By incident id, in the order of the alerts. Alerts of no incident are left out. */
export function alertsByIncident(alerts: readonly StoredAlert[]): Map<string, StoredAlert[]> {
  const byIncident = new Map<string, StoredAlert[]>();
  for (const alert of alerts) {
    if (alert.incidentId === null) continue;
    const others = byIncident.get(alert.incidentId);
    if (others === undefined) byIncident.set(alert.incidentId, [alert]);
    else others.push(alert);
  }
  return byIncident;
}

/** What Graph's filter does, for incidents that were read one by one. */
export function passesSlots(incident: Incident, { status = [], severity = [], window }: IncidentSlots): boolean {
  const within = instantWindow(window);
  return (
    (status.length === 0 || (incident.status !== null && status.includes(incident.status))) &&
    (severity.length === 0 || (incident.severity !== null && severity.includes(incident.severity))) &&
    (within === null || isWithin(incident.createdDateTime, within))
  );
}

/** Newest first; an incident without a date stands last. Ids that are numbers grow with time, and decide between equals. */
export function newestIncidentFirst(a: Incident, b: Incident): number {
  const [left, right] = [a.createdDateTime ?? '', b.createdDateTime ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return b.id.localeCompare(a.id, 'en', { numeric: true });
}

export function incidentFacts(incident: Incident): IncidentFacts {
  const { id, status, severity, createdDateTime, lastUpdateDateTime } = incident;
  return { id, status, severity, created: createdDateTime, lastUpdate: lastUpdateDateTime };
}
