// Rows that a process left behind when it died, and posts whose wait to be recognised is over.
import type { ExpressionBuilder, Transaction } from 'kysely';
import { IN_HAND, type OutboxRow } from './outbox-rows';
import { putBack, settleUnknown } from './outbox-settle';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** Rows handled in one call; the next call takes the rest. */
export const RECOVER_AT_MOST = 500;

type Work = Transaction<Tables>;

/** Asked of the row as it is when it is locked, not as it was when it was found: another replica may recover too. */
function isAbandoned(context: StoreContext, now: number, all: boolean) {
  return (of: ExpressionBuilder<Tables, 'outbox'>) =>
    of.and([
      of('state', 'in', IN_HAND),
      of.or([of('lease_until', '<=', now), ...(all ? [of('holder', '<>', context.holder)] : [])]),
    ]);
}

async function abandoned(transaction: Work, context: StoreContext, now: number, all: boolean): Promise<OutboxRow[]> {
  const found = transaction
    .selectFrom('outbox')
    .select('id')
    .where('tenant_id', '=', context.tenantId)
    .where(isAbandoned(context, now, all))
    .orderBy('id')
    .limit(RECOVER_AT_MOST);
  return transaction
    .updateTable('outbox')
    .set((of) => ({ epoch: of.ref('epoch') }))
    .where('id', 'in', found)
    .where(isAbandoned(context, now, all))
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

async function repeatWaitedOut(transaction: Work, context: StoreContext, now: number): Promise<number> {
  const found = transaction
    .selectFrom('outbox')
    .select('id')
    .where('tenant_id', '=', context.tenantId)
    .where('state', '=', 'unknown')
    .where('resend_at', '<=', now)
    .orderBy('id')
    .limit(RECOVER_AT_MOST);
  const repeated = await transaction
    .updateTable('outbox')
    .set({ state: 'queued', possible_repeat: 1, not_before: now, resend_at: null })
    .where('id', 'in', found)
    .where('state', '=', 'unknown')
    .returning('id')
    .execute();
  return repeated.length;
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
  return left.length + (await repeatWaitedOut(transaction, context, now));
}
