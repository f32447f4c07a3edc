// What becomes of sends to a channel the bot was removed from: nothing new is posted there, not even after a return,
// since nobody has subscribed the channel anew. Updates of cards that stand there wait, and go on after a return.
import type { Transaction } from 'kysely';
import type { ChannelKey } from '../domain/channel-routing';
import type { Tables } from './tables';

export async function dropPostsOf(
  transaction: Transaction<Tables>,
  tenantId: string,
  channels: readonly ChannelKey[],
): Promise<void> {
  await transaction
    .updateTable('outbox')
    .set({ state: 'dead', only_one: null, code: 'channelForgotten' })
    .where('tenant_id', '=', tenantId)
    .where('channel', 'in', channels)
    .where('kind', 'in', ['post', 'digest'])
    .where('state', 'in', ['queued', 'withheld', 'unknown'])
    .execute();
}
