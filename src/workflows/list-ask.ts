// What every list needs to know of its asker, and whom its answer is read by.
import { audienceOf, type Audience } from '../domain/audience';
import { isBotError } from '../domain/errors';
import type { Saying } from '../domain/saying';
import type { DirectoryPerson } from '../ports/analyst-directory';
import type { ChannelAudience } from './channel-audience';
import type { Place } from './click';
import { sayingForFailure } from './make-change';

export interface Listening {
  /** As the directory has them; that they may see details was decided before. */
  asker: DirectoryPerson & { objectId: string };
  place: Pick<Place, 'kind' | 'channel'>;
}

export interface AudienceDeps {
  audience: Pick<ChannelAudience, 'members'>;
}

/** Throws BotError when the channel's roster cannot be read: its subject might be in it. */
export async function readersOf({ audience }: AudienceDeps, { asker, place }: Listening): Promise<Audience> {
  const members = place.kind === 'channel' ? await audience.members(place.channel) : [];
  return audienceOf([asker, ...members]);
}

/** Runs a question whose failures outside are said. Rejects for a store that fails (BotError), which the caller says. */
export async function orSaying<T>(question: () => Promise<T>): Promise<T | { saying: Saying }> {
  try {
    return await question();
  } catch (error) {
    if (!isBotError(error) || error.from === 'store') throw error;
    return { saying: sayingForFailure(error) };
  }
}
