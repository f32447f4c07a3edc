// `open incidents`: those of insider risk alone. Graph lists every product's and has no filter for one, so that incidents
// beyond the pages that are read are looked up by the ids that alerts name.
import type { IncidentSlots } from '../domain/command';
import { incidentListView, incidentView, type IncidentListView } from '../domain/disclose-incident';
import type { HuntRefusal } from '../domain/hunting-failure';
import { incidentFacts, newestIncidentFirst } from '../domain/incident-list';
import { placeWithin, rowsFrom } from '../domain/list-page';
import type { Saying } from '../domain/saying';
import { shownByIncident, type IncidentDeps } from './incident-alerts';
import { orSaying, type Listening } from './list-ask';
import type { ListFacts } from './list-facts';
import { readIncidents, type IncidentsRead } from './read-incidents';

/** Graph's answers to one question about incidents; what has not come by then is left out and said, or was refused. */
export const INCIDENTS_WITHIN_MS = 25_000;
/** Nothing of a list's alerts is counted in Graph: asking for them fails on large tenants. */
const NONE_COUNTED = 0;

export type IncidentListAsk = ListFacts<IncidentSlots> & Listening;

export type IncidentListOutcome = { view: IncidentListView } | { refusal: HuntRefusal } | { saying: Saying };

async function find(deps: IncidentDeps, known: ReadonlySet<string>, slots: IncidentSlots): Promise<IncidentsRead> {
  if (known.size === 0) return { incidents: [], notRead: 0 };
  const deadline = deps.clock.now() + INCIDENTS_WITHIN_MS;
  const { status = [], severity = [], window = null } = slots;
  const listed = await deps.incidentSource.list({ status, severity, window }, INCIDENTS_WITHIN_MS);
  const own = listed.incidents.filter(({ id, redirectIncidentId }) => known.has(id) && redirectIncidentId === null);
  if (listed.complete) return { incidents: own, notRead: 0 };
  const seen = new Set(listed.incidents.map(({ id }) => id));
  const unseen = [...known].filter((id) => !seen.has(id));
  const { incidents, notRead } = await readIncidents(deps, unseen, slots, deadline);
  return { incidents: [...own, ...incidents], notRead };
}

async function list(deps: IncidentDeps, ask: IncidentListAsk): Promise<IncidentListOutcome> {
  const alerts = await shownByIncident(deps, ask);
  if ('refusal' in alerts) return alerts;
  const { shown } = alerts;
  const { slots, timeZone } = ask;
  const { incidents, notRead } = await find(deps, new Set(shown.keys()), slots);
  const listed = incidents.sort(newestIncidentFirst).slice(0, slots.top ?? incidents.length);
  const from = placeWithin(listed.length, ask.from);
  const views = rowsFrom(listed, from).map((incident) =>
    incidentView(incidentFacts(incident), shown.get(incident.id) ?? [], NONE_COUNTED),
  );
  const { status = [], severity = [], window = null } = slots;
  const asked = { status, severity, window, ...(notRead > 0 && { notRead }) };
  return { view: incidentListView(views, { total: listed.length, from, asked, timeZone }) };
}

/** Rejects only for a store that fails (BotError). */
export function listIncidents(deps: IncidentDeps, ask: IncidentListAsk): Promise<IncidentListOutcome> {
  return orSaying(() => list(deps, ask));
}
