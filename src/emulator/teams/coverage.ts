// What of the Bot Connector and the Teams client is served here, in part, or not at all. Compared by a test with the
// routes actually registered.
import type { Coverage } from '../coverage-entry';
import type { Support } from '../room';
import { CONNECTOR_PREFIXES } from './connector/connector-requests';

const connector: Coverage[] = [
  {
    method: 'POST',
    path: '/v3/conversations',
    support: 'partial',
    note: 'channel posts and one-to-one chats; no group chats',
  },
  { method: 'POST', path: '/v3/conversations/:conversation/activities', support: 'supported' },
  { method: 'POST', path: '/v3/conversations/:conversation/activities/:activity', support: 'supported' },
  { method: 'PUT', path: '/v3/conversations/:conversation/activities/:activity', support: 'supported' },
  { method: 'DELETE', path: '/v3/conversations/:conversation/activities/:activity', support: 'supported' },
  { method: 'GET', path: '/v3/conversations/:conversation/members', support: 'supported' },
  { method: 'GET', path: '/v3/conversations/:conversation/members/:member', support: 'supported' },
  { method: 'GET', path: '/v3/conversations/:conversation/pagedmembers', support: 'supported' },
  { method: 'GET', path: '/v3/teams/:team', support: 'supported' },
  { method: 'GET', path: '/v3/teams/:team/conversations', support: 'supported' },
  { method: 'GET', path: '/v3/conversations', support: 'absent', note: 'Teams does not offer it' },
  { method: 'GET', path: '/v3/conversations/:conversation/activities/:activity/members', support: 'absent' },
  { method: 'POST', path: '/v3/conversations/:conversation/attachments', support: 'absent' },
  { method: 'GET', path: '/v1/meetings/:meeting', support: 'absent' },
];

const client: Coverage[] = [
  { method: 'GET', path: '/connector/openid/.well-known/openidconfiguration', support: 'supported' },
  { method: 'GET', path: '/connector/openid/keys', support: 'supported' },
  { method: 'GET', path: '/teams', support: 'supported' },
  { method: 'GET', path: '/teams/page/:file', support: 'supported' },
  { method: 'GET', path: '/teams/lib/:file', support: 'supported' },
  { method: 'GET', path: '/teams/events', support: 'supported' },
  { method: 'GET', path: '/teams/api/state', support: 'supported' },
  { method: 'GET', path: '/teams/api/conversations/:conversation', support: 'supported' },
  { method: 'POST', path: '/teams/api/messages', support: 'supported' },
  { method: 'POST', path: '/teams/api/actions', support: 'supported' },
  { method: 'POST', path: '/teams/api/open', support: 'supported' },
  { method: 'POST', path: '/teams/api/install', support: 'supported' },
  { method: 'POST', path: '/teams/api/uninstall', support: 'supported' },
  { method: 'POST', path: '/teams/api/members/add', support: 'supported' },
  { method: 'POST', path: '/teams/api/members/remove', support: 'supported' },
  { method: 'POST', path: '/teams/api/channels/share', support: 'supported' },
  { method: 'POST', path: '/teams/api/channels/unshare', support: 'supported' },
];

/** What a Teams client sends to a bot, by the invoke's name or the activity's type. */
export const activityCoverage: { activity: string; support: Support; note?: string }[] = [
  { activity: 'adaptiveCard/action', support: 'partial', note: 'no sign-in round trip' },
  { activity: 'message', support: 'supported' },
  {
    activity: 'installationUpdate',
    support: 'partial',
    note: 'add and remove; no upgrades from the page',
  },
  { activity: 'conversationUpdate', support: 'partial', note: 'members and sharing; no channel or team renames' },
  { activity: 'messageReaction', support: 'absent' },
  { activity: 'messageUpdate', support: 'absent' },
  { activity: 'messageDelete', support: 'absent' },
  { activity: 'composeExtension/query', support: 'absent' },
  { activity: 'task/fetch', support: 'absent' },
  { activity: 'task/submit', support: 'absent' },
  { activity: 'application/search', support: 'absent' },
  { activity: 'signin/tokenExchange', support: 'absent' },
  { activity: 'signin/verifyState', support: 'absent' },
  { activity: 'message/submitAction', support: 'absent' },
];

/** What the page draws of Adaptive Cards beyond the renderer's own 1.5 is listed as kinds of element. */
export const cardCoverage: { element: string; support: Support; note?: string }[] = [
  { element: 'Adaptive Cards 1.5', support: 'supported', note: 'media is not played' },
  { element: 'Chart.*', support: 'partial', note: 'the eight kinds, near Teams’ colours; no dark theme' },
  { element: 'CodeBlock', support: 'partial', note: 'wrapped lines of one width; no colours of the language' },
  { element: 'Badge, Icon, ProgressBar, Carousel', support: 'absent', note: 'the fallback is drawn' },
];

/** Every Connector operation stands here at both of its addresses. */
export const teamsCoverage: Coverage[] = [
  ...CONNECTOR_PREFIXES.flatMap((prefix) => connector.map((one) => ({ ...one, path: `${prefix}${one.path}` }))),
  ...client,
];
