// An attempt to post was found to stand in Teams, by its answer or by a press on it: the first such attempt of a card
// is the live one, every later one a twin that is taken back.
import type { Transaction } from 'kysely';
import type { PostedMessage } from '../ports/card-poster';
import { newSend, WAITING } from './outbox-rows';
import type { StoreContext } from './store-context';
import type { CardAttemptsTable, CardsTable, Tables } from './tables';

export type AttemptRow = Omit<CardAttemptsTable, 'id'> & { id: number };
type CardRow = Omit<CardsTable, 'id'> & { id: number };

/** Twins go before cards: two cards of one alert mislead. */
const RETRACT_PRIORITY = 5;

/** Holds the card's row to the end of the transaction: two attempts may land at one moment. */
async function holdCard(transaction: Transaction<Tables>, context: StoreContext, cardId: number): Promise<CardRow> {
  return transaction
    .updateTable('cards')
    .set((of) => ({ created_at: of.ref('created_at') }))
    .where('tenant_id', '=', context.tenantId)
    .where('id', '=', cardId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function retract(
  transaction: Transaction<Tables>,
  context: StoreContext,
  card: CardRow,
  attempt: AttemptRow,
  now: number,
): Promise<void> {
  const send = newSend(context.tenantId, 'retract', card.channel, RETRACT_PRIORITY, now);
  const about = { alert_number: card.alert_number, card_id: card.id, attempt_id: attempt.id };
  await transaction
    .insertInto('outbox')
    .values({ ...send, ...about, only_one: `retract:${attempt.id}` })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'only_one']).doNothing())
    .execute();
}

/** A card that stands needs its post no more. One that is being sent is settled by its sender. */
async function endPost(transaction: Transaction<Tables>, context: StoreContext, cardId: number): Promise<void> {
  await transaction
    .updateTable('outbox')
    .set({ state: 'sent', only_one: null, resend_at: null })
    .where('tenant_id', '=', context.tenantId)
    .where('card_id', '=', cardId)
    .where('kind', '=', 'post')
    .where('state', 'in', [...WAITING, 'claimed', 'unknown', 'dead'])
    .execute();
}

/** The first place an attempt is found at is its place for good. */
export async function attemptLanded(
  transaction: Transaction<Tables>,
  context: StoreContext,
  attempt: AttemptRow,
  posted: PostedMessage,
  now: number,
): Promise<void> {
  const card = await holdCard(transaction, context, attempt.card_id);
  await transaction
    .updateTable('card_attempts')
    .set({ conversation_id: posted.conversationId, activity_id: posted.activityId, outcome: 'landed' })
    .where('id', '=', attempt.id)
    .where('activity_id', 'is', null)
    .execute();
  if (card.live_attempt_id !== null && card.live_attempt_id !== attempt.id) {
    if (attempt.outcome !== 'retracted') await retract(transaction, context, card, attempt, now);
    return;
  }
  await transaction
    .updateTable('cards')
    .set({ live_attempt_id: attempt.id, gone: 0 })
    .where('id', '=', card.id)
    .execute();
  await endPost(transaction, context, card.id);
}
