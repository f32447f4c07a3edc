// Appends to the audit chain: one row and the new head in one transaction, one writer at a time per tenant.
import type { Transaction } from 'kysely';
import { toSealedColumn } from '../domain/untrusted';
import type { AuditEntry, AuditTrail } from '../ports/audit-trail';
import { CHAIN_START, rowHash, type AuditHead, type UnhashedRow } from './audit-chain';
import { ACTOR_HASH, actorPlace, openHead, sealHead } from './audit-head';
import { sealReason } from './audit-reason';
import type { Reader } from './database';
import type { StoreContext } from './store-context';
import { StoreRefusal } from './store-refusal';
import type { Tables } from './tables';

/** What a reference of ours looks like; anything else that a press brought is kept as a hash only. */
const OPAQUE_REF = /^[A-Za-z0-9_-]{16,128}$/;
const KEYED_HASH = /^[0-9a-f]{64}$/;
const NO_HEAD = '';

export class SqlAuditTrail implements AuditTrail {
  constructor(private readonly context: StoreContext) {}

  append(entry: AuditEntry, now: number): Promise<number> {
    return this.context.database.write((transaction) => this.appendIn(transaction, entry, now));
  }

  /** As part of a larger transaction: the row stands when everything beside it does. */
  async appendIn(transaction: Transaction<Tables>, entry: AuditEntry, now: number): Promise<number> {
    const head = await this.holdHead(transaction);
    const actor = await this.keepActor(transaction, entry.actorObjectId);
    const seq = (head?.seq ?? 0) + 1;
    const row: UnhashedRow = {
      seq,
      at: new Date(now).toISOString(),
      action: entry.action,
      outcome: entry.outcome,
      actor,
      alert_number: entry.alertNumber,
      card_ref: this.safeRef(entry.cardRef),
      reason: this.reasonOf(entry, seq),
      ...this.huntColumns(entry.hunt),
      prev: head?.hash ?? CHAIN_START,
    };
    await this.insert(transaction, row);
    return row.seq;
  }

  head(): Promise<AuditHead | null> {
    return this.context.database.read(async (connection) => {
      const row = await connection
        .selectFrom('audit_heads')
        .select('sealed_head')
        .where('tenant_id', '=', this.context.tenantId)
        .executeTakeFirst();
      return row === undefined ? null : openHead(this.context.seal, row.sealed_head);
    });
  }

  async forgetPerson(actor: string): Promise<boolean> {
    const { database, tenantId } = this.context;
    const known = KEYED_HASH.test(actor) ? actor : this.actorOf(actor);
    const { numDeletedRows } = await database.change((connection) =>
      connection
        .deleteFrom('audit_people')
        .where('tenant_id', '=', tenantId)
        .where('actor', '=', known)
        .executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0n;
  }

  private actorOf(objectId: string): string {
    return this.context.seal.lookupHash(ACTOR_HASH, objectId.toLowerCase());
  }

  private async insert(transaction: Transaction<Tables>, row: UnhashedRow): Promise<void> {
    const { tenantId, seal } = this.context;
    const hash = rowHash(seal, row);
    await transaction
      .insertInto('audit')
      .values({ tenant_id: tenantId, ...row, hash })
      .execute();
    await transaction
      .updateTable('audit_heads')
      .set({ sealed_head: sealHead(seal, { seq: row.seq, hash }) })
      .where('tenant_id', '=', tenantId)
      .execute();
  }

  /** Holds the head to the end of the transaction, so that numbers have no gaps. Null before the first row. */
  private async holdHead(transaction: Transaction<Tables>): Promise<AuditHead | null> {
    const { tenantId, seal } = this.context;
    const row = await transaction
      .insertInto('audit_heads')
      .values({ tenant_id: tenantId, sealed_head: NO_HEAD })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ tenant_id: tenantId }))
      .returning('sealed_head')
      .executeTakeFirstOrThrow();
    if (row.sealed_head !== NO_HEAD) return openHead(seal, row.sealed_head);
    if (await hasRows(transaction, tenantId)) {
      throw new StoreRefusal('auditHeadBroken', 'The audit has rows but no head: run npm run audit -- verify.');
    }
    return null;
  }

  private async keepActor(transaction: Transaction<Tables>, objectId: string | null): Promise<string | null> {
    if (objectId === null) return null;
    const { tenantId, seal } = this.context;
    const id = objectId.toLowerCase();
    const actor = this.actorOf(id);
    await transaction
      .insertInto('audit_people')
      .values({ tenant_id: tenantId, actor, sealed_object_id: seal.seal(id, actorPlace(actor)) })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'actor']).doNothing())
      .execute();
    return actor;
  }

  private reasonOf({ reason, statedReason }: AuditEntry, seq: number): string | null {
    return statedReason === undefined ? reason : sealReason(this.context.seal, seq, toSealedColumn(statedReason));
  }

  /** Keyed once more: whoever reads an export could otherwise try out whom a query was about. */
  private huntColumns(hunt: AuditEntry['hunt']) {
    if (hunt === undefined) return { query_hash: null, window_from: null, window_to: null, row_count: null };
    return {
      query_hash: this.context.seal.lookupHash('huntingQuery', hunt.queryHash),
      window_from: hunt.window.from,
      window_to: hunt.window.to,
      row_count: hunt.rowCount,
    };
  }

  private safeRef(cardRef: string | null): string | null {
    if (cardRef === null || OPAQUE_REF.test(cardRef)) return cardRef;
    return this.context.seal.lookupHash('strangeRef', cardRef);
  }
}

async function hasRows(connection: Reader, tenantId: string): Promise<boolean> {
  const row = await connection.selectFrom('audit').select('seq').where('tenant_id', '=', tenantId).limit(1).execute();
  return row.length > 0;
}
