// Tells of channels that became unsafe: whoever subscribed in their own chat, operators in their channel. Once a change,
// however many cards it holds back, and after a restart if the process ended before.
import type { UnsafeChannels } from '../domain/channel-safety';
import { isBotError, type ErrorCode } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import type { Saying } from '../domain/saying';
import type { Untrusted } from '../domain/untrusted';
import type { CardPoster } from '../ports/card-poster';
import type { ChannelRoster } from '../ports/channel-roster';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { PersonMessenger } from '../ports/person-messenger';
import type { NoticeReader, SafetyNotice, SafetyNotices } from '../ports/safety-notices';
import { ROSTER_MAX_AGE_MS } from './channel-audience';

/** How long one telling may take before it counts as lost with its process. */
export const NOTICE_RETRY_MS = 60_000;

/** Nothing was written for certain: it is tried again. What may have been written is not said twice. */
const UNWRITTEN: readonly ErrorCode[] = ['throttled', 'notConnected', 'unauthorised', 'credentialRefused', 'conflict'];

export interface TellUnsafeDeps {
  safetyNotices: SafetyNotices;
  channelRoster: ChannelRoster;
  personMessenger: PersonMessenger;
  cardPoster: Pick<CardPoster, 'post'>;
  clock: Clock;
  logger: Logger;
}

export interface TellUnsafeSettings {
  operationsChannel: ChannelKey | null;
  unsafeChannels: UnsafeChannels;
}

export class UnsafeTeller {
  constructor(
    private readonly deps: TellUnsafeDeps,
    private readonly settings: TellUnsafeSettings,
  ) {}

  /** Gives every notice that is due. Rejects only for a store that fails (BotError). */
  async tellDue(): Promise<void> {
    const { safetyNotices, clock } = this.deps;
    for (const notice of await safetyNotices.take(clock.now(), NOTICE_RETRY_MS)) {
      const channel = await this.nameOf(notice.channel);
      for (const reader of notice.untold) await this.tell(notice, reader, channel);
    }
  }

  private async tell(notice: SafetyNotice, reader: NoticeReader, channel: Untrusted | null): Promise<void> {
    const { reasons } = notice;
    const then = this.settings.unsafeChannels;
    const saying: Saying = { code: 'channelBecameUnsafe', reader, channel, reasons, then };
    try {
      await (reader === 'subscriber' ? this.tellSubscriber(notice, saying) : this.tellOperations(saying));
    } catch (error) {
      if (!isBotError(error) || error.from === 'store') throw error;
      this.deps.logger.error('nobody could be told that a channel became unsafe', { code: error.code, reason: reader });
      if (UNWRITTEN.includes(error.code)) return;
    }
    await this.deps.safetyNotices.told(notice.channel, reader);
  }

  private async tellSubscriber({ channel, subscriberObjectId }: SafetyNotice, saying: Saying): Promise<void> {
    if (subscriberObjectId === null) return;
    const person = await this.teamsIdOf(channel, subscriberObjectId);
    await this.deps.personMessenger.tell(channel, person, saying);
  }

  private async tellOperations(saying: Saying): Promise<void> {
    const { operationsChannel } = this.settings;
    if (operationsChannel !== null) await this.deps.cardPoster.post(operationsChannel, { kind: 'notice', saying });
  }

  /** Teams' own id of a member; whoever has left is asked for by the directory's. */
  private async teamsIdOf(channel: ChannelKey, objectId: string): Promise<string> {
    try {
      const members = await this.deps.channelRoster.members(channel, ROSTER_MAX_AGE_MS);
      return members.find((member) => member.objectId === objectId)?.mri ?? objectId;
    } catch {
      return objectId;
    }
  }

  private async nameOf(channel: ChannelKey): Promise<Untrusted | null> {
    try {
      return (await this.deps.channelRoster.describe(channel, ROSTER_MAX_AGE_MS))?.name ?? null;
    } catch {
      return null;
    }
  }
}
