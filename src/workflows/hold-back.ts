// What becomes of a send that its channel may not see now: it moves to the fallback channel when that one may, and waits
// otherwise. It is never in both, and never in none.
import type { UnsafeChannels } from '../domain/channel-safety';
import { isBotError } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import type { StoredAlert } from '../domain/stored-alert';
import type { ClaimedSend, Settlement } from '../ports/card-outbox';
import type { Clock } from '../ports/clock';
import type { ConversationBook } from '../ports/conversation-book';
import type { Logger } from '../ports/logger';
import type { ChannelAudience } from './channel-audience';
import type { ChannelGuard } from './channel-guard';
import type { OperationsDesk } from './tell-operations';

/** How long a row waits before a channel that may not see it is looked at again; news of its people is quicker. */
export const WITHHELD_RECHECK_MS = 60_000;

export interface HoldBackDeps {
  audience: Pick<ChannelAudience, 'members' | 'holdsSubject'>;
  guard: Pick<ChannelGuard, 'reasonsNow'>;
  conversationBook: Pick<ConversationBook, 'find'>;
  clock: Clock;
  logger: Logger;
  desk: Pick<OperationsDesk, 'tell'>;
}

export interface HoldBackSettings {
  fallbackChannel: ChannelKey | null;
  unsafeChannels: UnsafeChannels;
}

export type HeldFor = 'subject' | 'unsafe';

const EVENTS: Record<HeldFor, string> = {
  subject: 'a card is held back: the alert concerns a member of the channel',
  unsafe: 'a card is held back: the channel is not safe',
};

/** Whether the fallback channel may see it: judged like every other channel, and doubt is a no. */
async function isFit(
  deps: HoldBackDeps,
  { unsafeChannels }: HoldBackSettings,
  channel: ChannelKey,
  alert: StoredAlert | null,
): Promise<boolean> {
  const { audience, guard, conversationBook } = deps;
  if ((await conversationBook.find(channel)) === null) return false;
  try {
    const members = await audience.members(channel);
    if (audience.holdsSubject(members, alert?.subject ?? null)) return false;
    return unsafeChannels === 'neutral' || (await guard.reasonsNow(channel, members)).length === 0;
  } catch (error) {
    if (!isBotError(error) || error.from === 'store') throw error;
    return false;
  }
}

/** `alert` null for a digest. Operators are told when a card has nowhere to go, and of nobody's name or number. */
export async function holdBack(
  deps: HoldBackDeps,
  settings: HoldBackSettings,
  send: ClaimedSend,
  alert: StoredAlert | null,
  why: HeldFor,
): Promise<Settlement> {
  const { logger, clock, desk } = deps;
  const { fallbackChannel: fallback } = settings;
  const about = send.alertNumber === null ? {} : { alertNumber: send.alertNumber };
  logger.warn(EVENTS[why], { ...about, sendKind: send.kind });
  const isNew = send.kind === 'post' || send.kind === 'digest';
  if (isNew && fallback !== null && fallback !== send.channel && (await isFit(deps, settings, fallback, alert))) {
    return { is: 'moved', to: fallback };
  }
  // A channel's own pause was told when it began; that its cards wait needs no second word.
  if (isNew && (why === 'subject' || fallback !== null)) await desk.tell('cardHeldBack');
  return { is: 'withheld', notBefore: clock.now() + WITHHELD_RECHECK_MS };
}
