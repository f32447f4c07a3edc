// Reading what the page and the tests ask of the client: schemas of the bodies, and the tenant's own things by id.
import { z } from 'zod/v4';
import type { Channel, Person } from '../../entities';
import type { EmulatorRequest, Reply, Route } from '../../room';
import type { Place } from '../activities/activity-envelope';
import { placeId } from '../conversation-book';
import type { Message } from '../conversation-book';
import { personBy, rosterOf } from '../teams-stage';
import type { TeamsStage } from '../teams-stage';
import { CLIENT_STATUS, ClientRefusal } from './client-refusal';

export const TEXT_LIMIT_CHARACTERS = 28_000;
export const DEFAULT_CLIENT = 'desktop';

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const device = {
  locale: z.string().min(2).max(35).optional(),
  timeZone: z.string().refine(isTimeZone, 'not an IANA time zone').optional(),
};
const as = z.string().min(1);
const client = z.string().min(1).max(40).default(DEFAULT_CLIENT);
const action = z.looseObject({
  type: z.enum(['Action.Execute', 'Action.Submit']).default('Action.Execute'),
  id: z.string().optional(),
  title: z.string().optional(),
  verb: z.string().optional(),
  data: z.unknown().optional(),
});

export const messageBody = z.object({
  as,
  conversationId: z.string(),
  text: z.string().max(TEXT_LIMIT_CHARACTERS),
  threadId: z.string().optional(),
  mentionBot: z.boolean().default(false),
  ...device,
});

export const actionBody = z.object({
  as,
  client,
  conversationId: z.string(),
  activityId: z.string(),
  action: action.optional(),
  inputs: z.record(z.string(), z.unknown()).default({}),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
  ...device,
});

export const openBody = z.object({
  as,
  client,
  conversationId: z.string(),
  occasion: z.enum(['opened', 'updated']).default('opened'),
  ...device,
});

/** `channelId` is the channel picked in the dialog, General when absent; personal scope has none. */
export const installationBody = z.object({ as, scope: z.enum(['team', 'personal']), channelId: z.string().optional() });
export const sharingBody = z.object({ as, channelId: z.string() });
export const membershipBody = z.object({ as, channelId: z.string(), personId: z.string() });

/** The body in the schema's shape; throws badRequest naming every fault. */
export function bodyOf<T>(schema: z.ZodType<T>, request: EmulatorRequest): T {
  const result = schema.safeParse(request.body);
  if (!result.success) throw new ClientRefusal('badRequest', z.prettifyError(result.error));
  return result.data;
}

export function requirePerson(stage: TeamsStage, id: string | null): Person {
  const person = personBy(stage.tenant, id ?? '');
  if (!person) throw new ClientRefusal('notFound', 'No such person in this tenant.');
  return person;
}

export function requireChannel(stage: TeamsStage, id: string): Channel {
  const channel = stage.tenant.team.channels.find((one) => one.id === id);
  if (!channel) throw new ClientRefusal('notFound', 'No such channel in this team.');
  return channel;
}

/** The place a conversation id names, if the person is in its roster. A thread id makes it that thread. */
export function requireSeat(stage: TeamsStage, person: Person, conversationId: string, threadId?: string): Place {
  const asked = threadId === undefined ? conversationId : `${conversationId};messageid=${threadId}`;
  const place = stage.book.find(asked);
  if (!place) throw new ClientRefusal('notFound', 'No such conversation or thread.');
  if (!rosterOf(stage, place).includes(person)) throw new ClientRefusal('notAllowed', 'You are not a member here.');
  return place;
}

/** A message of the bot that still stands. */
export function requireCardMessage(stage: TeamsStage, place: Place, id: string): Message {
  const message = stage.book.message(placeId(place), id);
  if (!message || message.deleted || message.author.kind !== 'bot')
    throw new ClientRefusal('notFound', 'No such card here.');
  return message;
}

/** A route whose ClientRefusal becomes its status and `{error: {code, message}}`. */
export function clientRoute(
  method: Route['method'],
  path: string,
  handle: (request: EmulatorRequest) => unknown,
): Route {
  const answer = async (request: EmulatorRequest): Promise<Reply> => {
    try {
      return { status: 200, body: await handle(request) };
    } catch (error) {
      if (!(error instanceof ClientRefusal)) throw error;
      return { status: CLIENT_STATUS[error.code], body: { error: { code: error.code, message: error.message } } };
    }
  };
  return { method, path, handle: answer };
}
