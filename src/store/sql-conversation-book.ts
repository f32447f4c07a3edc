// Conversations the bot knows and the channels that receive alerts.
import type { Transaction } from 'kysely';
import { z } from 'zod/v4';
import { SEVERITIES } from '../domain/alert';
import type { ChannelKey, Subscription } from '../domain/channel-routing';
import type { Conversation, ConversationBook } from '../ports/conversation-book';
import { dropPostsOf } from './forgotten-channels';
import type { StoreContext } from './store-context';
import type { ConversationsTable, Tables } from './tables';

const DETAILS = z.object({ serviceUrl: z.string(), botId: z.string(), personObjectId: z.string().nullable() });
const SEVERITY_FILTER = z.array(z.enum(SEVERITIES));

export const detailsPlace = (channel: ChannelKey) => `conversations.sealed_details:${channel}`;
export const subscriberPlace = (channel: ChannelKey) => `subscriptions.sealed_subscriber:${channel}`;

export class SqlConversationBook implements ConversationBook {
  constructor(private readonly context: StoreContext) {}

  async remember(conversation: Conversation, now: number): Promise<void> {
    const row = await this.findRow(conversation.channel);
    // Every activity remembers its conversation; most change nothing and should cost no commit.
    if (row?.forgotten === 0 && JSON.stringify(this.toConversation(row)) === JSON.stringify(tidy(conversation))) return;
    const { kind, teamId, channel, serviceUrl, botId, personObjectId } = conversation;
    const details = this.context.seal.seal(
      JSON.stringify({ serviceUrl, botId, personObjectId }),
      detailsPlace(channel),
    );
    const values = { kind, team_id: teamId, sealed_details: details, forgotten: 0, updated_at: now };
    await this.context.database.write(async (transaction) => {
      if (row?.forgotten === 1) await dropPostsOf(transaction, this.context.tenantId, [channel]);
      await transaction
        .insertInto('conversations')
        .values({ tenant_id: this.context.tenantId, channel, ...values })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'channel']).doUpdateSet(values))
        .execute();
    });
  }

  async find(channel: ChannelKey): Promise<Conversation | null> {
    const row = await this.findRow(channel);
    return row && row.forgotten === 0 ? this.toConversation(row) : null;
  }

  async forget(where: { channel?: ChannelKey; teamId?: string }, now: number): Promise<void> {
    await this.context.database.write(async (transaction) => {
      const channels = await this.channelsAt(transaction, where);
      if (channels.length === 0) return;
      await transaction
        .updateTable('conversations')
        .set({ forgotten: 1, updated_at: now })
        .where('tenant_id', '=', this.context.tenantId)
        .where('channel', 'in', channels)
        .execute();
      await transaction
        .deleteFrom('subscriptions')
        .where('tenant_id', '=', this.context.tenantId)
        .where('channel', 'in', channels)
        .execute();
      await dropPostsOf(transaction, this.context.tenantId, channels);
    });
  }

  async subscribe(
    channel: ChannelKey,
    filter: Pick<Subscription, 'severity' | 'policy'> | null,
    byObjectId: string,
    now: number,
  ): Promise<boolean> {
    if (filter === null) return this.unsubscribe(channel);
    const values = {
      severity: JSON.stringify(filter.severity),
      policy: filter.policy,
      sealed_subscriber: this.context.seal.seal(byObjectId, subscriberPlace(channel)),
      subscribed_at: now,
    };
    await this.context.database.change((connection) =>
      connection
        .insertInto('subscriptions')
        .values({ tenant_id: this.context.tenantId, channel, ...values })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'channel']).doUpdateSet(values))
        .execute(),
    );
    return true;
  }

  async subscriptions(): Promise<readonly Subscription[]> {
    const rows = await this.context.database.read((connection) =>
      connection
        .selectFrom('subscriptions')
        .select(['channel', 'severity', 'policy'])
        .where('tenant_id', '=', this.context.tenantId)
        .orderBy('subscribed_at')
        .orderBy('channel')
        .execute(),
    );
    return rows.map((row) => ({ ...row, severity: SEVERITY_FILTER.parse(JSON.parse(row.severity)) }));
  }

  private async unsubscribe(channel: ChannelKey): Promise<boolean> {
    const ended = await this.context.database.change((connection) =>
      connection
        .deleteFrom('subscriptions')
        .where('tenant_id', '=', this.context.tenantId)
        .where('channel', '=', channel)
        .returning('channel')
        .execute(),
    );
    return ended.length > 0;
  }

  private findRow(channel: ChannelKey): Promise<ConversationsTable | undefined> {
    return this.context.database.read((connection) =>
      connection
        .selectFrom('conversations')
        .selectAll()
        .where('tenant_id', '=', this.context.tenantId)
        .where('channel', '=', channel)
        .executeTakeFirst(),
    );
  }

  private async channelsAt(
    transaction: Transaction<Tables>,
    where: { channel?: ChannelKey; teamId?: string },
  ): Promise<ChannelKey[]> {
    const { channel, teamId } = where;
    const rows = await transaction
      .selectFrom('conversations')
      .select('channel')
      .where('tenant_id', '=', this.context.tenantId)
      .where((of) =>
        of.or([
          ...(channel === undefined ? [] : [of('channel', '=', channel)]),
          ...(teamId === undefined ? [] : [of('team_id', '=', teamId)]),
        ]),
      )
      .execute();
    return rows.map((row) => row.channel);
  }

  private toConversation(row: ConversationsTable): Conversation {
    const details = DETAILS.parse(JSON.parse(this.context.seal.unseal(row.sealed_details, detailsPlace(row.channel))));
    const kind = row.kind === 'personal' ? 'personal' : 'channel';
    return tidy({ channel: row.channel, kind, tenantId: this.context.tenantId, teamId: row.team_id, ...details });
  }
}

/** One order of members, so that two conversations can be compared as text. */
function tidy(of: Conversation): Conversation {
  const { channel, kind, serviceUrl, tenantId, teamId, botId, personObjectId } = of;
  return { channel, kind, serviceUrl, tenantId, teamId, botId, personObjectId };
}
