// Groups of the directory and who is in them, directly or through nested groups.
import type { Group } from '../entities';
import { allGroups, directMembers, nestedMembers, type Member } from '../membership';
import type { EmulatorRequest, Route } from '../room';
import type { World } from '../world';
import { groupFilter, groupObject, userObject, usualUserProperties } from './directory-objects';
import { noSuchObject } from './graph-error';
import { graphRoute, serviceRoot } from './graph-route';
import { pageOf } from './odata/paging';
import { checkOptions, filtered, selected } from './odata/query-options';
import { DIRECTORY_PAGES } from './user-routes';

export function groupRoutes(world: World): Route[] {
  const members = (list: (group: Group) => Member[]) => (request: EmulatorRequest) =>
    memberPage(world, request, list(found(world, request)));
  return [
    graphRoute('GET', '/groups', (request) => listGroups(world, request)),
    graphRoute('GET', '/groups/:id', (request) => shownGroup(request, found(world, request))),
    graphRoute(
      'GET',
      '/groups/:id/members',
      members((group) => directMembers(world.tenant, group)),
    ),
    graphRoute(
      'GET',
      '/groups/:id/transitiveMembers',
      members((group) => nestedMembers(world.tenant, group)),
    ),
  ];
}

function found(world: World, request: EmulatorRequest): Group {
  const id = (request.params['id'] ?? '').toLowerCase();
  const group = allGroups(world.tenant).find((one) => one.id.toLowerCase() === id);
  if (!group) throw noSuchObject(id);
  return group;
}

function listGroups(world: World, request: EmulatorRequest) {
  checkOptions(request, ['$filter', '$select', '$top', '$count', '$skiptoken']);
  const groups = filtered(request, allGroups(world.tenant).map(groupObject), groupFilter);
  const page = pageOf(request, groups, 'groups', DIRECTORY_PAGES);
  return { ...page, value: page.value.map((group) => selected(request, group)) };
}

function shownGroup(request: EmulatorRequest, group: Group) {
  checkOptions(request, ['$select']);
  const context = `${serviceRoot(request)}/$metadata#groups/$entity`;
  return { '@odata.context': context, ...selected(request, groupObject(group)) };
}

function memberPage(world: World, request: EmulatorRequest, members: Member[]) {
  checkOptions(request, ['$select', '$top', '$count', '$skiptoken']);
  const page = pageOf(request, members, 'directoryObjects', DIRECTORY_PAGES);
  return { ...page, value: page.value.map((member) => shownMember(world, request, member)) };
}

function shownMember(world: World, request: EmulatorRequest, member: Member) {
  if (member.kind === 'group') {
    return { '@odata.type': '#microsoft.graph.group', ...groupObject(member.group) };
  }
  const user = selected(request, userObject(world.tenant, member.person), usualUserProperties);
  return { '@odata.type': '#microsoft.graph.user', ...user };
}
