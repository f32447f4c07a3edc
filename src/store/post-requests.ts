// Asks for cards in channels: one card an alert and channel, and one open post a card.
import type { Transaction } from 'kysely';
import type { ChannelKey } from '../domain/channel-routing';
import { inChunks } from './database';
import { newSend, type NewSend } from './outbox-rows';
import type { StoreContext } from './store-context';
import type { CardsTable, Tables } from './tables';

export interface WantedPost {
  alertNumber: number;
  channel: ChannelKey;
  priority: number;
}

type CardRow = Omit<CardsTable, 'id'> & { id: number };

const keyOf = (alertNumber: number, channel: ChannelKey) => `${alertNumber} ${channel}`;

async function insertCards(
  transaction: Transaction<Tables>,
  context: StoreContext,
  wanted: readonly WantedPost[],
  now: number,
): Promise<void> {
  const rows = wanted.map(({ alertNumber, channel }) => ({
    tenant_id: context.tenantId,
    alert_number: alertNumber,
    channel,
    live_attempt_id: null,
    tier: 'full',
    gone: 0,
    created_at: now,
  }));
  for (const chunk of inChunks(rows, context.database.driver.rowsPerStatement)) {
    await transaction
      .insertInto('cards')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'alert_number', 'channel']).doNothing())
      .execute();
  }
}

/**
 * Cards of the wanted pairs that do not stand: never posted, or given up. A deleted card counts as standing. The update
 * that changes nothing holds them, so that none comes to stand before its post is queued.
 */
async function cardsWithoutMessage(
  transaction: Transaction<Tables>,
  context: StoreContext,
  wanted: readonly WantedPost[],
): Promise<CardRow[]> {
  const pairs = new Set(wanted.map(({ alertNumber, channel }) => keyOf(alertNumber, channel)));
  const numbers = [...new Set(wanted.map((post) => post.alertNumber))];
  const found: CardRow[] = [];
  for (const chunk of inChunks(numbers, context.database.driver.rowsPerStatement)) {
    const rows = await transaction
      .updateTable('cards')
      .set((of) => ({ created_at: of.ref('created_at') }))
      .where('tenant_id', '=', context.tenantId)
      .where('alert_number', 'in', chunk)
      .where('live_attempt_id', 'is', null)
      .where('gone', '=', 0)
      .returningAll()
      .execute();
    found.push(...rows.filter((card) => pairs.has(keyOf(card.alert_number, card.channel))));
  }
  return found.sort((a, b) => a.id - b.id);
}

/** Cards of which some former attempt may have landed unseen. */
async function cardsInDoubt(
  transaction: Transaction<Tables>,
  context: StoreContext,
  cards: readonly CardRow[],
): Promise<Set<number>> {
  const doubtful = new Set<number>();
  for (const chunk of inChunks(cards, context.database.driver.rowsPerStatement)) {
    const rows = await transaction
      .selectFrom('card_attempts')
      .select('card_id')
      .where('tenant_id', '=', context.tenantId)
      .where('outcome', 'in', ['unknown', 'sending'])
      .where(
        'card_id',
        'in',
        chunk.map((card) => card.id),
      )
      .execute();
    for (const row of rows) doubtful.add(row.card_id);
  }
  return doubtful;
}

async function insertPosts(
  transaction: Transaction<Tables>,
  context: StoreContext,
  posts: readonly NewSend[],
): Promise<number> {
  let queued = 0;
  for (const chunk of inChunks(posts, context.database.driver.rowsPerStatement)) {
    const rows = await transaction
      .insertInto('outbox')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'only_one']).doNothing())
      .returning('id')
      .execute();
    queued += rows.length;
  }
  return queued;
}

/** A card that stands, waits or was deleted by a person gets no second post. Gives the number of posts queued. */
export async function queuePosts(
  transaction: Transaction<Tables>,
  context: StoreContext,
  wanted: readonly WantedPost[],
  now: number,
): Promise<number> {
  if (wanted.length === 0) return 0;
  await insertCards(transaction, context, wanted, now);
  const cards = await cardsWithoutMessage(transaction, context, wanted);
  const doubtful = await cardsInDoubt(transaction, context, cards);
  const priorities = new Map(wanted.map((post) => [keyOf(post.alertNumber, post.channel), post.priority]));
  const posts = cards.map((card) => ({
    ...newSend(
      context.tenantId,
      'post',
      card.channel,
      priorities.get(keyOf(card.alert_number, card.channel)) ?? 0,
      now,
    ),
    alert_number: card.alert_number,
    card_id: card.id,
    tier: card.tier,
    only_one: `post:${card.id}`,
    possible_repeat: Number(doubtful.has(card.id)),
  }));
  return insertPosts(transaction, context, posts);
}
