// Questions that people may go on from. Ids rise with every question: the newest is the one with the highest.
import type { Transaction } from 'kysely';
import type { Asked, AskedBook, AskedKind } from '../ports/asked-book';
import { askedOf, askedRow, askerHashOf, refHashOf } from './asked-rows';
import type { Connection } from './database';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** Questions kept of one person, so that nobody's many push out what another may still go on from. */
export const ASKED_PER_PERSON_MAX = 100;

/** A message whose question is over is redrawn within a look; after this long nobody tries any more. */
export const STANDING_KEPT_MS = 24 * 3_600_000;

export class SqlAskedBook implements AskedBook {
  constructor(private readonly context: StoreContext) {}

  async keep(asked: Asked, now: number): Promise<void> {
    const row = askedRow(this.context, asked);
    await this.context.database.write(async (transaction) => {
      await this.forgetExpired(transaction, now);
      await transaction
        .insertInto('asked')
        .values({ ...row, settled: 0 })
        // Settled stays settled: what can be done once is not offered anew under the same reference.
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'ref_hash'])
            .doUpdateSet({ sealed_facts: row.sealed_facts, open_until: row.open_until }),
        )
        .execute();
      await this.forgetOldest(transaction, row.asker_hash);
    });
  }

  async find(ref: string, now: number): Promise<Asked | null> {
    const row = await this.context.database.read((reader) =>
      reader
        .selectFrom('asked')
        .selectAll()
        .where('tenant_id', '=', this.context.tenantId)
        .where('ref_hash', '=', refHashOf(this.context, ref))
        .where('settled', '=', 0)
        .where('open_until', '>', now)
        .executeTakeFirst(),
    );
    return row === undefined ? null : askedOf(this.context, row);
  }

  async last(kind: AskedKind, askerObjectId: string, conversationId: string, now: number): Promise<Asked | null> {
    const row = await this.context.database.read((reader) =>
      reader
        .selectFrom('asked')
        .selectAll()
        .where('tenant_id', '=', this.context.tenantId)
        .where('asker_hash', '=', askerHashOf(this.context, askerObjectId))
        .where('kind', '=', kind)
        .where('conversation_id', '=', conversationId)
        .where('settled', '=', 0)
        .where('open_until', '>', now)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
    return row === undefined ? null : askedOf(this.context, row);
  }

  async settle(ref: string, now: number): Promise<boolean> {
    return this.context.database.change((connection) => this.settleIn(connection, ref, now));
  }

  /** As part of a larger transaction, or alone. */
  async settleIn(connection: Connection, ref: string, now: number): Promise<boolean> {
    const settled = await connection
      .updateTable('asked')
      .set({ settled: 1 })
      .where('tenant_id', '=', this.context.tenantId)
      .where('ref_hash', '=', refHashOf(this.context, ref))
      .where('settled', '=', 0)
      .where('open_until', '>', now)
      .returning('id')
      .execute();
    return settled.length > 0;
  }

  /** For whoever settled it and did nothing after all. Its time goes on running. */
  async reopenIn(transaction: Transaction<Tables>, ref: string): Promise<void> {
    await transaction
      .updateTable('asked')
      .set({ settled: 0 })
      .where('tenant_id', '=', this.context.tenantId)
      .where('ref_hash', '=', refHashOf(this.context, ref))
      .execute();
  }

  /** What a message still offers is kept a while longer, until the message is redrawn. */
  private async forgetExpired(transaction: Transaction<Tables>, now: number): Promise<void> {
    await transaction
      .deleteFrom('asked')
      .where('tenant_id', '=', this.context.tenantId)
      .where('open_until', '<=', now)
      .where((row) =>
        row.or([
          row('settled', '=', 1),
          row('message_id', 'is', null),
          row('open_until', '<=', now - STANDING_KEPT_MS),
        ]),
      )
      .execute();
  }

  private async forgetOldest(transaction: Transaction<Tables>, askerHash: string): Promise<void> {
    const { tenantId } = this.context;
    const newestTooMany = transaction
      .selectFrom('asked')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('asker_hash', '=', askerHash)
      .orderBy('id', 'desc')
      .limit(1)
      .offset(ASKED_PER_PERSON_MAX);
    await transaction
      .deleteFrom('asked')
      .where('tenant_id', '=', tenantId)
      .where('asker_hash', '=', askerHash)
      .where('id', '<=', newestTooMany)
      .execute();
  }
}
