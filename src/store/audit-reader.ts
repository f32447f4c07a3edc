// Reads the audit a page at a time: for the check of the chain, and for the export.
import { ChainCheck, type AuditFault, type AuditHead, type AuditRow } from './audit-chain';
import { actorPlace, openHead } from './audit-head';
import { openReason } from './audit-reason';
import type { Database } from './database';
import type { Sealer } from './seal';

export const AUDIT_PAGE_ROWS = 1_000;

export interface AuditPerson {
  actor: string;
  objectId: string;
}

export interface ChainResult {
  rows: number;
  head: AuditHead | null;
}

export class AuditReader {
  constructor(
    private readonly database: Database,
    private readonly tenantId: string,
    private readonly seal: Sealer,
  ) {}

  /** Oldest first. */
  async *rows(): AsyncGenerator<AuditRow> {
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const page = await this.pageAfter(after);
      yield* page;
      const last = page.at(-1);
      // Only a forged number is beyond what a number can hold exactly; after it there would be no next page.
      if (last === undefined || !Number.isSafeInteger(last.seq)) return;
      after = last.seq;
    }
  }

  /** Yields every fault in order of `seq`; returns how many rows were read and the head that was promised. */
  async *faults(): AsyncGenerator<AuditFault, ChainResult> {
    const head = await this.readHead();
    const check = new ChainCheck(this.seal, head === 'unreadable' ? null : head);
    let rows = 0;
    let lastSeq = 0;
    for await (const row of this.rows()) {
      yield* check.next(row);
      rows += 1;
      lastSeq = row.seq;
    }
    yield* check.end();
    // Rows whose head is gone or does not open: what followed the last of them is not known to be nothing.
    const headless = head === 'unreadable' || (head === null && rows > 0);
    if (headless) yield { seq: lastSeq + 1, is: 'missing' };
    return { rows, head: head === 'unreadable' ? null : head };
  }

  /** A code word of ours, or what a person typed. */
  reasonOf({ seq, reason }: AuditRow): string | null {
    return openReason(this.seal, seq, reason);
  }

  /** Object ids by the keyed hash that stands in the rows. Erased ones are absent. */
  async people(): Promise<AuditPerson[]> {
    const rows = await this.database.read((connection) =>
      connection
        .selectFrom('audit_people')
        .select(['actor', 'sealed_object_id'])
        .where('tenant_id', '=', this.tenantId)
        .orderBy('actor')
        .execute(),
    );
    return rows.map(({ actor, sealed_object_id }) => ({
      actor,
      objectId: this.seal.unseal(sealed_object_id, actorPlace(actor)),
    }));
  }

  private async readHead(): Promise<AuditHead | null | 'unreadable'> {
    const row = await this.database.read((connection) =>
      connection
        .selectFrom('audit_heads')
        .select('sealed_head')
        .where('tenant_id', '=', this.tenantId)
        .executeTakeFirst(),
    );
    if (row === undefined) return null;
    try {
      return openHead(this.seal, row.sealed_head);
    } catch {
      return 'unreadable';
    }
  }

  private pageAfter(seq: number): Promise<AuditRow[]> {
    return this.database.read((connection) =>
      connection
        .selectFrom('audit')
        .select(['seq', 'at', 'action', 'outcome', 'actor', 'alert_number', 'card_ref', 'reason'])
        .select(['query_hash', 'window_from', 'window_to', 'row_count', 'prev', 'hash'])
        .where('tenant_id', '=', this.tenantId)
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(AUDIT_PAGE_ROWS)
        .execute(),
    );
  }
}
