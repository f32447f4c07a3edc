// Cards that stand in Teams, found by their opaque reference, and requests for more of them.
import { severityRank } from '../domain/alert';
import type { ChannelKey } from '../domain/channel-routing';
import type { Transaction } from 'kysely';
import type { CardBook, CardByRef } from '../ports/card-book';
import type { PostedMessage } from '../ports/card-poster';
import { toStoredAlerts } from './alert-rows';
import { attemptLanded } from './card-landing';
import { digestText, newSend } from './outbox-rows';
import { RememberedReads } from './remembered-reads';
import { queuePosts } from './post-requests';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** A digest answers a person who has just subscribed: before cards of every severity but high. */
const DIGEST_PRIORITY = severityRank('high');

export class SqlCardBook implements CardBook {
  private readonly found: RememberedReads<CardByRef | null>;

  constructor(private readonly context: StoreContext) {
    this.found = new RememberedReads(context.database, context.now);
  }

  findByRef(cardRef: string): Promise<CardByRef | null> {
    const refHash = this.refHash(cardRef);
    return this.found.get(refHash, () => this.readByRef(refHash));
  }

  private readByRef(refHash: string): Promise<CardByRef | null> {
    return this.context.database.read(async (connection) => {
      const row = await connection
        .selectFrom('card_attempts')
        .innerJoin('cards', 'cards.id', 'card_attempts.card_id')
        .leftJoin('channel_safety', (join) =>
          join
            .onRef('channel_safety.tenant_id', '=', 'cards.tenant_id')
            .onRef('channel_safety.channel', '=', 'cards.channel'),
        )
        .select(['card_attempts.id as attempt_id', 'card_id', 'alert_number', 'cards.channel', 'unsafe'])
        .select(['live_attempt_id', 'conversation_id', 'activity_id'])
        .where('card_attempts.tenant_id', '=', this.context.tenantId)
        .where('ref_hash', '=', refHash)
        .executeTakeFirst();
      if (!row) return null;
      const alerts = await connection
        .selectFrom('alerts')
        .selectAll()
        .where('tenant_id', '=', this.context.tenantId)
        .where('number', '=', row.alert_number)
        .execute();
      const [alert] = await toStoredAlerts(connection, this.context, alerts);
      if (!alert) return null;
      const { conversation_id: conversationId, activity_id: activityId } = row;
      const posted = conversationId !== null && activityId !== null ? { conversationId, activityId } : null;
      const isLive = row.live_attempt_id === null || row.live_attempt_id === row.attempt_id;
      return { cardId: row.card_id, alert, channel: row.channel, posted, isLive, isNeutral: row.unsafe === 1 };
    });
  }

  async alertInThread(conversationId: string): Promise<number | null> {
    const row = await this.context.database.read((reader) =>
      reader
        .selectFrom('card_attempts')
        .innerJoin('cards', 'cards.id', 'card_attempts.card_id')
        .select('alert_number')
        .where('card_attempts.tenant_id', '=', this.context.tenantId)
        .where('conversation_id', '=', conversationId)
        .where('channel', '<>', conversationId)
        .executeTakeFirst(),
    );
    return row?.alert_number ?? null;
  }

  async adopt(cardRef: string, posted: PostedMessage, now: number): Promise<void> {
    await this.context.database.write(async (transaction) => {
      const attempt = await transaction
        .selectFrom('card_attempts')
        .selectAll()
        .where('tenant_id', '=', this.context.tenantId)
        .where('ref_hash', '=', this.refHash(cardRef))
        .executeTakeFirst();
      if (attempt) await attemptLanded(transaction, this.context, attempt, posted, now);
    });
  }

  requestPost(alertNumber: number, channel: ChannelKey, now: number): Promise<'queued' | 'exists'> {
    return this.context.database.write(async (transaction) => {
      const { tenantId } = this.context;
      const card = await transaction
        .selectFrom('cards')
        .select(['id', 'live_attempt_id', 'gone'])
        .where('tenant_id', '=', tenantId)
        .where('alert_number', '=', alertNumber)
        .where('channel', '=', channel)
        .executeTakeFirst();
      if (card && card.live_attempt_id !== null && card.gone === 0) return 'exists';
      if (card?.gone === 1) await this.forgetDeletedMessage(transaction, card.id);
      await queuePosts(transaction, this.context, [{ alertNumber, channel, priority: DIGEST_PRIORITY }], now);
      return 'queued';
    });
  }

  async requestDigest(
    channel: ChannelKey,
    numbers: readonly number[],
    alreadyResolved: number,
    now: number,
  ): Promise<void> {
    const send = newSend(this.context.tenantId, 'digest', channel, DIGEST_PRIORITY, now);
    await this.context.database.change((connection) =>
      connection
        .insertInto('outbox')
        .values({ ...send, digest: digestText(numbers, alreadyResolved) })
        .execute(),
    );
  }

  /** A person asked for the card by name, so the one that somebody deleted is posted anew. */
  private async forgetDeletedMessage(transaction: Transaction<Tables>, cardId: number): Promise<void> {
    await transaction.updateTable('cards').set({ gone: 0, live_attempt_id: null }).where('id', '=', cardId).execute();
  }

  private refHash(cardRef: string): string {
    return this.context.seal.lookupHash('cardRef', cardRef);
  }
}
