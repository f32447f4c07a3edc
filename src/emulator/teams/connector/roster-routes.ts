// Who is in a conversation, and what a team consists of. A bot is never part of the roster it is given.
import type { Person, Tenant } from '../../entities';
import type { EmulatorRequest, Reply, Route } from '../../room';
import type { Place } from '../activities/activity-envelope';
import { placeId } from '../conversation-book';
import { rosterOf } from '../teams-stage';
import type { TeamsStage } from '../teams-stage';
import { ConnectorRefusal } from './connector-errors';
import { connectorRoutes, param } from './connector-requests';
import { requirePlace } from './message-routes';

/** Documented bounds of `pageSize`; what lies outside is brought to the nearest. */
export const SMALLEST_PAGE = 50;
export const LARGEST_PAGE = 500;
/** The unpaged list is deprecated and ends here. */
export const UNPAGED_LIMIT = 10_000;

/** A roster entry; `aadObjectId` and the older `objectId` hold the same Entra id. */
export function memberOf(tenant: Tenant, person: Person): Record<string, unknown> {
  return {
    id: person.mri,
    name: person.displayName,
    aadObjectId: person.id,
    objectId: person.id,
    givenName: person.givenName,
    surname: person.surname,
    email: person.userPrincipalName,
    userPrincipalName: person.userPrincipalName,
    tenantId: person.tenantId ?? tenant.tenantId,
    userRole: person.userType === 'Guest' ? 'guest' : 'user',
  };
}

function takeRoster(stage: TeamsStage, conversationId: string): void {
  const wait = stage.limits?.take('roster', conversationId);
  if (wait !== undefined) throw new ConnectorRefusal('Throttled', undefined, wait);
}

function rosterPlace(stage: TeamsStage, request: EmulatorRequest): Place {
  const place = requirePlace(stage, param(request, 'conversation'));
  takeRoster(stage, placeId(place));
  return place;
}

function listMembers(stage: TeamsStage, request: EmulatorRequest): Reply {
  const people = rosterOf(stage, rosterPlace(stage, request)).slice(0, UNPAGED_LIMIT);
  return { status: 200, body: people.map((person) => memberOf(stage.tenant, person)) };
}

function oneMember(stage: TeamsStage, request: EmulatorRequest): Reply {
  const wanted = param(request, 'member');
  const roster = rosterOf(stage, rosterPlace(stage, request));
  const person = roster.find((one) => one.mri === wanted || one.id === wanted);
  if (!person) throw new ConnectorRefusal('MemberNotFoundInConversation');
  return { status: 200, body: memberOf(stage.tenant, person) };
}

function startOf(token: string | null): number {
  if (token === null || token === '') return 0;
  const start = Number(Buffer.from(token, 'base64url').toString('utf8'));
  if (!Number.isSafeInteger(start) || start <= 0)
    throw new ConnectorRefusal('BadArgument', 'Unknown continuationToken.');
  return start;
}

function pageSizeOf(text: string | null): number {
  const size = Number(text ?? LARGEST_PAGE);
  if (!Number.isSafeInteger(size)) throw new ConnectorRefusal('BadArgument', 'pageSize is not a whole number.');
  return Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, size));
}

function pageOfMembers(stage: TeamsStage, request: EmulatorRequest): Reply {
  const roster = rosterOf(stage, rosterPlace(stage, request));
  const start = startOf(request.query.get('continuationToken'));
  const end = start + pageSizeOf(request.query.get('pageSize'));
  const members = roster.slice(start, end).map((person) => memberOf(stage.tenant, person));
  const continuationToken = Buffer.from(String(end)).toString('base64url');
  return { status: 200, body: { members, ...(end < roster.length && { continuationToken }) } };
}

function requireTeam(stage: TeamsStage, request: EmulatorRequest): void {
  const { team } = stage.tenant;
  if (param(request, 'team') !== team.id) throw new ConnectorRefusal('ConversationNotFound');
  if (!stage.installations.inTeam()) throw new ConnectorRefusal('BotNotInConversationRoster');
  takeRoster(stage, team.id);
}

function teamDetails(stage: TeamsStage, request: EmulatorRequest): Reply {
  requireTeam(stage, request);
  const { tenantId, team } = stage.tenant;
  const memberCount = new Set(team.channels.flatMap((channel) => channel.memberIds)).size;
  const counts = { channelCount: team.channels.length, memberCount };
  const { id, name, aadGroupId } = team;
  return { status: 200, body: { id, name, aadGroupId, type: 'standard', tenantId, ...counts } };
}

function teamChannels(stage: TeamsStage, request: EmulatorRequest): Reply {
  requireTeam(stage, request);
  const { team } = stage.tenant;
  // Teams gives the General channel without a name.
  const conversations = team.channels.map(({ id, name, type = 'standard' }) => ({
    id,
    ...(id !== team.id && { name }),
    type,
  }));
  return { status: 200, body: { conversations } };
}

/** Members of a conversation, a team and its channels. */
export function rosterRoutes(stage: TeamsStage): Route[] {
  const conversation = '/v3/conversations/:conversation';
  return [
    ...connectorRoutes('GET', `${conversation}/members`, (request) => listMembers(stage, request)),
    ...connectorRoutes('GET', `${conversation}/members/:member`, (request) => oneMember(stage, request)),
    ...connectorRoutes('GET', `${conversation}/pagedmembers`, (request) => pageOfMembers(stage, request)),
    ...connectorRoutes('GET', '/v3/teams/:team', (request) => teamDetails(stage, request)),
    ...connectorRoutes('GET', '/v3/teams/:team/conversations', (request) => teamChannels(stage, request)),
  ];
}
