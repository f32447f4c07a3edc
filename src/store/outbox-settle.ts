// What became of a send, written to its row and its card.
import type { Transaction } from 'kysely';
import type { ClaimedSend, Settlement } from '../ports/card-outbox';
import { attemptLanded, type AttemptRow } from './card-landing';
import { moveSend } from './outbox-move';
import { IN_HAND, waitingKey, type OutboxRow } from './outbox-rows';
import type { StoreContext } from './store-context';
import type { AttemptOutcome, Tables } from './tables';

type Work = Transaction<Tables>;
type Values = Partial<Omit<OutboxRow, 'id' | 'tenant_id'>>;

async function changeRow(transaction: Work, id: number, values: Values): Promise<void> {
  await transaction.updateTable('outbox').set(values).where('id', '=', id).execute();
}

async function removeRow(transaction: Work, id: number): Promise<void> {
  await transaction.deleteFrom('outbox').where('id', '=', id).execute();
}

async function markAttempt(transaction: Work, row: OutboxRow, outcome: AttemptOutcome): Promise<void> {
  await transaction
    .updateTable('card_attempts')
    .set({ outcome })
    .where('outbox_id', '=', row.id)
    .where('epoch', '=', row.epoch)
    .where('outcome', '=', 'sending')
    .execute();
}

async function cardIsLive(transaction: Work, cardId: number | null): Promise<boolean> {
  if (cardId === null) return false;
  const card = await transaction
    .selectFrom('cards')
    .select('live_attempt_id')
    .where('id', '=', cardId)
    .executeTakeFirst();
  return (card?.live_attempt_id ?? null) !== null;
}

/** Back to the waiting rows. A newer update of the card that waits already takes this one's place and its wait. */
export async function putBack(transaction: Work, row: OutboxRow, values: Values): Promise<void> {
  const next = { state: 'queued', holder: null, lease_until: null, resend_at: null, ...values };
  const key = waitingKey(row);
  if (row.kind !== 'update' || key === null) return changeRow(transaction, row.id, next);
  const newer = await transaction
    .selectFrom('outbox')
    .select(['id', 'not_before'])
    .where('tenant_id', '=', row.tenant_id)
    .where('only_one', '=', key)
    .executeTakeFirst();
  if (!newer) return changeRow(transaction, row.id, { ...next, only_one: key });
  const notBefore = Math.max(newer.not_before, next.not_before ?? 0);
  await removeRow(transaction, row.id);
  const { attempts, conflicts, tier } = { ...row, ...values };
  await changeRow(transaction, newer.id, { state: next.state, not_before: notBefore, attempts, conflicts, tier });
}

/** Nobody has seen the card yet: its post shows the present state, a redraw queued behind it would show nothing new. */
async function dropNeedlessRedraw(transaction: Work, row: OutboxRow): Promise<void> {
  await transaction
    .deleteFrom('outbox')
    .where('kind', '=', 'update')
    .where('state', '=', 'queued')
    .where('card_id', '=', row.card_id)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('card_attempts')
            .select('card_attempts.id')
            .whereRef('card_attempts.card_id', '=', 'outbox.card_id')
            .where('outcome', '<>', 'failed'),
        ),
      ),
    )
    .execute();
}

async function settleSent(
  transaction: Work,
  context: StoreContext,
  row: OutboxRow,
  posted: ClaimedSend['posted'],
  now: number,
): Promise<void> {
  if (row.kind === 'update' || row.kind === 'retract') {
    if (row.kind === 'retract') await retracted(transaction, row);
    return removeRow(transaction, row.id);
  }
  const only_one = row.kind === 'reply' ? row.only_one : null;
  await changeRow(transaction, row.id, { state: 'sent', only_one, holder: null, lease_until: null, resend_at: null });
  if (row.kind !== 'post') return;
  if (row.card_id !== null) {
    await transaction.updateTable('cards').set({ tier: row.tier }).where('id', '=', row.card_id).execute();
  }
  await settleLateSent(transaction, context, row.id, row.epoch, posted, now);
}

async function retracted(transaction: Work, row: OutboxRow): Promise<void> {
  await transaction
    .updateTable('card_attempts')
    .set({ outcome: 'retracted' })
    .where('id', '=', row.attempt_id)
    .execute();
}

