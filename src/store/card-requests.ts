// The sends that a commit of alerts causes: posts of new cards, redraws of those that stand, replies on a rise.
// Rows only; who sends them, and what they show then, is decided later.
import type { Transaction } from 'kysely';
import { severityRank, type Severity } from '../domain/alert';
import type { AlertDecision } from '../ports/alert-log';
import type { AppliedDecision, AlertToRedraw } from './alert-statements';
import { inChunks } from './database';
import { newSend, REDRAW_WAIT_MS, type NewSend } from './outbox-rows';
import { queuePosts, type WantedPost } from './post-requests';
import type { StoreContext } from './store-context';
import type { CardsTable, Tables } from './tables';

type Card = Pick<CardsTable, 'alert_number' | 'channel' | 'tier'> & { id: number };

/** What a commit means for the cards of one alert that stand already. */
interface Stir {
  number: number;
  priority: number;
  redraw: AlertDecision['redraw'];
  rise: { severity: Severity | null; contentHash: string } | null;
}

export function priorityOf(severity: Severity | null): number {
  return severityRank(severity ?? 'high');
}

function stirOf({ decision, number }: AppliedDecision): Stir {
  const { severity, contentHash } = decision.alert;
  const rise = decision.tellSeverityRise ? { severity, contentHash } : null;
  return { number, priority: priorityOf(severity), redraw: decision.redraw, rise };
}

function redrawNow({ number, severity }: AlertToRedraw): Stir {
  return { number, priority: priorityOf(severity), redraw: 'now', rise: null };
}

async function standingCards(
  transaction: Transaction<Tables>,
  context: StoreContext,
  numbers: readonly number[],
): Promise<Card[]> {
  const cards: Card[] = [];
  for (const chunk of inChunks(numbers, context.database.driver.rowsPerStatement)) {
    const rows = await transaction
      .selectFrom('cards')
      .select(['id', 'alert_number', 'channel', 'tier'])
      .where('tenant_id', '=', context.tenantId)
      .where('alert_number', 'in', chunk)
      .where('gone', '=', 0)
      .orderBy('id')
      .execute();
    cards.push(...rows);
  }
  return cards;
}

/**
 * Cards whose post still waits are drawn when it goes, so they need no redraw. The update that changes nothing holds
 * those rows: nobody can claim one and draw the former state before this commit ends.
 */
async function cardsYetToBeDrawn(
  transaction: Transaction<Tables>,
  context: StoreContext,
  cards: readonly Card[],
): Promise<Set<number>> {
  const waiting = new Set<number>();
  for (const chunk of inChunks(cards, context.database.driver.rowsPerStatement)) {
    const rows = await transaction
      .updateTable('outbox')
      .set((of) => ({ created_at: of.ref('created_at') }))
      .where('tenant_id', '=', context.tenantId)
      .where('kind', '=', 'post')
      .where('state', 'in', ['queued', 'withheld'])
      .where('possible_repeat', '=', 0)
      .where(
        'card_id',
        'in',
        chunk.map((card) => card.id),
      )
      .returning('card_id')
      .execute();
    for (const row of rows) if (row.card_id !== null) waiting.add(row.card_id);
  }
  return waiting;
}

async function cardsWithOpenForms(
  transaction: Transaction<Tables>,
  context: StoreContext,
  cards: readonly Card[],
): Promise<Set<number>> {
  const open = new Set<number>();
  for (const chunk of inChunks(cards, context.database.driver.rowsPerStatement)) {
    const rows = await transaction
      .selectFrom('open_forms')
      .select('card_id')
      .where('tenant_id', '=', context.tenantId)
      .where('open_until', '>', context.now())
      .where(
        'card_id',
        'in',
        chunk.map((card) => card.id),
      )
      .execute();
    for (const row of rows) open.add(row.card_id);
  }
  return open;
}

