// Sends as durable rows. The statements live beside it: claiming, settling and recovering each have a file.
import { sql, type Transaction } from 'kysely';
import type { ChannelKey } from '../domain/channel-routing';
import type { CardOutbox, ClaimedSend, OutboxState, Settlement } from '../ports/card-outbox';
import { channelIsOpen, claimNext, isAnyDue } from './outbox-claim';
import { recoverSends } from './outbox-recover';
import { settleSend } from './outbox-settle';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

export class SqlCardOutbox implements CardOutbox {
  constructor(private readonly context: StoreContext) {}

  async claim(busy: readonly ChannelKey[], now: number): Promise<ClaimedSend | null> {
    if (!(await isAnyDue(this.context, busy, now))) return null;
    return this.context.database.write((transaction) => claimNext(transaction, this.context, busy, now));
  }

  markSending(send: ClaimedSend, cardRef: string | null, now: number): Promise<boolean> {
    return this.context.database.write(async (transaction) => {
      const marked = await transaction
        .updateTable('outbox')
        .set((of) => ({
          state: 'sending',
          attempts: of('attempts', '+', 1),
          lease_until: now + this.context.leaseMs,
        }))
        .where('tenant_id', '=', this.context.tenantId)
        .where('id', '=', send.id)
        .where('epoch', '=', send.epoch)
        .where('state', '=', 'claimed')
        .where('lease_until', '>', now)
        .returning('card_id')
        .executeTakeFirst();
      if (!marked) return false;
      if (send.kind === 'post' && cardRef !== null && marked.card_id !== null) {
        await this.keepAttempt(transaction, send, marked.card_id, cardRef);
      }
      return true;
    });
  }

  settle(send: ClaimedSend, settlement: Settlement, now: number): Promise<void> {
    return this.context.database.write((transaction) => settleSend(transaction, this.context, send, settlement, now));
  }

  recover(now: number, all: boolean): Promise<number> {
    return this.context.database.write((transaction) => recoverSends(transaction, this.context, now, all));
  }

  async state(): Promise<OutboxState> {
    const row = await this.context.database.read((connection) =>
      connection
        .selectFrom('outbox')
        .select([sql<number>`count(*)`.as('depth'), sql<number | null>`min(outbox.created_at)`.as('oldest')])
        .where('outbox.tenant_id', '=', this.context.tenantId)
        .where((of) =>
          of.or([
            of('outbox.state', 'in', ['queued', 'claimed', 'sending']),
            of.and([of('outbox.state', '=', 'unknown'), of('outbox.resend_at', 'is not', null)]),
          ]),
        )
        .where(channelIsOpen)
        .executeTakeFirstOrThrow(),
    );
    return { depth: row.depth, oldestUnsentAt: row.oldest };
  }

  private async keepAttempt(
    transaction: Transaction<Tables>,
    send: ClaimedSend,
    cardId: number,
    cardRef: string,
  ): Promise<void> {
    const { seal, tenantId } = this.context;
    const refHash = seal.lookupHash('cardRef', cardRef);
    await transaction
      .insertInto('card_attempts')
      .values({
        tenant_id: tenantId,
        card_id: cardId,
        outbox_id: send.id,
        epoch: send.epoch,
        ref_hash: refHash,
        sealed_ref: seal.seal(cardRef, `card_attempts.sealed_ref:${refHash}`),
        outcome: 'sending',
        conversation_id: null,
        activity_id: null,
      })
      .execute();
  }
}