/** The claim may be lost by now; that the message stands where it stands is worth knowing all the same. */
export async function settleLateSent(
  transaction: Work,
  context: StoreContext,
  outboxId: number,
  epoch: number,
  posted: ClaimedSend['posted'],
  now: number,
): Promise<void> {
  if (posted === null) return;
  const attempt: AttemptRow | undefined = await transaction
    .selectFrom('card_attempts')
    .selectAll()
    .where('tenant_id', '=', context.tenantId)
    .where('outbox_id', '=', outboxId)
    .where('epoch', '=', epoch)
    .executeTakeFirst();
  if (attempt) await attemptLanded(transaction, context, attempt, posted, now);
}

/** Unknown for good when nobody may send it again (`resendAt` null) or when the card turned up meanwhile. */
export async function settleUnknown(
  transaction: Work,
  row: OutboxRow,
  resendAt: number | null,
  code: string | null,
): Promise<void> {
  await markAttempt(transaction, row, 'unknown');
  const stands = row.kind === 'post' && (await cardIsLive(transaction, row.card_id));
  const values: Values = stands
    ? { state: 'sent', only_one: null, resend_at: null }
    : { state: 'unknown', resend_at: resendAt };
  await changeRow(transaction, row.id, { ...values, code, holder: null, lease_until: null });
}

function retryValues({ notBefore, tier, conflicts, code }: Extract<Settlement, { is: 'retry' }>): Values {
  return { not_before: notBefore, tier, conflicts, code };
}

/** Not sent, to be looked at again: unless the card turned up meanwhile, which then needs no post. */
async function settleNotSent(transaction: Work, row: OutboxRow, values: Values): Promise<void> {
  await markAttempt(transaction, row, 'failed');
  if (row.kind === 'post') {
    if (await cardIsLive(transaction, row.card_id)) {
      return changeRow(transaction, row.id, { state: 'sent', only_one: null, holder: null, lease_until: null });
    }
    await dropNeedlessRedraw(transaction, row);
  }
  await putBack(transaction, row, values);
}

async function settleGone(transaction: Work, row: OutboxRow): Promise<void> {
  if (row.kind === 'retract') {
    await retracted(transaction, row);
    return removeRow(transaction, row.id);
  }
  await settleDead(transaction, row, 'gone');
  if (row.card_id === null) return;
  await transaction.updateTable('cards').set({ gone: 1 }).where('id', '=', row.card_id).execute();
  await transaction
    .deleteFrom('outbox')
    .where('card_id', '=', row.card_id)
    .where('kind', 'in', ['update', 'reply'])
    .where('state', 'in', ['queued', 'withheld'])
    .execute();
}

async function settleDead(transaction: Work, row: OutboxRow, code: string): Promise<void> {
  await markAttempt(transaction, row, 'failed');
  const only_one = row.kind === 'reply' ? row.only_one : null;
  await changeRow(transaction, row.id, { state: 'dead', only_one, code, holder: null, lease_until: null });
}

/** The claimed row while the claim is ours; null when it was settled already or somebody else has it. */
async function ownRow(transaction: Work, context: StoreContext, send: ClaimedSend): Promise<OutboxRow | null> {
  // The update that changes nothing holds the row to the end of the transaction.
  const row = await transaction
    .updateTable('outbox')
    .set({ epoch: send.epoch })
    .where('tenant_id', '=', context.tenantId)
    .where('id', '=', send.id)
    .where('epoch', '=', send.epoch)
    .where('state', 'in', IN_HAND)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

export async function settleSend(
  transaction: Work,
  context: StoreContext,
  send: ClaimedSend,
  settlement: Settlement,
  now: number,
): Promise<void> {
  const row = await ownRow(transaction, context, send);
  if (row === null) {
    if (settlement.is === 'sent') {
      await settleLateSent(transaction, context, send.id, send.epoch, settlement.posted, now);
    }
    return;
  }
  switch (settlement.is) {
    case 'sent':
      return settleSent(transaction, context, row, settlement.posted, now);
    case 'retry':
      return settleNotSent(transaction, row, retryValues(settlement));
    case 'unknown':
      return settleUnknown(transaction, row, settlement.resendAt, settlement.code);
    case 'gone':
      return settleGone(transaction, row);
    case 'withheld':
      return settleNotSent(transaction, row, { state: 'withheld', not_before: settlement.notBefore });
    case 'moved':
      if (row.kind === 'post') await dropNeedlessRedraw(transaction, row);
      return moveSend(transaction, context, row, settlement.to, now);
    case 'dead':
      return settleDead(transaction, row, settlement.code);
  }
}
