// Channels that an operator names in the configuration. The bot may write to them before anything was said there: what
// it needs to know of them is the same as for every other channel of the tenant.
import type { ChannelKey } from '../domain/channel-routing';
import type { Conversation, ConversationBook } from '../ports/conversation-book';

/** How the id of a channel begins; a chat with one person is reached by that person's own activity alone. */
const CHANNEL_PREFIX = '19:';

/** Finds what is known, and lends a configured channel the service of a subscribed one. The store itself is untouched. */
export function withConfiguredChannels(
  book: Pick<ConversationBook, 'find' | 'subscriptions'>,
  configured: readonly (ChannelKey | null)[],
): Pick<ConversationBook, 'find'> {
  const lend = async (channel: ChannelKey): Promise<Conversation | null> => {
    for (const { channel: subscribed } of await book.subscriptions()) {
      const known = await book.find(subscribed);
      if (known?.kind === 'channel') return { ...known, channel };
    }
    return null;
  };
  const mayBeLent = (channel: ChannelKey) => configured.includes(channel) && channel.startsWith(CHANNEL_PREFIX);
  return { find: async (channel) => (await book.find(channel)) ?? (mayBeLent(channel) ? lend(channel) : null) };
}
