// Rows that a process left behind when it died, and posts whose wait to be recognised is over.
import type { Transaction } from 'kysely';
import { IN_HAND, type OutboxRow } from './outbox-rows';
import { changeRow, putBack, settleUnknown } from './outbox-settle';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** Rows handled in one call; the next call takes the rest. */
export const RECOVER_AT_MOST = 500;

type Work = Transaction<Tables>;

async function abandoned(transaction: Work, context: StoreContext, now: number, all: boolean): Promise<OutboxRow[]> {
  return transaction
    .updateTable('outbox')
    .set((of) => ({ epoch: of.ref('epoch') }))
    .where('id', 'in', (of) =>
      of
        .selectFrom('outbox')
        .select('id')
        .where('tenant_id', '=', context.tenantId)
        .where('state', 'in', IN_HAND)
        .where((row) => row.or([row('lease_until', '<=', now), ...(all ? [row('holder', '<>', context.holder)] : [])]))
        .orderBy('id')
        .limit(RECOVER_AT_MOST),
    )
    .where('state', 'in', IN_HAND)
    .returningAll()
    .execute();
}

async function handBack(transaction: Work, context: StoreContext, row: OutboxRow, now: number): Promise<void> {
  const mayRepeat = row.kind === 'update' || row.kind === 'retract';
  if (row.state === 'claimed' || mayRepeat) return putBack(transaction, row, {});
  // A reply that may stand already is never sent again: two of them would look like two rises.
  const resendAt = row.kind === 'reply' ? null : now + context.resendAfterMs;
  return settleUnknown(transaction, row, resendAt, 'senderDied');
}

async function waitedOut(transaction: Work, context: StoreContext, now: number): Promise<OutboxRow[]> {
  return transaction
    .selectFrom('outbox')
    .selectAll()
    .where('tenant_id', '=', context.tenantId)
    .where('state', '=', 'unknown')
    .where('resend_at', '<=', now)
    .orderBy('id')
    .limit(RECOVER_AT_MOST)
    .execute();
}

/** Gives the number of rows that changed hands. */
export async function recoverSends(
  transaction: Work,
  context: StoreContext,
  now: number,
  all: boolean,
): Promise<number> {
  const left = await abandoned(transaction, context, now, all);
  for (const row of left) await handBack(transaction, context, row, now);
  const due = await waitedOut(transaction, context, now);
  for (const row of due) {
    await changeRow(transaction, row.id, { state: 'queued', possible_repeat: 1, not_before: now, resend_at: null });
  }
  return left.length + due.length;
}
