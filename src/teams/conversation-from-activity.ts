// Who and where, as a signed activity says it: the person by object id, the place by conversation id.
import { untrustedOrNull } from '../domain/untrusted';
import type { ChannelKey } from '../domain/channel-routing';
import type { Conversation } from '../ports/conversation-book';
import type { Place, Presser } from '../workflows/click';
import type { InboundActivity } from './inbound-activity';

const THREAD = ';messageid=';
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** How the id of a chat with one person begins, where the activity names no kind. */
const PERSONAL_PREFIX = 'a:';

/** The channel's or chat's own id, without the thread. */
export function channelKeyOf(conversationId: string): ChannelKey {
  return conversationId.split(THREAD)[0] ?? conversationId;
}

export function placeOf(activity: InboundActivity): Place {
  const { id, conversationType } = activity.conversation;
  const isPersonal = conversationType ? conversationType === 'personal' : id.startsWith(PERSONAL_PREFIX);
  return { kind: isPersonal ? 'personal' : 'channel', channel: channelKeyOf(id), conversationId: id };
}

/** Group chats are no place of this bot: its package cannot be added there. */
export function isGroupChat(activity: InboundActivity): boolean {
  return activity.conversation.conversationType === 'groupChat';
}

/** The tenant an admitted activity belongs to. */
export function tenantOf(activity: InboundActivity): string {
  return (activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? '').toLowerCase();
}

/** Null when Teams names no Entra object id: then nobody is proven, whatever the display name says. */
export function presserOf(activity: InboundActivity): Presser | null {
  const objectId = activity.from.aadObjectId?.toLowerCase() ?? '';
  if (!GUID.test(objectId)) return null;
  // In shared channels people of other tenants speak; their activities may say which.
  const ownTenant = activity.from.tenantId;
  const tenantId = typeof ownTenant === 'string' ? ownTenant.toLowerCase() : tenantOf(activity);
  return { objectId, tenantId, mri: activity.from.id, name: untrustedOrNull(activity.from.name) };
}

/** Where the bot may answer now and post later. */
export function conversationOf(activity: InboundActivity): Conversation {
  const { kind, channel } = placeOf(activity);
  return {
    channel,
    kind,
    serviceUrl: activity.serviceUrl,
    tenantId: tenantOf(activity),
    teamId: kind === 'channel' ? (activity.channelData?.team?.id ?? null) : null,
    botId: activity.recipient.id,
    personObjectId: kind === 'personal' ? (presserOf(activity)?.objectId ?? null) : null,
  };
}
