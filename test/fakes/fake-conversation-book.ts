// Conversations and subscriptions in memory.
import type { ChannelKey, Subscription } from '../../src/domain/channel-routing';
import type { Conversation, ConversationBook } from '../../src/ports/conversation-book';
import type { FakeState } from './fake-state';

export class FakeConversationBook implements ConversationBook {
  constructor(private readonly state: FakeState) {}

  async remember(conversation: Conversation, _now: number): Promise<void> {
    if (this.state.isForgotten(conversation.channel)) this.dropPosts(conversation.channel);
    this.state.conversations.set(conversation.channel, { conversation: { ...conversation }, forgotten: false });
  }

  async find(channel: ChannelKey): Promise<Conversation | null> {
    const known = this.state.conversations.get(channel);
    return known && !known.forgotten ? { ...known.conversation } : null;
  }

  async forget(where: { channel?: ChannelKey; teamId?: string }, _now: number): Promise<void> {
    for (const [channel, known] of this.state.conversations) {
      const named = channel === where.channel;
      const inTeam = where.teamId !== undefined && known.conversation.teamId === where.teamId;
      if (!named && !inTeam) continue;
      known.forgotten = true;
      this.state.subscriptions.delete(channel);
      this.state.subscribers.delete(channel);
      this.dropPosts(channel);
    }
  }

  async subscribe(
    channel: ChannelKey,
    filter: Pick<Subscription, 'severity' | 'policy'> | null,
    byObjectId: string,
    _now: number,
  ): Promise<boolean> {
    if (filter === null) {
      this.state.subscribers.delete(channel);
      return this.state.subscriptions.delete(channel);
    }
    this.state.subscribers.set(channel, byObjectId);
    this.state.subscriptions.set(channel, { channel, severity: [...filter.severity], policy: filter.policy });
    return true;
  }

  async subscriptions(): Promise<readonly Subscription[]> {
    return [...this.state.subscriptions.values()];
  }

  private dropPosts(channel: ChannelKey): void {
    for (const send of this.state.sends) {
      const isPost = send.kind === 'post' || send.kind === 'digest';
      const waits = ['queued', 'withheld', 'unknown'].includes(send.state);
      if (send.channel === channel && isPost && waits) send.state = 'dead';
    }
  }
}
