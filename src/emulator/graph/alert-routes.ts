// Alerts as Graph serves them: list, read, change, comment.
import type { Alert } from '../alert';
import type { EmulatorRequest, Route } from '../room';
import type { World } from '../world';
import { alertChange } from './alert-change';
import { listAlerts } from './alert-list';
import { gatedFor } from './gated-members';
import { GraphError, invalidBody } from './graph-error';
import { graphRoute, serviceRoot } from './graph-route';
import { checkOptions } from './odata/query-options';
import { createThrottle } from './throttle';

/** Longer comments are refused; the service's own limit is not published. */
export const COMMENT_CHARACTERS = 10_000;

const COLLECTION = '/security/alerts_v2';
const COMMENT_TYPES = [undefined, 'microsoft.graph.security.alertComment', '#microsoft.graph.security.alertComment'];

export function alertRoutes(world: World): Route[] {
  const throttle = createThrottle(world.clock, () => world.switches.alertRequestsPerMinute);
  const one = `${COLLECTION}/:id`;
  return [
    graphRoute('GET', COLLECTION, (request) => listAlerts(world, request), throttle),
    graphRoute('GET', one, (request) => shown(request, found(world, request)), throttle),
    graphRoute('PATCH', one, (request) => change(world, request), throttle),
    graphRoute('POST', `${one}/comments`, (request) => comment(world, request), throttle),
  ];
}

/** Throws GraphError 404 for an unknown alert; one alert takes no options. */
function found(world: World, request: EmulatorRequest): Alert {
  checkOptions(request, []);
  const alert = world.alerts.get(request.params['id'] ?? '');
  if (!alert) throw new GraphError(404, 'NotFound', 'The alert was not found.');
  return alert;
}

function shown(request: EmulatorRequest, alert: Alert) {
  return {
    '@odata.context': `${serviceRoot(request)}/$metadata#security/alerts_v2/$entity`,
    ...gatedFor(request, alert),
  };
}

function change(world: World, request: EmulatorRequest) {
  const before = found(world, request);
  const wanted = alertChange(request.body, before, world.switches.enforceLegalPairs);
  const after = world.alerts.change(before.id, wanted) ?? before;
  return shown(request, world.switches.staleChangeReply ? before : after);
}

function comment(world: World, request: EmulatorRequest) {
  const alert = found(world, request);
  const text = commentText(request.body);
  const value = world.alerts.comment(alert.id, text, world.switches.applicationName);
  const context = `${serviceRoot(request)}/$metadata#security/alerts_v2('${alert.id}')/comments`;
  return { '@odata.context': context, value };
}

function commentText(body: unknown): string {
  if (typeof body !== 'object' || body === null) throw invalidBody();
  const { '@odata.type': type, comment: text, ...rest } = body as Record<string, unknown>;
  const fits = typeof text === 'string' && text.trim() !== '' && text.length <= COMMENT_CHARACTERS;
  if (!fits || Object.keys(rest).length > 0 || !COMMENT_TYPES.some((known) => known === type)) throw invalidBody();
  return text;
}
