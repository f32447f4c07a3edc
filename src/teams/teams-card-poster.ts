// Puts cards into Teams through the Bot Connector. One request each; what became of it is told, never guessed, and
// whether to try again is the caller's decision.
import type { Activity } from 'botbuilder';
import type { ChannelKey } from '../domain/channel-routing';
import type { CardPoster, Drawing, PostedMessage } from '../ports/card-poster';
import type { Conversation, ConversationBook } from '../ports/conversation-book';
import type { ConnectorCalls } from './connector-calls';
import { asActivity, idOrGarbage, messageFor } from './message-activity';
import { changeMessage, knownConversation } from './message-change';

const THREAD = ';messageid=';

export class TeamsCardPoster implements CardPoster {
  constructor(
    private readonly book: Pick<ConversationBook, 'find'>,
    private readonly calls: ConnectorCalls,
  ) {}

  /** A new root post in a channel, a message in a personal chat. */
  async post(channel: ChannelKey, drawing: Drawing): Promise<PostedMessage> {
    const conversation = await this.conversationOf(channel);
    const message = asActivity(messageFor(drawing));
    return conversation.kind === 'channel'
      ? this.postRoot(conversation, message)
      : this.send(conversation, channel, message);
  }

  async reply(channel: ChannelKey, posted: PostedMessage, drawing: Drawing): Promise<PostedMessage> {
    return this.send(await this.conversationOf(channel), posted.conversationId, asActivity(messageFor(drawing)));
  }

  async update(channel: ChannelKey, posted: PostedMessage, drawing: Drawing): Promise<void> {
    const { conversationId, activityId } = posted;
    const message = asActivity({ ...messageFor(drawing), id: activityId });
    await this.change(channel, (client, options) =>
      client.conversations.updateActivity(conversationId, activityId, message, options),
    );
  }

  async retract(channel: ChannelKey, posted: PostedMessage): Promise<void> {
    const { conversationId, activityId } = posted;
    await this.change(channel, (client, options) =>
      client.conversations.deleteActivity(conversationId, activityId, options),
    );
  }

  private async change(channel: ChannelKey, work: Parameters<ConnectorCalls['call']>[1]): Promise<void> {
    await changeMessage(this.calls, await this.conversationOf(channel), work);
  }

  private async postRoot(conversation: Conversation, activity: Activity): Promise<PostedMessage> {
    const { channel, botId, tenantId, serviceUrl } = conversation;
    const created = await this.calls.call(serviceUrl, (client, options) =>
      client.conversations.createConversation(
        {
          isGroup: true,
          tenantId,
          bot: { id: botId, name: '' },
          channelData: { channel: { id: channel }, tenant: { id: tenantId } },
          activity,
        },
        options,
      ),
    );
    const conversationId = idOrGarbage(created.id);
    // In a channel the root post's id is also the number after `messageid=`.
    const activityId = idOrGarbage(created.activityId ?? conversationId.split(THREAD)[1]);
    return { conversationId, activityId };
  }

  private async send(conversation: Conversation, conversationId: string, activity: Activity): Promise<PostedMessage> {
    const sent = await this.calls.call(conversation.serviceUrl, (client, options) =>
      client.conversations.sendToConversation(conversationId, activity, options),
    );
    return { conversationId, activityId: idOrGarbage(sent.id) };
  }

  private conversationOf(channel: ChannelKey): Promise<Conversation> {
    return knownConversation(this.book, channel);
  }
}
