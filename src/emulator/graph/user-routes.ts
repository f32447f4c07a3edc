// People of the directory: list, one, manager, membership.
import type { Person } from '../entities';
import { groupIdsOf } from '../membership';
import type { EmulatorRequest, Route } from '../room';
import type { World } from '../world';
import { userFilter, userObject, usualUserProperties } from './directory-objects';
import { GraphError, noSuchObject } from './graph-error';
import { graphRoute, serviceRoot } from './graph-route';
import { pageOf } from './odata/paging';
import { checkOptions, filtered, selected } from './odata/query-options';

/** How many groups one checkMemberGroups may ask about. */
export const MOST_GROUP_IDS = 20;

export const DIRECTORY_PAGES = { defaultTop: 100, mostTop: 999, mostSkip: null };

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function userRoutes(world: World): Route[] {
  return [
    graphRoute('GET', '/users', (request) => listUsers(world, request)),
    graphRoute('GET', '/users/:id', (request) => shownUser(world, request, found(world, request.params['id'] ?? ''))),
    graphRoute('GET', '/users/:id/manager', (request) => manager(world, request)),
    graphRoute('GET', '/users/:id/directReports', (request) => directReports(world, request)),
    graphRoute('POST', '/users/:id/checkMemberGroups', (request) => checkMemberGroups(world, request)),
  ];
}

function found(world: World, idOrName: string): Person {
  const wanted = idOrName.toLowerCase();
  const person = world.tenant.people.find(
    ({ id, userPrincipalName }) => id.toLowerCase() === wanted || userPrincipalName.toLowerCase() === wanted,
  );
  if (!person) throw noSuchObject(idOrName);
  return person;
}

function listUsers(world: World, request: EmulatorRequest) {
  checkOptions(request, ['$filter', '$select', '$top', '$count', '$skiptoken']);
  const people = world.tenant.people.map((person) => userObject(world.tenant, person));
  const page = pageOf(request, filtered(request, people, userFilter), 'users', DIRECTORY_PAGES);
  return { ...page, value: page.value.map((user) => selected(request, user, usualUserProperties)) };
}

function shownUser(world: World, request: EmulatorRequest, person: Person) {
  checkOptions(request, ['$select']);
  const context = `${serviceRoot(request)}/$metadata#users/$entity`;
  return { '@odata.context': context, ...selected(request, userObject(world.tenant, person), usualUserProperties) };
}

function manager(world: World, request: EmulatorRequest) {
  checkOptions(request, ['$select']);
  const { managerId } = found(world, request.params['id'] ?? '');
  if (managerId === null) throw noSuchObject('manager');
  const person = found(world, managerId);
  const context = `${serviceRoot(request)}/$metadata#directoryObjects/$entity`;
  const user = selected(request, userObject(world.tenant, person), usualUserProperties);
  return { '@odata.context': context, '@odata.type': '#microsoft.graph.user', ...user };
}

function directReports(world: World, request: EmulatorRequest) {
  checkOptions(request, ['$select', '$top', '$count', '$skiptoken']);
  const { id } = found(world, request.params['id'] ?? '');
  const reports = world.tenant.people.filter(({ managerId }) => managerId === id);
  const page = pageOf(request, reports, 'directoryObjects', DIRECTORY_PAGES);
  const value = page.value.map((person) => ({
    '@odata.type': '#microsoft.graph.user',
    ...selected(request, userObject(world.tenant, person), usualUserProperties),
  }));
  return { ...page, value };
}

function checkMemberGroups(world: World, request: EmulatorRequest) {
  checkOptions(request, []);
  const person = found(world, request.params['id'] ?? '');
  const asked = groupIdsAsked(request.body);
  const held = groupIdsOf(world.tenant, person.id);
  const context = `${serviceRoot(request)}/$metadata#Collection(Edm.String)`;
  return { '@odata.context': context, value: asked.filter((id) => held.has(id)) };
}

function groupIdsAsked(body: unknown): string[] {
  const asked = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)['groupIds'] : undefined;
  const refuse = (message: string) => new GraphError(400, 'Request_BadRequest', message);
  if (!Array.isArray(asked) || asked.length === 0) throw refuse("A value is required for the parameter 'groupIds'.");
  if (asked.length > MOST_GROUP_IDS) throw refuse(`The number of group ids is over the limit of ${MOST_GROUP_IDS}.`);
  const wrong = asked.find((id) => typeof id !== 'string' || !GUID.test(id));
  if (wrong !== undefined) throw refuse(`Invalid object identifier '${String(wrong)}'.`);
  return (asked as string[]).map((id) => id.toLowerCase());
}
