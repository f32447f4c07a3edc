// Draws the message of an answer anew, long after it was posted and with no activity to answer.
import type { ConversationBook } from '../ports/conversation-book';
import { shown, type RedrawAnswer } from '../workflows/answer';
import { answerMessage } from './answer-message';
import type { ConnectorCalls } from './connector-calls';
import { changeMessage, knownConversation } from './message-change';

export function createRedrawAnswer(book: Pick<ConversationBook, 'find'>, calls: ConnectorCalls): RedrawAnswer {
  return async ({ channel, conversationId, messageId }, drawing) => {
    const message = { ...answerMessage(shown(drawing)), id: messageId };
    await changeMessage(calls, await knownConversation(book, channel), (client, options) =>
      client.conversations.updateActivity(conversationId, messageId, message, options),
    );
  };
}
