// What a person who is erased left by using the bot: what they asked, pressed and opened, their chat with it, and their
// object id beside the audit. The audit's own lines stay, under a keyed hash that then belongs to nobody.
import type { Transaction } from 'kysely';
import { z } from 'zod/v4';
import { forgetWhatNames } from './asked-facts';
import { askerHashOf } from './asked-rows';
import { ACTOR_HASH } from './audit-head';
import { inChunks } from './database';
import { detailsPlace, subscriberPlace } from './sql-conversation-book';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

const CHAT = z.object({ personObjectId: z.string().nullable() });

/** Presses that changed nothing of an alert. */
const LOOKS = ['alert.reveal'];

const actorOf = ({ seal }: StoreContext, objectId: string) => seal.lookupHash(ACTOR_HASH, objectId);

/** By the audit's word: alerts they changed. */
export async function changedBy(
  transaction: Transaction<Tables>,
  context: StoreContext,
  objectId: string,
): Promise<Set<number>> {
  const rows = await transaction
    .selectFrom('audit')
    .select('alert_number')
    .distinct()
    .where('tenant_id', '=', context.tenantId)
    .where('actor', '=', actorOf(context, objectId))
    .where('outcome', 'in', ['intended', 'applied', 'failed'])
    .where('action', 'not in', LOOKS)
    .where('alert_number', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ alert_number: number }) => number ?? []));
}

/** Gives whether one was kept. */
export async function forgetActor(
  transaction: Transaction<Tables>,
  context: StoreContext,
  objectId: string,
): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('audit_people')
    .where('tenant_id', '=', context.tenantId)
    .where('actor', '=', actorOf(context, objectId))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Forms they have open, and names that are shown to them. */
async function closeForms(transaction: Transaction<Tables>, context: StoreContext, objectId: string): Promise<number> {
  const owned = [
    ['open_forms', 'formOwner'],
    ['reveals', 'revealedTo'],
  ] as const;
  let closed = 0;
  for (const [table, kind] of owned) {
    const { numDeletedRows } = await transaction
      .deleteFrom(table)
      .where('tenant_id', '=', context.tenantId)
      .where('person_hash', '=', context.seal.lookupHash(kind, objectId))
      .executeTakeFirstOrThrow();
    closed += Number(numDeletedRows);
  }
  return closed;
}

/** `namesThem`: whether a value of somebody's question or click is the person. Gives how much was forgotten. */
export async function forgetAsked(
  transaction: Transaction<Tables>,
  context: StoreContext,
  objectId: string,
  namesThem: (value: string) => boolean,
  now: number,
): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('asked')
    .where('tenant_id', '=', context.tenantId)
    .where('asker_hash', '=', askerHashOf(context, objectId))
    .executeTakeFirstOrThrow();
  const closed = await closeForms(transaction, context, objectId);
  const named = await forgetWhatNames(transaction, context, namesThem, now);
  return Number(numDeletedRows) + closed + named;
}

async function chatsOf(transaction: Transaction<Tables>, context: StoreContext, objectId: string): Promise<string[]> {
  const rows = await transaction
    .selectFrom('conversations')
    .select(['channel', 'sealed_details'])
    .where('tenant_id', '=', context.tenantId)
    .where('kind', '=', 'personal')
    .execute();
  return rows
    .filter(({ channel, sealed_details: sealed }) => {
      const { personObjectId } = CHAT.parse(JSON.parse(context.seal.unseal(sealed, detailsPlace(channel))));
      return personObjectId?.toLowerCase() === objectId;
    })
    .map(({ channel }) => channel);
}

/** With every card in it: their buttons answer that the card is no longer valid. Gives how many chats there were. */
export async function forgetChats(
  transaction: Transaction<Tables>,
  context: StoreContext,
  objectId: string,
): Promise<number> {
  const { tenantId } = context;
  const chats = await chatsOf(transaction, context, objectId);
  for (const chunk of inChunks(chats, context.database.driver.rowsPerStatement)) {
    const cards = transaction
      .selectFrom('cards')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('channel', 'in', chunk);
    await transaction.deleteFrom('outbox').where('tenant_id', '=', tenantId).where('channel', 'in', chunk).execute();
    for (const table of ['open_forms', 'card_attempts'] as const) {
      await transaction.deleteFrom(table).where('tenant_id', '=', tenantId).where('card_id', 'in', cards).execute();
    }
    for (const table of ['cards', 'asked', 'subscriptions', 'conversations'] as const) {
      await transaction.deleteFrom(table).where('tenant_id', '=', tenantId).where('channel', 'in', chunk).execute();
    }
  }
  return chats.length;
}

/** Channels they subscribed stay subscribed, by nobody. Gives how many there are. */
export async function forgetSubscriber(
  transaction: Transaction<Tables>,
  context: StoreContext,
  objectId: string,
): Promise<number> {
  const { tenantId, seal } = context;
  const rows = await transaction
    .selectFrom('subscriptions')
    .select(['channel', 'sealed_subscriber'])
    .where('tenant_id', '=', tenantId)
    .execute();
  const theirs = rows.filter(({ channel, sealed_subscriber: sealed }) => {
    return seal.unseal(sealed, subscriberPlace(channel)).toLowerCase() === objectId;
  });
  for (const { channel } of theirs) {
    await transaction
      .updateTable('subscriptions')
      .set({ sealed_subscriber: seal.seal('', subscriberPlace(channel)) })
      .where('tenant_id', '=', tenantId)
      .where('channel', '=', channel)
      .execute();
  }
  return theirs.length;
}
