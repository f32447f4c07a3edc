// `show incident 77`: one incident with its insider risk alerts. One that holds none which may be shown is unknown, and
// Graph is not asked for it.
import { incidentView, type IncidentView } from '../domain/disclose-incident';
import type { HuntRefusal } from '../domain/hunting-failure';
import { incidentFacts } from '../domain/incident-list';
import type { Saying } from '../domain/saying';
import { shownByIncident, type IncidentDeps } from './incident-alerts';
import { orSaying, type Listening } from './list-ask';
import { INCIDENTS_WITHIN_MS } from './list-incidents';

export type IncidentOutcome = { view: IncidentView } | { refusal: HuntRefusal } | { saying: Saying };

/** `incident` is Graph's id: what `this` means is known before. */
export type IncidentAsk = { incident: string } & Listening;

const UNKNOWN: IncidentOutcome = { refusal: { code: 'incidentUnknown' } };

async function show(deps: IncidentDeps, ask: IncidentAsk): Promise<IncidentOutcome> {
  const id = ask.incident.trim();
  const alerts = await shownByIncident(deps, ask);
  if ('refusal' in alerts) return alerts;
  const own = alerts.shown.get(id);
  if (own === undefined) return UNKNOWN;
  const incident = await deps.incidentSource.read(id, { withinMs: INCIDENTS_WITHIN_MS, countAlerts: true });
  if (incident === null) return UNKNOWN;
  // Alerts of an incident that was merged name either of the two for a while.
  const merged = incident.id === id ? [] : (alerts.shown.get(incident.id) ?? []);
  // A count that tells of more than the alerts shown would be one about somebody who reads here.
  const isWhole = !alerts.withheld.has(id) && !alerts.withheld.has(incident.id);
  const elsewhere = isWhole ? (incident.alertsElsewhere ?? 0) : 0;
  return { view: incidentView(incidentFacts(incident), [...own, ...merged], elsewhere) };
}

/** Rejects only for a store that fails (BotError). */
export function showIncident(deps: IncidentDeps, ask: IncidentAsk): Promise<IncidentOutcome> {
  return orSaying(() => show(deps, ask));
}