/** A row that waits for a form is brought forward; one that waits because the service asked for it is not. */
async function queueRedraws(
  transaction: Transaction<Tables>,
  context: StoreContext,
  sends: readonly NewSend[],
): Promise<void> {
  for (const chunk of inChunks(sends, context.database.driver.rowsPerStatement)) {
    await transaction
      .insertInto('outbox')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'only_one']).doUpdateSet((of) => ({
          priority: of.ref('excluded.priority'),
          not_before: of
            .case()
            .when(of.and([of('outbox.attempts', '=', 0), of('excluded.not_before', '<', of.ref('outbox.not_before'))]))
            .then(of.ref('excluded.not_before'))
            .else(of.ref('outbox.not_before'))
            .end(),
        })),
      )
      .execute();
  }
}

async function requestPosts(
  transaction: Transaction<Tables>,
  context: StoreContext,
  applied: readonly AppliedDecision[],
): Promise<void> {
  const wanted: WantedPost[] = applied.flatMap((one) =>
    [...new Set(one.decision.postTo)].map((channel) => ({
      alertNumber: one.number,
      channel,
      priority: priorityOf(one.decision.alert.severity),
    })),
  );
  await queuePosts(transaction, context, wanted, context.now());
}

async function requestRedraws(
  transaction: Transaction<Tables>,
  context: StoreContext,
  stirs: ReadonlyMap<number, Stir>,
  cards: readonly Card[],
): Promise<void> {
  const wanted = cards.filter((card) => (stirs.get(card.alert_number)?.redraw ?? 'no') !== 'no');
  const undrawn = await cardsYetToBeDrawn(transaction, context, wanted);
  const withForms = await cardsWithOpenForms(transaction, context, wanted);
  const now = context.now();
  const sends = wanted.flatMap((card) => {
    const stir = stirs.get(card.alert_number);
    if (stir === undefined || undrawn.has(card.id)) return [];
    const send = newSend(context.tenantId, 'update', card.channel, stir.priority, now);
    const notBefore = stir.redraw === 'mayWait' && withForms.has(card.id) ? now + REDRAW_WAIT_MS : now;
    return [{ ...send, ...about(card), not_before: notBefore, only_one: `update:${card.id}`, tier: card.tier }];
  });
  await queueRedraws(transaction, context, sends);
}

async function requestReplies(
  transaction: Transaction<Tables>,
  context: StoreContext,
  stirs: ReadonlyMap<number, Stir>,
  cards: readonly Card[],
): Promise<void> {
  const sends = cards.flatMap((card) => {
    const stir = stirs.get(card.alert_number);
    if (!stir?.rise) return [];
    const { severity, contentHash } = stir.rise;
    const send = newSend(context.tenantId, 'reply', card.channel, stir.priority, context.now());
    return [{ ...send, ...about(card), severity, only_one: `reply:${card.id}:${contentHash}` }];
  });
  for (const chunk of inChunks(sends, context.database.driver.rowsPerStatement)) {
    await transaction
      .insertInto('outbox')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'only_one']).doNothing())
      .execute();
  }
}

function about(card: Card): Pick<NewSend, 'alert_number' | 'card_id'> {
  return { alert_number: card.alert_number, card_id: card.id };
}

/** Every card of these alerts that stands, as soon as it may be sent. */
export async function redrawCards(
  transaction: Transaction<Tables>,
  context: StoreContext,
  alerts: readonly AlertToRedraw[],
): Promise<void> {
  const stirs = alerts.map(redrawNow);
  const cards = await standingCards(
    transaction,
    context,
    stirs.map(({ number }) => number),
  );
  await requestRedraws(transaction, context, new Map(stirs.map((stir) => [stir.number, stir])), cards);
}

/** Cards that stood before get redraws and replies; cards asked for now are drawn as the alert is when they go. */
export async function requestSends(
  transaction: Transaction<Tables>,
  context: StoreContext,
  applied: readonly AppliedDecision[],
  gone: readonly AlertToRedraw[],
): Promise<void> {
  const stirs = [...applied.map(stirOf), ...gone.map(redrawNow)].filter(
    (stir) => stir.redraw !== 'no' || stir.rise !== null,
  );
  const byNumber = new Map(stirs.map((stir) => [stir.number, stir]));
  const cards = await standingCards(transaction, context, [...byNumber.keys()]);
  await requestRedraws(transaction, context, byNumber, cards);
  await requestReplies(transaction, context, byNumber, cards);
  await requestPosts(transaction, context, applied);
}
