// `open incidents`: those of insider risk alone. Graph lists every product's and has no filter for one, so that incidents
// beyond its first page are looked up by the ids that alerts name.
import type { IncidentSlots } from '../domain/command';
import { incidentListView, incidentView, type IncidentListView } from '../domain/disclose-incident';
import type { HuntRefusal } from '../domain/hunting-failure';
import type { Incident } from '../domain/incident';
import { incidentFacts, newestIncidentFirst, passesSlots } from '../domain/incident-list';
import { placeWithin, rowsFrom } from '../domain/list-page';
import type { Saying } from '../domain/saying';
import { shownByIncident, type IncidentDeps } from './incident-alerts';
import { orSaying, type Listening } from './list-ask';
import type { ListFacts } from './list-facts';

/** As many as Graph gives in one page; an answer this long may have left some out. */
export const INCIDENTS_LISTED_MAX = 50;
/** Looked up one by one, those of the newest alerts first; the answer says how many were not. */
export const INCIDENTS_READ_MAX = 20;
/** Insider risk incidents come without their other products' alerts, and asking for them fails on large tenants. */
export const NONE_COUNTED = 0;

export type IncidentListAsk = ListFacts<IncidentSlots> & Listening;

export type IncidentListOutcome = { view: IncidentListView } | { refusal: HuntRefusal } | { saying: Saying };

interface Found {
  incidents: Incident[];
  notRead: number;
}

async function readOneByOne(deps: IncidentDeps, ids: readonly string[], slots: IncidentSlots): Promise<Incident[]> {
  const found: Incident[] = [];
  for (const id of ids) {
    const incident = await deps.incidentSource.read(id);
    // Merged into another, it is no longer an incident of its own, and its alerts come to name the other.
    if (incident !== null && incident.id === id && passesSlots(incident, slots)) found.push(incident);
  }
  return found;
}

async function find(deps: IncidentDeps, known: ReadonlySet<string>, slots: IncidentSlots): Promise<Found> {
  if (known.size === 0) return { incidents: [], notRead: 0 };
  const { status = [], severity = [], window = null } = slots;
  const listed = await deps.incidentSource.list({ status, severity, window, top: INCIDENTS_LISTED_MAX });
  const incidents = listed.filter(({ id, redirectIncidentId }) => known.has(id) && redirectIncidentId === null);
  if (listed.length < INCIDENTS_LISTED_MAX) return { incidents, notRead: 0 };
  const seen = new Set(listed.map(({ id }) => id));
  const unseen = [...known].filter((id) => !seen.has(id));
  const read = await readOneByOne(deps, unseen.slice(0, INCIDENTS_READ_MAX), slots);
  return { incidents: [...incidents, ...read], notRead: Math.max(0, unseen.length - INCIDENTS_READ_MAX) };
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
