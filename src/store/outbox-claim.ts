// Finds the next send and puts this process' name on it.
import { sql, type ExpressionBuilder, type SqlBool, type Transaction } from 'kysely';
import type { ChannelKey } from '../domain/channel-routing';
import type { ClaimedSend } from '../ports/card-outbox';
import type { Reader } from './database';
import { IN_HAND, toClaimedSend, type OutboxRow, type SendSurroundings } from './outbox-rows';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

type Outbox = ExpressionBuilder<Tables, 'outbox'>;

/** Spelt as in the index of waiting rows: SQLite takes a partial index only for the very same words. */
const IS_WAITING = sql<SqlBool>`outbox.state in ('queued', 'withheld')`;

/** The bot was removed there: nothing goes out until it is installed again. */
function channelIsForgotten(of: Outbox) {
  return of.exists(
    of
      .selectFrom('conversations')
      .select('conversations.channel')
      .whereRef('conversations.tenant_id', '=', 'outbox.tenant_id')
      .whereRef('conversations.channel', '=', 'outbox.channel')
      .where('conversations.forgotten', '=', 1),
  );
}

export function channelIsOpen(of: Outbox) {
  return of.not(channelIsForgotten(of));
}

/** Posts, digests and retracts stand alone; an update or a reply needs the card it belongs to. */
function cardStands(of: Outbox) {
  const standing = of
    .selectFrom('cards')
    .select('cards.id')
    .whereRef('cards.id', '=', 'outbox.card_id')
    .where('cards.live_attempt_id', 'is not', null)
    .where('cards.gone', '=', 0);
  return of.or([of('outbox.kind', 'not in', ['update', 'reply']), of.exists(standing)]);
}

/** One at a time per card, or an older update could overtake a newer one. */
function nobodyIsAtTheCard(of: Outbox) {
  const other = of
    .selectFrom('outbox as other')
    .select('other.id')
    .whereRef('other.card_id', '=', 'outbox.card_id')
    .where('other.state', 'in', IN_HAND);
  return of.not(of.exists(other));
}

function mostUrgentDue(reader: Reader, context: StoreContext, busy: readonly ChannelKey[], now: number) {
  let query = reader
    .selectFrom('outbox')
    .select('outbox.id')
    .where('outbox.tenant_id', '=', context.tenantId)
    .where(IS_WAITING)
    .where('outbox.not_before', '<=', now)
    .where(channelIsOpen)
    .where(cardStands)
    .where(nobodyIsAtTheCard);
  if (busy.length > 0) query = query.where('outbox.channel', 'not in', busy);
  return query.orderBy('outbox.priority', 'desc').orderBy('outbox.created_at').orderBy('outbox.id').limit(1);
}

/** Asked several times a second: as a read it makes nothing old that is remembered, and takes no lock. */
export async function isAnyDue(context: StoreContext, busy: readonly ChannelKey[], now: number): Promise<boolean> {
  const due = await context.database.read((reader) => mostUrgentDue(reader, context, busy, now).executeTakeFirst());
  return due !== undefined;
}

/** A retract goes to its own attempt's message, everything else to the live one. */
async function surroundings(
  transaction: Transaction<Tables>,
  context: StoreContext,
  row: OutboxRow,
): Promise<SendSurroundings> {
  const attempt = await transaction
    .selectFrom('cards')
    .innerJoin('card_attempts', 'card_attempts.card_id', 'cards.id')
    .select(['card_attempts.id', 'conversation_id', 'activity_id', 'sealed_ref', 'ref_hash'])
    .where('cards.id', '=', row.card_id)
    .where((of) =>
      row.attempt_id === null
        ? of('card_attempts.id', '=', of.ref('cards.live_attempt_id'))
        : of('card_attempts.id', '=', row.attempt_id),
    )
    .executeTakeFirst();
  const alert = await transaction
    .selectFrom('alerts')
    .select('committed_at')
    .where('tenant_id', '=', context.tenantId)
    .where('number', '=', row.alert_number)
    .executeTakeFirst();
  const { conversation_id: conversationId, activity_id: activityId } = attempt ?? {};
  return {
    posted: conversationId && activityId ? { conversationId, activityId } : null,
    cardRef: attempt ? context.seal.unseal(attempt.sealed_ref, `card_attempts.sealed_ref:${attempt.ref_hash}`) : null,
    alertCommittedAt: alert?.committed_at ?? null,
  };
}

/** Takes the most urgent due row for `leaseMs`. A waiting update gives its key free, so that the next one can queue. */
export async function claimNext(
  transaction: Transaction<Tables>,
  context: StoreContext,
  busy: readonly ChannelKey[],
  now: number,
): Promise<ClaimedSend | null> {
  const due = mostUrgentDue(transaction, context, busy, now);
  const id = (await context.database.driver.lockFreeRows(due).executeTakeFirst())?.id;
  if (id === undefined) return null;
  const row = await transaction
    .updateTable('outbox')
    .set((of) => ({
      state: 'claimed',
      holder: context.holder,
      lease_until: now + context.leaseMs,
      epoch: of('epoch', '+', 1),
      only_one: of.case().when('kind', '=', 'update').then(null).else(of.ref('only_one')).end(),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toClaimedSend(row, await surroundings(transaction, context, row));
}
