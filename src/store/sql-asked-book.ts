// Questions that people may go on from, found by the keyed hash of their reference. Facts may name people, so they are
// sealed, and so is who asked. Ids rise with every question: the newest is the one with the highest.
import type { Transaction } from 'kysely';
import { z } from 'zod/v4';
import type { Asked, AskedBook, AskedKind } from '../ports/asked-book';
import type { Connection } from './database';
import type { StoreContext } from './store-context';
import type { AskedTable, Tables } from './tables';

/** Questions kept of one person, so that nobody's many push out what another may still go on from. */
export const ASKED_PER_PERSON_MAX = 100;

const KIND = z.enum({
  hunting: 'hunting',
  alerts: 'alerts',
  incidents: 'incidents',
  confirm: 'confirm',
} satisfies { [Kind in AskedKind]: Kind });

type AskedRow = Omit<AskedTable, 'id' | 'settled'>;

const placeOf = (column: 'sealed_ref' | 'sealed_asker' | 'sealed_facts', refHash: string) =>
  `asked.${column}:${refHash}`;

export class SqlAskedBook implements AskedBook {
  constructor(private readonly context: StoreContext) {}

  async keep(asked: Asked, now: number): Promise<void> {
    const row = this.toRow(asked);
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
        .where('ref_hash', '=', this.refHash(ref))
        .where('settled', '=', 0)
        .where('open_until', '>', now)
        .executeTakeFirst(),
    );
    return row === undefined ? null : this.toAsked(row);
  }

  async last(kind: AskedKind, askerObjectId: string, conversationId: string, now: number): Promise<Asked | null> {
    const row = await this.context.database.read((reader) =>
      reader
        .selectFrom('asked')
        .selectAll()
        .where('tenant_id', '=', this.context.tenantId)
        .where('asker_hash', '=', this.askerHash(askerObjectId))
        .where('kind', '=', kind)
        .where('conversation_id', '=', conversationId)
        .where('settled', '=', 0)
        .where('open_until', '>', now)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
    return row === undefined ? null : this.toAsked(row);
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
      .where('ref_hash', '=', this.refHash(ref))
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
      .where('ref_hash', '=', this.refHash(ref))
      .execute();
  }

  private async forgetExpired(transaction: Transaction<Tables>, now: number): Promise<void> {
    await transaction
      .deleteFrom('asked')
      .where('tenant_id', '=', this.context.tenantId)
      .where('open_until', '<=', now)
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

  private toRow({ ref, kind, askerObjectId, channel, conversationId, facts, until }: Asked): AskedRow {
    const { seal, tenantId } = this.context;
    const refHash = this.refHash(ref);
    return {
      tenant_id: tenantId,
      ref_hash: refHash,
      kind,
      asker_hash: this.askerHash(askerObjectId),
      channel,
      conversation_id: conversationId,
      open_until: until,
      sealed_ref: seal.seal(ref, placeOf('sealed_ref', refHash)),
      sealed_asker: seal.seal(askerObjectId.toLowerCase(), placeOf('sealed_asker', refHash)),
      sealed_facts: seal.seal(facts, placeOf('sealed_facts', refHash)),
    };
  }

  private toAsked(row: AskedRow): Asked {
    const { seal } = this.context;
    return {
      ref: seal.unseal(row.sealed_ref, placeOf('sealed_ref', row.ref_hash)),
      kind: KIND.parse(row.kind),
      askerObjectId: seal.unseal(row.sealed_asker, placeOf('sealed_asker', row.ref_hash)),
      channel: row.channel,
      conversationId: row.conversation_id,
      facts: seal.unseal(row.sealed_facts, placeOf('sealed_facts', row.ref_hash)),
      until: row.open_until,
    };
  }

  private refHash(ref: string): string {
    return this.context.seal.lookupHash('askedRef', ref);
  }

  private askerHash(objectId: string): string {
    return this.context.seal.lookupHash('asker', objectId.toLowerCase());
  }
}
