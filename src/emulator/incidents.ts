// The tenant's incidents as its alerts are now: alerts with one `incidentId` form one, and the seed tells of some that
// hold no alerts at all.
import type { Alert, AlertComment } from './alert';
import type { Person, Tenant } from './entities';
import type { Incident, IncidentOfAlerts } from './incident';
import { formatInstant, parseDuration, parseInstant, TICKS_PER_MS } from './instants';
import type { IncidentRow, OwnIncidentRow, PersonIncidentRow } from './seed/incident-schema';
import { incidentIdOf } from './seed/new-alert';

export interface IncidentSources {
  tenant: Tenant;
  alerts: readonly Alert[];
  rows: readonly IncidentRow[];
  startedAt: Date;
}

const SEVERITIES = ['informational', 'low', 'medium', 'high'];
const CREATOR = 'Microsoft 365 Defender-IncidentCreation';

/** In no order. Throws an error when a row of the seed names somebody unknown. */
export function incidentsOf(sources: IncidentSources): IncidentOfAlerts[] {
  const groups = new Map<string, Alert[]>();
  for (const alert of sources.alerts) {
    if (!alert.incidentId) continue;
    groups.set(alert.incidentId, [...(groups.get(alert.incidentId) ?? []), alert]);
  }
  const own = sources.rows.filter((row): row is OwnIncidentRow => 'id' in row);
  return [
    ...[...groups].map(([id, alerts]) => fromAlerts(id, alerts, sources)),
    ...own.filter(({ id }) => !groups.has(id)).map((row) => ({ incident: fromRow(row, sources), alertIds: [] })),
  ];
}

function fromAlerts(id: string, alerts: readonly Alert[], sources: IncidentSources): IncidentOfAlerts {
  const { tenant, rows } = sources;
  const person = tenant.people.find((one) => incidentIdOf(tenant, one) === id);
  const row = rows.find((one): one is PersonIncidentRow => 'subject' in one && one.subject === person?.accountName);
  const incident: Incident = {
    ...blank(id, tenant, row?.name ?? usualName(person)),
    ...(row && toldBy(row, sources)),
    status: statusOf(alerts),
    severity: highest(alerts),
    createdDateTime: bounds(alerts.map((alert) => alert.createdDateTime)).first,
    lastUpdateDateTime: bounds(alerts.map((alert) => alert.lastUpdateDateTime)).last,
  };
  return { incident, alertIds: row?.withoutAlerts ? [] : alerts.map((alert) => alert.id) };
}

function fromRow(row: OwnIncidentRow, sources: IncidentSources): Incident {
  return {
    ...blank(row.id, sources.tenant, row.name),
    ...toldBy(row, sources),
    status: row.status,
    severity: row.severity,
    classification: row.classification ?? null,
    determination: row.determination ?? null,
    redirectIncidentId: row.redirectTo ?? null,
    createdDateTime: instantBefore(sources.startedAt, row.raised),
    lastUpdateDateTime: instantBefore(sources.startedAt, row.updated ?? row.raised),
  };
}

function blank(id: string, { tenantId }: Tenant, displayName: string): Incident {
  return {
    '@odata.type': '#microsoft.graph.security.incident',
    id,
    tenantId,
    status: 'active',
    incidentWebUrl: `https://security.microsoft.com/incidents/${id}?tid=${tenantId}`,
    redirectIncidentId: null,
    displayName,
    createdDateTime: '',
    lastUpdateDateTime: '',
    assignedTo: null,
    classification: null,
    determination: null,
    severity: 'unknown',
    customTags: [],
    systemTags: [],
    description: null,
    summary: null,
    resolvingComment: null,
    priorityScore: null,
    lastModifiedBy: CREATOR,
    comments: [],
  };
}

function toldBy(row: IncidentRow, { tenant, startedAt }: IncidentSources): Partial<Incident> {
  const byAccount = (account: string) => {
    const found = tenant.people.find((person) => person.accountName === account);
    if (!found) throw new Error(`seed: an incident names "${account}", who is nobody`);
    return found;
  };
  return {
    description: row.description,
    assignedTo: row.assignedTo === undefined ? null : byAccount(row.assignedTo).userPrincipalName,
    customTags: row.tags,
    comments: row.comments.map(({ ago, by, text }): AlertComment => ({
      comment: text,
      createdByDisplayName: byAccount(by).displayName,
      createdDateTime: instantBefore(startedAt, ago),
    })),
  };
}

/** Defender names the person, which is why an incident's name must never be shown in a channel. */
function usualName(person: Person | undefined): string {
  return person ? `Exfiltration incident involving ${person.displayName}` : 'Multi-product incident on one endpoint';
}

function statusOf(alerts: readonly Alert[]): string {
  if (alerts.every(({ status }) => status === 'resolved')) return 'resolved';
  return alerts.some(({ status }) => status === 'inProgress') ? 'inProgress' : 'active';
}

function highest(alerts: readonly Alert[]): string {
  const places = alerts.map(({ severity }) => SEVERITIES.indexOf((severity ?? '').toLowerCase()));
  return SEVERITIES[Math.max(...places)] ?? 'unknown';
}

function bounds(instants: readonly string[]): { first: string; last: string } {
  const ticks = instants.map((instant) => parseInstant(instant) ?? 0n).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { first: formatInstant(ticks[0] ?? 0n), last: formatInstant(ticks.at(-1) ?? 0n) };
}

function instantBefore(startedAt: Date, ago: string): string {
  return formatInstant(BigInt(startedAt.getTime() - (parseDuration(ago) ?? 0)) * TICKS_PER_MS);
}
