// Reads what happened to the app, its team or its people from `installationUpdate` and `conversationUpdate` activities.
// What follows from it is the workflow's business.
import type { InstallationEvent } from '../workflows/ask';
import { conversationOf, isGroupChat, placeOf } from './conversation-from-activity';
import type { InboundActivity } from './inbound-activity';

/** The new version of an app is a removal and an addition in one; the bot was there all the time. */
const ADDED = ['add', 'add-upgrade'];
const REMOVED = ['remove'];
const TEAM_GONE = ['teamDeleted', 'teamHardDeleted'];
const ROSTER_EVENTS = [
  'teamMemberAdded',
  'teamMemberRemoved',
  'channelMemberAdded',
  'channelMemberRemoved',
  'channelShared',
  'channelUnshared',
];

/** What these say of the channel. */
const SHARING: Readonly<Record<string, boolean>> = { channelShared: true, channelUnshared: false };

type Members = InboundActivity['membersAdded'];

function names(members: Members, id: string): boolean {
  return (members ?? []).some((member) => member.id === id);
}

function added(activity: InboundActivity): InstallationEvent {
  return { kind: 'added', conversation: conversationOf(activity) };
}

/** Out of a team the bot goes as a whole, with every channel. */
function removed(activity: InboundActivity): InstallationEvent {
  const { channel, teamId } = conversationOf(activity);
  return { kind: 'removed', channel: teamId === null ? channel : null, teamId };
}

function fromEventType(activity: InboundActivity): InstallationEvent | null {
  const { eventType, channel, team } = activity.channelData ?? {};
  if (eventType === 'channelDeleted' && channel?.id) return { kind: 'removed', channel: channel.id, teamId: null };
  if (eventType && TEAM_GONE.includes(eventType) && team?.id) {
    return { kind: 'removed', channel: null, teamId: team.id };
  }
  const someoneMoved = (activity.membersAdded?.length ?? 0) + (activity.membersRemoved?.length ?? 0) > 0;
  if (!someoneMoved && !(eventType && ROSTER_EVENTS.includes(eventType))) return null;
  // An event of a private or shared channel names it beside the conversation, which is the team's.
  const where = { channel: channel?.id ?? placeOf(activity).channel, teamId: team?.id ?? null };
  const isShared = eventType ? SHARING[eventType] : undefined;
  return { kind: 'membersChanged', ...where, ...(isShared === undefined ? {} : { isShared }) };
}

/** Null when nothing happened that concerns the bot. */
export function installationEvent(activity: InboundActivity): InstallationEvent | null {
  if (isGroupChat(activity)) return null;
  if (activity.type === 'installationUpdate') {
    if (ADDED.includes(activity.action ?? '')) return added(activity);
    return REMOVED.includes(activity.action ?? '') ? removed(activity) : null;
  }
  const bot = activity.recipient.id;
  if (names(activity.membersAdded, bot)) return added(activity);
  if (names(activity.membersRemoved, bot)) return removed(activity);
  return fromEventType(activity);
}
