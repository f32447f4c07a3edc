// Writes to one person. A chat that exists is found by asking for it anew: the service gives the same one.
import { BotError, isBotError } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import type { Saying } from '../domain/saying';
import type { Conversation, ConversationBook } from '../ports/conversation-book';
import type { PersonMessenger } from '../ports/person-messenger';
import type { ConnectorCalls } from './connector-calls';
import { asActivity, idOrGarbage, messageFor } from './message-activity';

export class TeamsPersonMessenger implements PersonMessenger {
  constructor(
    private readonly book: Pick<ConversationBook, 'find'>,
    private readonly calls: ConnectorCalls,
  ) {}

  async tell(via: ChannelKey, person: string, saying: Saying): Promise<void> {
    const conversation = await this.book.find(via);
    if (conversation === null) throw new BotError('notFound', { from: 'connector', detail: 'ConversationNotFound' });
    const chatId = await this.openChat(conversation, person);
    const message = asActivity(messageFor({ kind: 'notice', saying }));
    await this.calls.call(conversation.serviceUrl, (client, options) =>
      client.conversations.sendToConversation(chatId, message, options),
    );
  }

  private async openChat({ serviceUrl, tenantId, botId }: Conversation, person: string): Promise<string> {
    const members = [{ id: person, name: '' }];
    const chat = { isGroup: false, tenantId, bot: { id: botId, name: '' }, members };
    try {
      const opened = await this.calls.call(serviceUrl, (client, options) =>
        client.conversations.createConversation({ ...chat, channelData: { tenant: { id: tenantId } } }, options),
      );
      return idOrGarbage(opened.id);
    } catch (error) {
      // Nothing was written yet, however much of this request arrived.
      if (isBotError(error, 'unavailable', 'timedOut')) throw new BotError('notConnected', { from: 'connector' });
      throw error;
    }
  }
}
