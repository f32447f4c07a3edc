// A change to a message that stands in Teams: one request, named by the conversation and the message.
import { BotError, isBotError } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import type { Conversation, ConversationBook } from '../ports/conversation-book';
import type { ConnectorCalls } from './connector-calls';

/** Throws BotError `notFound` for a conversation that the bot does not know or was removed from. */
export async function knownConversation(
  book: Pick<ConversationBook, 'find'>,
  channel: ChannelKey,
): Promise<Conversation> {
  const conversation = await book.find(channel);
  if (conversation === null) throw new BotError('notFound', { from: 'connector', detail: 'ConversationNotFound' });
  return conversation;
}

/** A success whose form the package does not know is a success still: the message is named by the request. */
export async function changeMessage(
  calls: ConnectorCalls,
  { serviceUrl }: Pick<Conversation, 'serviceUrl'>,
  work: Parameters<ConnectorCalls['call']>[1],
): Promise<void> {
  try {
    await calls.call(serviceUrl, work);
  } catch (error) {
    const status = isBotError(error, 'garbage') ? (error.status ?? 0) : 0;
    if (status < 200 || status >= 300) throw error;
  }
}
