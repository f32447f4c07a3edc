// Everything that tells whether a channel is a place for alerts: its roster, the directory's word on the people in it,
// and what kind of channel it is. Nothing is written down here.
import { unsafeReasons, type UnsafeReason } from '../domain/channel-safety';
import { isBotError } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import type { AnalystDirectory } from '../ports/analyst-directory';
import type { ChannelRoster, RosterMember } from '../ports/channel-roster';
import type { ChannelStanding } from '../ports/channel-safety-book';
import type { Logger } from '../ports/logger';

export interface SurveyDeps {
  channelRoster: ChannelRoster;
  analystDirectory: Pick<AnalystDirectory, 'guestsAmong'>;
  logger: Logger;
}

export interface ChannelSurvey {
  members: readonly RosterMember[];
  /** Empty = safe. */
  reasons: readonly UnsafeReason[];
}

type Known = Omit<ChannelStanding, 'reasons'>;

/** The directory's word beside the roster's. Without an answer the roster's own stands: cards wait for no directory. */
async function withGuests(deps: SurveyDeps, members: readonly RosterMember[]): Promise<readonly RosterMember[]> {
  const ids = members.flatMap(({ objectId }) => objectId ?? []);
  if (ids.length === 0) return members;
  try {
    const guests = await deps.analystDirectory.guestsAmong(ids);
    return members.map((member) => (guests.has(member.objectId ?? '') ? { ...member, isGuest: true } : member));
  } catch (error) {
    if (!isBotError(error)) throw error;
    deps.logger.warn('the directory could not be asked for guests; the roster’s own word counts', { code: error.code });
    return members;
  }
}

/** A service that cannot say leaves the roster and the events to tell. */
async function isOfSharedType({ channelRoster, logger }: SurveyDeps, channel: ChannelKey, maxAgeMs: number) {
  try {
    return (await channelRoster.describe(channel, maxAgeMs))?.type === 'shared';
  } catch (error) {
    if (!isBotError(error)) throw error;
    logger.warn('the kind of a channel could not be asked', { code: error.code });
    return false;
  }
}

/**
 * Up to `maxAgeMs` old. Throws BotError when the roster cannot be read. Where the roster alone says enough nobody else is
 * asked: a pause waits for no directory.
 */
export async function surveyChannel(
  deps: SurveyDeps,
  channel: ChannelKey,
  known: Known,
  maxAgeMs: number,
): Promise<ChannelSurvey> {
  const members = await deps.channelRoster.members(channel, maxAgeMs);
  const reasons = unsafeReasons({ ...known, members });
  if (reasons.length > 0) return { members, reasons };
  const [vetted, isShared] = await Promise.all([withGuests(deps, members), isOfSharedType(deps, channel, maxAgeMs)]);
  return { members, reasons: unsafeReasons({ ...known, members: vetted, isShared: known.isShared || isShared }) };
}
