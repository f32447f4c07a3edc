// `GET /security/incidents` and one of them: filter, page, `$expand=alerts`. Newest first.
import type { Alert } from '../alert';
import type { IncidentOfAlerts } from '../incident';
import { incidentsOf } from '../incidents';
import type { EmulatorRequest, Route } from '../room';
import type { World } from '../world';
import { alertClassification, alertDetermination, alertSeverity, incidentStatus } from './enumerations';
import { gatedFor } from './gated-members';
import { badRequest, GraphError } from './graph-error';
import { graphRoute, serviceRoot } from './graph-route';
import type { FilterSchema } from './odata/filter-predicate';
import { pageOf } from './odata/paging';
import { checkOptions, filtered } from './odata/query-options';

/** Larger pages are refused: two connectors stay at this figure, no page gives one. */
export const MOST_INCIDENTS = 50;

const COLLECTION = '/security/incidents';

/** The seven documented filter properties; there is none for the product. */
export const incidentFilter: FilterSchema = {
  typeName: 'microsoft.graph.security.incident',
  functions: false,
  properties: {
    assignedTo: { type: 'string' },
    classification: { type: 'enum', members: alertClassification },
    createdDateTime: { type: 'instant' },
    determination: { type: 'enum', members: alertDetermination },
    lastUpdateDateTime: { type: 'instant' },
    severity: { type: 'enum', members: alertSeverity },
    status: { type: 'enum', members: incidentStatus },
  },
};

export function incidentRoutes(world: World): Route[] {
  return [
    graphRoute('GET', COLLECTION, (request) => listIncidents(world, request)),
    graphRoute('GET', `${COLLECTION}/:id`, (request) => oneIncident(world, request)),
  ];
}

function allIncidents({ tenant, alerts, incidentRows: rows, startedAt, switches }: World): IncidentOfAlerts[] {
  const found = incidentsOf({ tenant, alerts: alerts.all(), rows, startedAt });
  if (!switches.unknownForNull) return found;
  return found.map(({ incident, alertIds }) => ({
    incident: {
      ...incident,
      classification: incident.classification ?? 'unknown',
      determination: incident.determination ?? 'unknown',
    },
    alertIds,
  }));
}

function listIncidents(world: World, request: EmulatorRequest) {
  checkOptions(request, ['$filter', '$top', '$skip', '$count', '$expand', '$skiptoken']);
  const expand = expandsAlerts(world, request);
  if (Number(request.query.get('$top')) > MOST_INCIDENTS) {
    throw badRequest(`The value of $top is over the limit of ${MOST_INCIDENTS}.`);
  }
  const all = allIncidents(world);
  const alertIds = new Map(all.map(({ incident, alertIds: ids }) => [incident.id, ids]));
  const rows = filtered(
    request,
    all.map(({ incident }) => incident),
    incidentFilter,
  ).sort((left, right) => (left.createdDateTime < right.createdDateTime ? 1 : -1));
  const page = pageOf(request, rows, 'security/incidents', {
    defaultTop: MOST_INCIDENTS,
    mostTop: MOST_INCIDENTS,
    mostSkip: null,
  });
  if (!expand) return page;
  const withAlerts = page.value.map((incident) => ({
    ...incident,
    alerts: alertsOf(world, request, alertIds.get(incident.id) ?? []),
  }));
  return { ...page, value: withAlerts };
}

function oneIncident(world: World, request: EmulatorRequest) {
  checkOptions(request, ['$expand']);
  const expand = expandsAlerts(world, request);
  const found = allIncidents(world).find(({ incident }) => incident.id === request.params['id']);
  if (!found) throw new GraphError(404, 'NotFound', 'The incident was not found.');
  const entity = expand ? 'incidents(alerts())' : 'incidents';
  return {
    '@odata.context': `${serviceRoot(request)}/$metadata#security/${entity}/$entity`,
    ...found.incident,
    ...(expand && { alerts: alertsOf(world, request, found.alertIds) }),
  };
}

/** Throws GraphError for anything else to expand, and for everything where the tenant is said to be too large. */
function expandsAlerts(world: World, request: EmulatorRequest): boolean {
  const expand = request.query.get('$expand');
  if (expand === null) return false;
  if (expand !== 'alerts') throw badRequest(`Cannot expand '${expand}'.`);
  if (world.switches.incidentExpandFails) throw new GraphError(500, 'UnknownError', '');
  return true;
}

function alertsOf(world: World, request: EmulatorRequest, ids: readonly string[]): Alert[] {
  return ids.flatMap((id) => world.alerts.get(id) ?? []).map((alert) => gatedFor(request, alert));
}
