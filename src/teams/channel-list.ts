// The channels of a team with their names and kinds, as the Connector lists them.
import { z } from 'zod/v4';
import { BotError } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import { untrustedOrNull } from '../domain/untrusted';
import type { ChannelDescription } from '../ports/channel-roster';

const CHANNEL_TYPES = ['standard', 'private', 'shared'] as const;

const list = z.looseObject({
  conversations: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().nullish().catch(null),
      type: z.string().nullish().catch(null),
    }),
  ),
});

function typeOf(type: string | null | undefined): ChannelDescription['type'] {
  return CHANNEL_TYPES.find((known) => known === type?.toLowerCase()) ?? 'unknown';
}

/** One channel of the answer; null when it does not stand there. Throws BotError `garbage`. */
export function describedIn(answer: unknown, channel: ChannelKey): ChannelDescription | null {
  const read = list.safeParse(answer);
  if (!read.success) throw new BotError('garbage', { from: 'connector' });
  const found = read.data.conversations.find(({ id }) => id === channel);
  return found === undefined ? null : { name: untrustedOrNull(found.name), type: typeOf(found.type) };
}
