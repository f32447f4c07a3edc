// Whether a channel is a place for alerts, written down: every send asks here, and so do questions. What is known stands
// in the store, so that every replica and the next process hold to it.
import { unsafeForAnswers, unsafeReasons, type UnsafeReason } from '../domain/channel-safety';
import { isBotError } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import type { RosterMember } from '../ports/channel-roster';
import type { ChannelSafetyBook, ChannelStanding, SeenChannel } from '../ports/channel-safety-book';
import type { Clock } from '../ports/clock';
import { ROSTER_MAX_AGE_MS } from './channel-audience';
import type { Place } from './click';
import { surveyChannel, type ChannelSurvey, type SurveyDeps } from './survey-channel';

/** Channels of one team that are looked at together when its people change. */
export const LOOKS_ABREAST = 5;

export interface GuardDeps extends SurveyDeps {
  channelSafetyBook: ChannelSafetyBook;
  clock: Clock;
}

export interface RosterNews {
  channel: ChannelKey;
  teamId: string | null;
  /** What an event says of the channel itself. */
  isShared?: boolean;
}

const UNSEEN: ChannelStanding = { reasons: [], isShared: false, approvedMembers: null };

export class ChannelGuard {
  /** Called when there is somebody to tell or something to send. */
  onNews: () => void = () => {};

  constructor(private readonly deps: GuardDeps) {}

  /**
   * Looks at the channel and writes down what is seen. A roster that cannot be read leaves everything as it was: no
   * card is sent meanwhile either.
   */
  async look(channel: ChannelKey, news: { isShared?: boolean } = {}): Promise<void> {
    const standing = { ...(await this.standing(channel)), ...news };
    const survey = await this.surveyOrNull(channel, standing);
    if (survey === null) return;
    // Subscribed by a version that did not count yet: what it is now is what it was approved with.
    const approval = standing.approvedMembers === null ? { approvedMembers: survey.members.length } : {};
    await this.record(channel, { reasons: survey.reasons, tell: true, ...approval, ...news });
  }

  /**
   * For a send: why the channel may not see everything, by what is written down and by the roster the send is held
   * against. A guest in a remembered roster is looked for once more before anything is concluded.
   */
  async reasonsNow(channel: ChannelKey, members: readonly RosterMember[]): Promise<readonly UnsafeReason[]> {
    const standing = await this.standing(channel);
    if (standing.reasons.length > 0 || unsafeReasons({ ...standing, members }).length === 0) return standing.reasons;
    await this.look(channel);
    return (await this.standing(channel)).reasons;
  }

  /** Why nothing is answered in this place. A personal chat is always safe. Throws BotError for an unreadable roster. */
  async reasonsAgainstAnswers({ kind, channel }: Place): Promise<readonly UnsafeReason[]> {
    if (kind === 'personal') return [];
    const standing = await this.standing(channel);
    const { reasons } = await surveyChannel(this.deps, channel, standing, ROSTER_MAX_AGE_MS);
    return unsafeForAnswers(reasons);
  }

  /** What somebody is about to approve, seen afresh; its size is what is approved. Throws BotError. */
  async survey(channel: ChannelKey): Promise<ChannelSurvey> {
    return surveyChannel(this.deps, channel, { ...(await this.standing(channel)), approvedMembers: null }, 0);
  }

  /** Whoever subscribed was told of the reasons in the conversation. */
  async approve(channel: ChannelKey, { members, reasons }: ChannelSurvey): Promise<void> {
    await this.record(channel, { reasons, approvedMembers: members.length, tell: false });
  }

  /** People came or went, or a channel was shared: the team's channels are looked at, and what waits there with them. */
  async changed({ channel: named, teamId: team, isShared }: RosterNews): Promise<void> {
    const { channelSafetyBook, clock } = this.deps;
    const watched = await channelSafetyBook.watched();
    const waiting = watched.filter(({ channel, teamId }) => channel === named || (team !== null && teamId === team));
    const one = async (channel: ChannelKey) => {
      await this.look(channel, channel === named && isShared !== undefined ? { isShared } : {});
      await channelSafetyBook.release(channel, clock.now());
    };
    const walk = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(next.channel);
    };
    await Promise.all(Array.from({ length: LOOKS_ABREAST }, walk));
    this.onNews();
  }

  private async standing(channel: ChannelKey): Promise<ChannelStanding> {
    return (await this.deps.channelSafetyBook.find(channel)) ?? UNSEEN;
  }

  private async surveyOrNull(channel: ChannelKey, standing: ChannelStanding): Promise<ChannelSurvey | null> {
    try {
      return await surveyChannel(this.deps, channel, standing, 0);
    } catch (error) {
      if (!isBotError(error) || error.from === 'store') throw error;
      this.deps.logger.warn('a channel could not be looked at', { code: error.code });
      return null;
    }
  }

  private async record(channel: ChannelKey, seen: SeenChannel): Promise<void> {
    const { channelSafetyBook, clock, logger } = this.deps;
    if (!(await channelSafetyBook.record(channel, seen, clock.now()))) return;
    const [reason] = seen.reasons;
    if (reason === undefined) logger.info('a channel is safe again');
    else logger.warn('a channel became unsafe', { reason });
    this.onNews();
  }
}
