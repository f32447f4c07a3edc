// Who is in a channel, from the channel's own conversation, and what its team says of the channel. Kept for as long as the asker allows, and forgotten when
// anybody joins or leaves anything.
import { Teams } from 'botframework-connector';
import { z } from 'zod/v4';
import { BotError } from '../domain/errors';
import type { ChannelKey } from '../domain/channel-routing';
import type { ChannelDescription, ChannelRoster, RosterMember } from '../ports/channel-roster';
import type { Clock } from '../ports/clock';
import type { ConversationBook } from '../ports/conversation-book';
import { describedIn } from './channel-list';
import type { ConnectorCalls } from './connector-calls';
import { rosterMember } from './roster-member';

export const ROSTER_PAGE_SIZE = 500;
/** 25,000 people: as many as a team may have. */
export const ROSTER_PAGES_MAX = 50;
export const ROSTERS_KEPT = 500;

const page = z.looseObject({ members: z.array(z.unknown()), continuationToken: z.string().nullish() });

interface Kept {
  at: number;
  members: readonly RosterMember[];
}

export interface TeamsChannelRosterOptions {
  book: Pick<ConversationBook, 'find'>;
  calls: ConnectorCalls;
  clock: Pick<Clock, 'now'>;
  homeTenantId: string;
}

export class TeamsChannelRoster implements ChannelRoster {
  private kept = new Map<ChannelKey, Kept>();
  private readonly described = new Map<ChannelKey, { at: number; description: ChannelDescription | null }>();
  private asking = new Map<ChannelKey, { at: number; members: Promise<readonly RosterMember[]> }>();

  constructor(private readonly options: TeamsChannelRosterOptions) {}

  async members(channel: ChannelKey, maxAgeMs: number): Promise<readonly RosterMember[]> {
    const now = this.options.clock.now();
    const kept = this.kept.get(channel);
    if (kept !== undefined && now - kept.at < maxAgeMs) return kept.members;
    const asked = this.asking.get(channel);
    return asked !== undefined && now - asked.at <= maxAgeMs ? asked.members : this.ask(channel, now, maxAgeMs > 0);
  }

  async describe(channel: ChannelKey, maxAgeMs: number): Promise<ChannelDescription | null> {
    const { book, calls, clock } = this.options;
    const now = clock.now();
    const known = this.described.get(channel);
    if (known !== undefined && now - known.at < maxAgeMs) return known.description;
    const conversation = await book.find(channel);
    if (conversation === null) throw new BotError('notFound', { from: 'connector', detail: 'ConversationNotFound' });
    const { teamId, serviceUrl } = conversation;
    if (teamId === null) return null;
    const answer = await calls.call(serviceUrl, (client, options) =>
      new Teams(client).fetchChannelList(teamId, options),
    );
    const description = describedIn(answer, channel);
    if (this.described.size >= ROSTERS_KEPT) this.described.clear();
    this.described.set(channel, { at: now, description });
    return description;
  }

  /** Somebody joined or left: nothing known so far may be relied on, nor what is being asked at this moment. */
  forgetAll(): void {
    this.kept = new Map();
    this.asking = new Map();
    this.described.clear();
  }

  /** Who wants it of this very moment decides something of their own: sends go by what they asked for themselves. */
  private ask(channel: ChannelKey, at: number, mayBeKept: boolean): Promise<readonly RosterMember[]> {
    const { kept, asking } = this;
    const members = this.readAll(channel);
    const asked = { at, members };
    asking.set(channel, asked);
    const settled = () => asking.get(channel) === asked && asking.delete(channel);
    const keep = (read: readonly RosterMember[]) => mayBeKept && this.keep(kept, channel, { at, members: read });
    members.then(keep).then(settled, settled);
    return members;
  }

  /** `kept` is the map of when the question was asked: after a `forgetAll` the answer is kept by nobody. */
  private keep(kept: Map<ChannelKey, Kept>, channel: ChannelKey, roster: Kept): void {
    const oldest = kept.keys().next();
    if (kept.size >= ROSTERS_KEPT && oldest.done === false) kept.delete(oldest.value);
    kept.delete(channel);
    kept.set(channel, roster);
  }

  private async readAll(channel: ChannelKey): Promise<readonly RosterMember[]> {
    const conversation = await this.options.book.find(channel);
    if (conversation === null) throw new BotError('notFound', { from: 'connector', detail: 'ConversationNotFound' });
    const members: RosterMember[] = [];
    let continuationToken: string | undefined;
    for (let pages = 0; pages < ROSTER_PAGES_MAX; pages += 1) {
      const read = await this.readPage(conversation.serviceUrl, channel, continuationToken);
      members.push(...read.members);
      if (read.continuationToken === undefined) return members;
      continuationToken = read.continuationToken;
    }
    // Half a roster could lack the one person who must not see the card.
    throw new BotError('garbage', { from: 'connector', detail: 'RosterTooLong' });
  }

  private async readPage(serviceUrl: string, channel: ChannelKey, continuationToken: string | undefined) {
    const answer = await this.options.calls.call(serviceUrl, (client, options) =>
      client.conversations.getConversationPagedMembers(channel, {
        ...options,
        pageSize: ROSTER_PAGE_SIZE,
        // Declared as always there; the package's own callers leave it out on the first page too.
        continuationToken: continuationToken as string,
      }),
    );
    const read = page.safeParse(answer);
    if (!read.success) throw new BotError('garbage', { from: 'connector' });
    const members = read.data.members.map((listed) => rosterMember(listed, this.options.homeTenantId));
    if (members.includes(null)) throw new BotError('garbage', { from: 'connector' });
    return {
      members: members.filter((member) => member !== null),
      continuationToken: read.data.continuationToken || undefined,
    };
  }
}
