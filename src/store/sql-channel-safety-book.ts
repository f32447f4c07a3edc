// Channels as they were last seen. A change and what follows from it for their sends are one commit.
import type { Transaction } from 'kysely';
import { z } from 'zod/v4';
import { UNSAFE_REASONS, type UnsafeReason } from '../domain/channel-safety';
import type { ChannelKey } from '../domain/channel-routing';
import type { ChannelSafetyBook, ChannelStanding, SeenChannel, WatchedChannel } from '../ports/channel-safety-book';
import { redrawChannel, releaseWithheld } from './redraw-channel';
import type { StoreContext } from './store-context';
import type { ChannelSafetyTable, Tables } from './tables';

const REASONS = z.array(z.enum(UNSAFE_REASONS));

export function readReasons(text: string | null): UnsafeReason[] {
  return text === null ? [] : REASONS.parse(JSON.parse(text));
}

type StandingColumns = Pick<ChannelSafetyTable, 'reasons' | 'is_shared' | 'approved_members'>;

function toStanding({ reasons, is_shared, approved_members }: StandingColumns): ChannelStanding {
  return { reasons: readReasons(reasons), isShared: is_shared === 1, approvedMembers: approved_members };
}

const UNSEEN: StandingColumns = { reasons: '[]', is_shared: 0, approved_members: null };

function isAsBefore(before: ChannelStanding, seen: SeenChannel): boolean {
  const { reasons, isShared, approvedMembers } = before;
  return (
    JSON.stringify(reasons) === JSON.stringify(seen.reasons) &&
    (seen.isShared ?? isShared) === isShared &&
    (seen.approvedMembers ?? approvedMembers) === approvedMembers
  );
}

export class SqlChannelSafetyBook implements ChannelSafetyBook {
  constructor(private readonly context: StoreContext) {}

  async watched(): Promise<readonly WatchedChannel[]> {
    const rows = await this.context.database.read((reader) =>
      reader
        .selectFrom('conversations')
        .leftJoin('channel_safety as safety', (join) =>
          join
            .onRef('safety.tenant_id', '=', 'conversations.tenant_id')
            .onRef('safety.channel', '=', 'conversations.channel'),
        )
        .leftJoin('subscriptions', (join) =>
          join
            .onRef('subscriptions.tenant_id', '=', 'conversations.tenant_id')
            .onRef('subscriptions.channel', '=', 'conversations.channel'),
        )
        .select(['conversations.channel', 'team_id', 'reasons', 'is_shared', 'approved_members'])
        .where('conversations.tenant_id', '=', this.context.tenantId)
        .where('conversations.kind', '=', 'channel')
        .where('forgotten', '=', 0)
        .where((of) => of.or([of('subscriptions.channel', 'is not', null), of('unsafe', '=', 1)]))
        .orderBy('conversations.channel')
        .execute(),
    );
    return rows.map(({ channel, team_id, ...seen }) => ({
      ...toStanding({ ...UNSEEN, ...withoutNulls(seen) }),
      channel,
      teamId: team_id,
    }));
  }

  async find(channel: ChannelKey): Promise<ChannelStanding | null> {
    const row = await this.context.database.read((reader) =>
      reader
        .selectFrom('channel_safety')
        .select(['reasons', 'is_shared', 'approved_members'])
        .where('tenant_id', '=', this.context.tenantId)
        .where('channel', '=', channel)
        .executeTakeFirst(),
    );
    return row ? toStanding(row) : null;
  }

  async record(channel: ChannelKey, seen: SeenChannel, now: number): Promise<boolean> {
    // Most looks see what was seen before, and cost no commit.
    if (isAsBefore((await this.find(channel)) ?? toStanding(UNSEEN), seen)) return false;
    return this.context.database.write(async (transaction) => {
      const row = await this.hold(transaction, channel, now);
      const before = toStanding(row);
      await this.change(transaction, row, before, seen, now);
      const isUnsafe = seen.reasons.length > 0;
      if (isUnsafe === before.reasons.length > 0) return false;
      await redrawChannel(transaction, this.context, channel, now);
      if (!isUnsafe) await releaseWithheld(transaction, this.context, channel, now);
      return true;
    });
  }

  async release(channel: ChannelKey, now: number): Promise<void> {
    await this.context.database.change((connection) => releaseWithheld(connection, this.context, channel, now));
  }

  /** The row, made when there is none, and ours to the end of the transaction: replicas look at one channel together. */
  private async hold(transaction: Transaction<Tables>, channel: ChannelKey, now: number): Promise<ChannelSafetyTable> {
    const { tenantId } = this.context;
    const unseen = { ...UNSEEN, unsafe: 0, changed_at: now, subscriber_told: 1, operations_told: 1, tell_at: now };
    await transaction
      .insertInto('channel_safety')
      .values({ tenant_id: tenantId, channel, ...unseen })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'channel']).doNothing())
      .execute();
    return transaction
      .updateTable('channel_safety')
      .set((of) => ({ changed_at: of.ref('changed_at') }))
      .where('tenant_id', '=', tenantId)
      .where('channel', '=', channel)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** What was never told and is over need not be told any more. */
  private async change(
    transaction: Transaction<Tables>,
    row: ChannelSafetyTable,
    before: ChannelStanding,
    seen: SeenChannel,
    now: number,
  ): Promise<void> {
    const isUnsafe = seen.reasons.length > 0;
    const isNews = seen.tell && seen.reasons.some((reason) => !before.reasons.includes(reason));
    const told = isNews ? { subscriber_told: 0, operations_told: 0, tell_at: now } : {};
    const over = isUnsafe ? {} : { subscriber_told: 1, operations_told: 1 };
    const isShared = seen.isShared ?? before.isShared;
    await transaction
      .updateTable('channel_safety')
      .set({
        ...{ unsafe: Number(isUnsafe), reasons: JSON.stringify(seen.reasons), changed_at: now, ...told, ...over },
        ...{ is_shared: Number(isShared), approved_members: seen.approvedMembers ?? before.approvedMembers },
      })
      .where('tenant_id', '=', row.tenant_id)
      .where('channel', '=', row.channel)
      .execute();
  }
}

function withoutNulls(row: { [K in keyof StandingColumns]: StandingColumns[K] | null }): Partial<StandingColumns> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
