// How channels stood, and who has yet to be told, in memory.
import type { ChannelKey } from '../../src/domain/channel-routing';
import type {
  ChannelSafetyBook,
  ChannelStanding,
  SeenChannel,
  WatchedChannel,
} from '../../src/ports/channel-safety-book';
import type { NoticeReader, SafetyNotice, SafetyNotices } from '../../src/ports/safety-notices';
import type { FakeState } from './fake-state';

const REDRAWN_MAX = 500;
const REDRAW_PRIORITY = -1;

export interface FakeStanding extends ChannelStanding {
  untold: NoticeReader[];
  tellAt: number;
}

const unseen = (): FakeStanding => ({ reasons: [], isShared: false, approvedMembers: null, untold: [], tellAt: 0 });

function isAsBefore({ reasons, isShared, approvedMembers }: FakeStanding, seen: SeenChannel): boolean {
  const before = [reasons, isShared, approvedMembers];
  return (
    JSON.stringify(before) ===
    JSON.stringify([seen.reasons, seen.isShared ?? isShared, seen.approvedMembers ?? approvedMembers])
  );
}

export class FakeChannelSafetyBook implements ChannelSafetyBook {
  constructor(private readonly state: FakeState) {}

  async watched(): Promise<readonly WatchedChannel[]> {
    const known = [...this.state.conversations.values()].filter(
      ({ conversation: { channel, kind }, forgotten }) =>
        kind === 'channel' &&
        !forgotten &&
        (this.state.subscriptions.has(channel) || this.standing(channel).reasons.length > 0),
    );
    const all = known.map(({ conversation: { channel, teamId } }) => {
      const { reasons, isShared, approvedMembers } = this.standing(channel);
      return { channel, teamId, reasons, isShared, approvedMembers };
    });
    return all.sort((a, b) => (a.channel < b.channel ? -1 : 1));
  }

  async find(channel: ChannelKey): Promise<ChannelStanding | null> {
    const found = this.state.standings.get(channel);
    if (found === undefined) return null;
    const { reasons, isShared, approvedMembers } = found;
    return { reasons, isShared, approvedMembers };
  }

  async record(channel: ChannelKey, seen: SeenChannel, now: number): Promise<boolean> {
    const before = this.standing(channel);
    if (isAsBefore(before, seen)) return false;
    const isNews = seen.tell && seen.reasons.some((reason) => !before.reasons.includes(reason));
    const isUnsafe = seen.reasons.length > 0;
    const untold: NoticeReader[] = isNews ? ['subscriber', 'operations'] : isUnsafe ? before.untold : [];
    this.state.standings.set(channel, {
      reasons: [...seen.reasons],
      isShared: seen.isShared ?? before.isShared,
      approvedMembers: seen.approvedMembers ?? before.approvedMembers,
      untold,
      tellAt: isNews ? now : before.tellAt,
    });
    if (isUnsafe === before.reasons.length > 0) return false;
    this.redraw(channel, now);
    if (!isUnsafe) await this.release(channel, now);
    return true;
  }

  async release(channel: ChannelKey, now: number): Promise<void> {
    for (const send of this.state.sends) {
      if (send.channel === channel && send.state === 'withheld') send.notBefore = Math.min(send.notBefore, now);
    }
  }

  private standing(channel: ChannelKey): FakeStanding {
    return this.state.standings.get(channel) ?? unseen();
  }

  private redraw(channel: ChannelKey, now: number): void {
    const standing = this.state.cards.filter((card) => card.channel === channel && card.live !== null && !card.gone);
    for (const card of standing.sort((a, b) => b.id - a.id).slice(0, REDRAWN_MAX)) {
      if (this.state.waitingUpdate(card)) continue;
      const { alertNumber, tier } = card;
      this.state.queue('update', channel, now, { alertNumber, card, tier, priority: REDRAW_PRIORITY });
    }
  }
}

export class FakeSafetyNotices implements SafetyNotices {
  constructor(private readonly state: FakeState) {}

  async take(now: number, retryMs: number): Promise<readonly SafetyNotice[]> {
    const due = [...this.state.standings].filter(
      ([, standing]) => standing.reasons.length > 0 && standing.untold.length > 0 && standing.tellAt <= now,
    );
    return due.map(([channel, standing]) => {
      standing.tellAt = now + retryMs;
      const subscriberObjectId = this.state.subscribers.get(channel) ?? null;
      return { channel, reasons: standing.reasons, untold: [...standing.untold], subscriberObjectId };
    });
  }

  async told(channel: ChannelKey, reader: NoticeReader): Promise<void> {
    const standing = this.state.standings.get(channel);
    if (standing) standing.untold = standing.untold.filter((each) => each !== reader);
  }
}
