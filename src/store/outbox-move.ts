// A send that goes to another channel instead of its own, in one commit: never in both, and never in none.
import type { Transaction } from 'kysely';
import type { ChannelKey } from '../domain/channel-routing';
import type { OutboxRow } from './outbox-rows';
import { queuePosts } from './post-requests';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** A card belongs to one channel, so that the other one gets a card of its own; a digest is nobody's and simply moves. */
export async function moveSend(
  transaction: Transaction<Tables>,
  context: StoreContext,
  row: OutboxRow,
  to: ChannelKey,
  now: number,
): Promise<void> {
  const { alert_number: alertNumber, priority } = row;
  if (row.kind === 'post' && alertNumber !== null) {
    await queuePosts(transaction, context, [{ alertNumber, channel: to, priority }], now);
  }
  const moved =
    row.kind === 'digest'
      ? { channel: to, state: 'queued', not_before: now }
      : { state: 'dead', code: 'moved', only_one: null };
  await transaction
    .updateTable('outbox')
    .set({ ...moved, holder: null, lease_until: null })
    .where('id', '=', row.id)
    .execute();
}
