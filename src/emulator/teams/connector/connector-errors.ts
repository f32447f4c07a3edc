// The Bot Connector's documented refusals (conversation-messages, "status codes from bot conversational APIs") and
// their JSON envelope. When each applies is decided where the request is served.
import type { Reply } from '../../room';

const REFUSALS = {
  BadArgument: { status: 400, message: 'The payload is not valid.' },
  BotNotRegistered: { status: 401, message: 'No registration found for this bot.' },
  BotNotInConversationRoster: { status: 403, message: 'The bot is not part of the conversation roster.' },
  ForbiddenOperationException: { status: 403, message: 'The app is not installed for this person.' },
  NotEnoughPermissions: { status: 403, message: 'A bot can change only its own messages.' },
  ActivityNotFoundInConversation: { status: 404, message: 'The message could not be found in the conversation.' },
  ConversationNotFound: { status: 404, message: 'Conversation not found.' },
  MemberNotFoundInConversation: { status: 404, message: 'The person is not a member of the conversation.' },
  MessageSizeTooBig: { status: 413, message: 'Message size too large.' },
  Throttled: { status: 429, message: 'Too many requests.' },
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Thrown while serving a Connector request; turned into the documented status and body at the room's door. */
export class ConnectorRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail?: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(detail ?? REFUSALS[code].message);
  }
}

/** Status, `{error: {code, message}}` and, when throttled, `Retry-After` in whole seconds. */
export function refusalReply(refusal: ConnectorRefusal): Reply {
  const { status } = REFUSALS[refusal.code];
  const wait = refusal.retryAfterSeconds;
  // The one documented code with a space in it.
  const code = refusal.code === 'BadArgument' ? 'Bad Argument' : refusal.code;
  return {
    status,
    ...(wait !== undefined && { headers: { 'retry-after': String(wait) } }),
    body: { error: { code, message: refusal.message } },
  };
}
