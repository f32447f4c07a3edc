// The interface of the Teams page, used by the tests as well: everything a person can do, always said who (`as`).
import type { EmulatorRequest, Route, StreamRoute } from '../../room';
import type { TeamsStage } from '../teams-stage';
import { changeMembership, changePersonalInstallation, changeSharing, changeTeamInstallation } from './administering';
import {
  actionBody,
  bodyOf,
  clientRoute,
  DEFAULT_CLIENT,
  installationBody,
  membershipBody,
  messageBody,
  openBody,
  requireCardMessage,
  requireChannel,
  requirePerson,
  requireSeat,
  sharingBody,
} from './client-requests';
import { ClientRefusal } from './client-refusal';
import { conversationView, THREADS_SHOWN } from './conversation-view';
import { openConversation, shownCard } from './opening';
import { personView } from './person-view';
import type { Persona } from './personas';
import { press } from './pressing';
import { refreshAction } from './refresh-rules';
import { deviceFrom } from './scene';
import { speak } from './speaking';

const OK_STATUS = 200;
const TOO_MANY_STATUS = 503;

function readConversation(stage: TeamsStage, request: EmulatorRequest) {
  const person = requirePerson(stage, request.query.get('as'));
  const place = requireSeat(stage, person, request.params['conversation'] ?? '');
  const limit = Number(request.query.get('limit') ?? THREADS_SHOWN);
  if (!Number.isSafeInteger(limit) || limit < 1) throw new ClientRefusal('badRequest', 'limit is not a count.');
  return conversationView(stage, person, place, request.query.get('client') ?? DEFAULT_CLIENT, limit);
}

async function postMessage(stage: TeamsStage, request: EmulatorRequest) {
  const body = bodyOf(messageBody, request);
  const person = requirePerson(stage, body.as);
  const place = requireSeat(stage, person, body.conversationId, body.threadId);
  const said = { place, text: body.text, mentionBot: body.mentionBot, device: deviceFrom(body) };
  const { message, delivery } = await speak(stage, person, said);
  return { id: message.id, threadId: message.rootId, delivery };
}

/** Without an `action` it is the card's own refresh, as from the message's menu. */
async function postAction(stage: TeamsStage, request: EmulatorRequest) {
  const body = bodyOf(actionBody, request);
  const person = requirePerson(stage, body.as);
  const place = requireSeat(stage, person, body.conversationId);
  const message = requireCardMessage(stage, place, body.activityId);
  const viewer = { personId: person.id, client: body.client };
  const action = body.action ?? refreshAction(shownCard(stage, viewer, message));
  if (!action) throw new ClientRefusal('badRequest', 'The card has no refresh and no action was named.');
  const { client, inputs, trigger } = body;
  const kind = body.action?.type ?? 'Action.Execute';
  return press(stage, person, { message, place, client, device: deviceFrom(body), action, kind, inputs, trigger });
}

async function postOpen(stage: TeamsStage, request: EmulatorRequest) {
  const body = bodyOf(openBody, request);
  const person = requirePerson(stage, body.as);
  const place = requireSeat(stage, person, body.conversationId);
  const { client, occasion } = body;
  const refreshed = await openConversation(stage, person, { place, client, occasion, device: deviceFrom(body) });
  return { refreshed, conversation: conversationView(stage, person, place, client) };
}

async function changeInstallation(stage: TeamsStage, request: EmulatorRequest, change: 'add' | 'remove') {
  const body = bodyOf(installationBody, request);
  const person = requirePerson(stage, body.as);
  if (body.scope === 'personal') return { deliveries: await changePersonalInstallation(stage, person, change) };
  const channel = requireChannel(stage, body.channelId ?? stage.tenant.team.id);
  return { deliveries: await changeTeamInstallation(stage, person, channel, change) };
}

async function changeMember(stage: TeamsStage, request: EmulatorRequest, change: 'add' | 'remove') {
  const body = bodyOf(membershipBody, request);
  const [person, member] = [requirePerson(stage, body.as), requirePerson(stage, body.personId)];
  const channel = requireChannel(stage, body.channelId);
  return { deliveries: await changeMembership(stage, person, channel, member, change) };
}

async function share(stage: TeamsStage, request: EmulatorRequest, isShared: boolean) {
  const body = bodyOf(sharingBody, request);
  const person = requirePerson(stage, body.as);
  return { deliveries: await changeSharing(stage, person, requireChannel(stage, body.channelId), isShared) };
}

/** Server-sent events for one person's page; see PageEvents for what they hold. */
export function eventStream(stage: TeamsStage): StreamRoute {
  return {
    method: 'GET',
    path: '/teams/events',
    stream(request, _raw, response) {
      if (stage.events.full()) {
        // Not one chain: restify, where a process has loaded it, makes writeHead return nothing.
        response.writeHead(TOO_MANY_STATUS);
        return void response.end();
      }
      response.writeHead(OK_STATUS, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      // The response's end is the page's: the request itself is over as soon as it was read.
      response.once('close', stage.events.open(request.query.get('as') ?? '', response));
    },
  };
}

/** Routes under `/teams/api`; `personas` are the people the page offers first. */
export function clientRoutes(stage: TeamsStage, personas: () => Persona[]): Route[] {
  const state = (request: EmulatorRequest) =>
    personView(stage, requirePerson(stage, request.query.get('as') ?? personas()[0]?.person.id ?? null), personas());
  return [
    clientRoute('GET', '/teams/api/state', state),
    clientRoute('GET', '/teams/api/conversations/:conversation', (request) => readConversation(stage, request)),
    clientRoute('POST', '/teams/api/messages', (request) => postMessage(stage, request)),
    clientRoute('POST', '/teams/api/actions', (request) => postAction(stage, request)),
    clientRoute('POST', '/teams/api/open', (request) => postOpen(stage, request)),
    clientRoute('POST', '/teams/api/install', (request) => changeInstallation(stage, request, 'add')),
    clientRoute('POST', '/teams/api/uninstall', (request) => changeInstallation(stage, request, 'remove')),
    clientRoute('POST', '/teams/api/members/add', (request) => changeMember(stage, request, 'add')),
    clientRoute('POST', '/teams/api/members/remove', (request) => changeMember(stage, request, 'remove')),
    clientRoute('POST', '/teams/api/channels/share', (request) => share(stage, request, true)),
    clientRoute('POST', '/teams/api/channels/unshare', (request) => share(stage, request, false)),
  ];
}
