// A bot's posts, replies, updates and deletions. The thread is decided by the conversation id alone; a bare channel
// id starts a new one.
import { z } from 'zod/v4';
import type { EmulatorRequest, Reply, Route } from '../../room';
import { conversationIdOf } from '../activities/activity-envelope';
import type { Place } from '../activities/activity-envelope';
import { placeId } from '../conversation-book';
import type { Message } from '../conversation-book';
import { contentOf, postedActivity } from '../message-content';
import type { MessageContent, PostedActivity } from '../message-content';
import { personBy } from '../teams-stage';
import type { TeamsStage } from '../teams-stage';
import { ConnectorRefusal } from './connector-errors';
import { connectorRoutes, param } from './connector-requests';

/** About 100 KB, measured in UTF-16; pictures inside the message do not count. */
export const MESSAGE_LIMIT_BYTES = 100 * 1024;
const BYTES_PER_UNIT = 2;
const INLINE_PICTURE = /data:image\/[\w.+-]+;base64,[\w+/=]+/g;

const newConversation = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).nullish(),
  activity: postedActivity.nullish(),
});

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new ConnectorRefusal('BadArgument', z.prettifyError(result.error));
  return result.data;
}

function requireSize(body: unknown): void {
  const text = JSON.stringify(body ?? '').replace(INLINE_PICTURE, '');
  if (text.length * BYTES_PER_UNIT > MESSAGE_LIMIT_BYTES) throw new ConnectorRefusal('MessageSizeTooBig');
}

/** The place a request names, once it is known that the bot may write there and not too often. */
export function requirePlace(stage: TeamsStage, conversationId: string): Place {
  const place = stage.book.find(conversationId);
  if (!place) throw new ConnectorRefusal('ConversationNotFound');
  if (!stage.installations.includes(place)) throw new ConnectorRefusal('BotNotInConversationRoster');
  return place;
}

function takeSend(stage: TeamsStage, place: Place): void {
  const wait = stage.limits?.take('send', placeId(place));
  if (wait !== undefined) throw new ConnectorRefusal('Throttled', undefined, wait);
}

/** Teams splits text beside cards into two messages. */
function split(content: MessageContent): MessageContent[] {
  if (content.text === '' || content.cards.length === 0) return [content];
  return [
    { ...content, cards: [] },
    { ...content, text: '' },
  ];
}

function post(stage: TeamsStage, place: Place, activity: PostedActivity): Message[] {
  return split(contentOf(activity)).map((content) => {
    takeSend(stage, place);
    const message = stage.book.add(place, { kind: 'bot' }, content);
    stage.events.posted(place, message);
    return message;
  });
}

/** Only a message posted whole has an id to give back. */
function onlyOne(messages: Message[]): Message | undefined {
  return messages.length === 1 ? messages[0] : undefined;
}

function send(stage: TeamsStage, request: EmulatorRequest): Reply {
  const place = requirePlace(stage, param(request, 'conversation'));
  const activity = parsed(postedActivity, request.body);
  if (activity.type === 'typing') {
    takeSend(stage, place);
    stage.events.typing(place);
  }
  if (activity.type !== undefined && activity.type !== 'message') return { status: 201, body: {} };
  requireSize(request.body);
  const message = onlyOne(post(stage, place, activity));
  return { status: 201, body: message ? { id: message.id } : {} };
}

function createInChannel(stage: TeamsStage, channelId: string, activity: PostedActivity | undefined): Reply {
  const place = requirePlace(stage, channelId);
  if (place.kind !== 'channel' || !activity)
    throw new ConnectorRefusal('BadArgument', 'A channel post needs an activity.');
  requireSize(activity);
  const { channel } = place;
  const messages = post(stage, { kind: 'channel', channel }, activity);
  const rootId = messages[0]?.id ?? '';
  const id = conversationIdOf({ kind: 'channel', channel, threadId: rootId });
  const whole = onlyOne(messages);
  return { status: 201, body: { id, ...(whole && { activityId: whole.id }), serviceUrl: stage.serviceUrl() } };
}

function createPersonal(stage: TeamsStage, memberId: string, activity: PostedActivity | undefined): Reply {
  const person = personBy(stage.tenant, memberId);
  if (!person) throw new ConnectorRefusal('BadArgument', 'The member is not known in this tenant.');
  if (!stage.installations.reaches(person)) throw new ConnectorRefusal('ForbiddenOperationException');
  const place = stage.book.openPersonal(person);
  const id = place.conversationId;
  if (!activity) return { status: 201, body: { id, serviceUrl: stage.serviceUrl() } };
  requireSize(activity);
  const whole = onlyOne(post(stage, place, activity));
  return { status: 201, body: { id, ...(whole && { activityId: whole.id }), serviceUrl: stage.serviceUrl() } };
}

function create(stage: TeamsStage, request: EmulatorRequest): Reply {
  const { channelData, members, activity } = parsed(newConversation, request.body);
  if (channelData?.channel) return createInChannel(stage, channelData.channel.id, activity ?? undefined);
  const [member, ...others] = members ?? [];
  if (!member || others.length > 0) throw new ConnectorRefusal('BadArgument', 'Name a channel or exactly one member.');
  return createPersonal(stage, member.id, activity ?? undefined);
}

function ownMessage(stage: TeamsStage, request: EmulatorRequest): { place: Place; message: Message } {
  const place = requirePlace(stage, param(request, 'conversation'));
  const message = stage.book.message(placeId(place), param(request, 'activity'));
  const elsewhere = place.kind === 'channel' && place.threadId !== undefined && message?.rootId !== place.threadId;
  if (!message || message.deleted || elsewhere) throw new ConnectorRefusal('ActivityNotFoundInConversation');
  if (message.author.kind !== 'bot') throw new ConnectorRefusal('NotEnoughPermissions');
  return { place, message };
}

function update(stage: TeamsStage, request: EmulatorRequest): Reply {
  const { place, message } = ownMessage(stage, request);
  const activity = parsed(postedActivity, request.body);
  requireSize(request.body);
  takeSend(stage, place);
  stage.book.edit(message, contentOf(activity));
  stage.events.changed(place, message);
  return { status: 200, body: { id: message.id } };
}

function remove(stage: TeamsStage, request: EmulatorRequest): Reply {
  const { place, message } = ownMessage(stage, request);
  takeSend(stage, place);
  stage.book.remove(message);
  stage.events.changed(place, message);
  return { status: 200, body: {} };
}

/** POST, PUT and DELETE of conversations and activities. */
export function messageRoutes(stage: TeamsStage): Route[] {
  const activities = '/v3/conversations/:conversation/activities';
  return [
    ...connectorRoutes('POST', '/v3/conversations', (request) => create(stage, request)),
    ...connectorRoutes('POST', activities, (request) => send(stage, request)),
    ...connectorRoutes('POST', `${activities}/:activity`, (request) => send(stage, request)),
    ...connectorRoutes('PUT', `${activities}/:activity`, (request) => update(stage, request)),
    ...connectorRoutes('DELETE', `${activities}/:activity`, (request) => remove(stage, request)),
  ];
}
