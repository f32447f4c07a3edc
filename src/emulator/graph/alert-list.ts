// `GET /security/alerts_v2`: filter, order, page. Newest first by creation unless `$orderby` is given and honoured.
import type { Alert } from '../alert';
import { parseInstant } from '../instants';
import type { EmulatorRequest } from '../room';
import type { World } from '../world';
import { alertClassification, alertDetermination, alertSeverity, alertStatus, serviceSource } from './enumerations';
import { gatedFor } from './gated-members';
import { badRequest } from './graph-error';
import type { FilterSchema } from './odata/filter-predicate';
import { pageOf } from './odata/paging';
import { checkOptions, filtered, selected } from './odata/query-options';

/** Alerts on a page when `$top` is not given; the service's own figure is not published. */
export const DEFAULT_TOP = 100;
export const MOST_TOP = 1_000;
export const MOST_SKIP = 500;

const OPTIONS = ['$filter', '$top', '$skip', '$count', '$orderby', '$select', '$skiptoken'];

/** The eight properties that the documentation names as filterable. */
export const alertFilter: FilterSchema = {
  typeName: 'microsoft.graph.security.alert',
  functions: false,
  properties: {
    assignedTo: { type: 'string' },
    classification: { type: 'enum', members: alertClassification },
    determination: { type: 'enum', members: alertDetermination },
    createdDateTime: { type: 'instant' },
    lastUpdateDateTime: { type: 'instant' },
    severity: { type: 'enum', members: alertSeverity },
    serviceSource: { type: 'enum', members: serviceSource },
    status: { type: 'enum', members: alertStatus },
  },
};

export function listAlerts(world: World, request: EmulatorRequest) {
  checkOptions(request, OPTIONS);
  const order = orderOf(request, world.switches.honourOrderBy);
  const rows = filtered(request, world.alerts.all(), alertFilter).sort(order);
  const page = pageOf(request, rows, 'security/alerts_v2', {
    defaultTop: DEFAULT_TOP,
    mostTop: MOST_TOP,
    mostSkip: world.switches.refuseDeepSkip ? MOST_SKIP : null,
  });
  return { ...page, value: page.value.map((alert) => selected(request, gatedFor(request, alert))) };
}

type Order = (left: Alert, right: Alert) => number;
type DateProperty = 'createdDateTime' | 'lastUpdateDateTime';

const newestFirst: Order = (left, right) => byInstant('createdDateTime', left, right) * -1;

function orderOf(request: EmulatorRequest, honoured: boolean): Order {
  const text = request.query.get('$orderby');
  if (text === null) return newestFirst;
  if (!honoured) throw badRequest("The query option '$orderby' is not supported here.");
  const match = /^(createdDateTime|lastUpdateDateTime)(?:\s+(asc|desc))?$/.exec(text.trim());
  if (!match) throw badRequest(`Cannot order by '${text}'.`);
  const sign = match[2] === 'desc' ? -1 : 1;
  return (left, right) => sign * byInstant(match[1] as DateProperty, left, right);
}

function byInstant(property: DateProperty, left: Alert, right: Alert): number {
  const difference = (parseInstant(left[property] ?? '') ?? 0n) - (parseInstant(right[property] ?? '') ?? 0n);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
