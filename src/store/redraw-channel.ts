// What a change of a channel's standing means for its sends: cards that stand there are drawn anew, and what was held
// back becomes due.
import type { Transaction } from 'kysely';
import type { ChannelKey } from '../domain/channel-routing';
import { inChunks, type Connection } from './database';
import { newSend } from './outbox-rows';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** Newest first; a channel takes two messages a second, and older cards have long been read. */
export const REDRAWN_MAX = 500;
/** After every card that is news. */
const REDRAW_PRIORITY = -1;

/** A redraw that waits already will show the new state as well. */
export async function redrawChannel(
  transaction: Transaction<Tables>,
  context: StoreContext,
  channel: ChannelKey,
  now: number,
): Promise<void> {
  const cards = await transaction
    .selectFrom('cards')
    .select(['id', 'alert_number', 'tier'])
    .where('tenant_id', '=', context.tenantId)
    .where('channel', '=', channel)
    .where('live_attempt_id', 'is not', null)
    .where('gone', '=', 0)
    .orderBy('id', 'desc')
    .limit(REDRAWN_MAX)
    .execute();
  const sends = cards.map(({ id, alert_number, tier }) => ({
    ...newSend(context.tenantId, 'update', channel, REDRAW_PRIORITY, now),
    ...{ alert_number, card_id: id, tier, only_one: `update:${id}` },
  }));
  for (const chunk of inChunks(sends, context.database.driver.rowsPerStatement)) {
    await transaction
      .insertInto('outbox')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'only_one']).doNothing())
      .execute();
  }
}

export async function releaseWithheld(
  connection: Connection | Transaction<Tables>,
  { tenantId }: StoreContext,
  channel: ChannelKey,
  now: number,
): Promise<void> {
  await connection
    .updateTable('outbox')
    .set({ not_before: now })
    .where('tenant_id', '=', tenantId)
    .where('channel', '=', channel)
    .where('state', '=', 'withheld')
    .where('not_before', '>', now)
    .execute();
}
