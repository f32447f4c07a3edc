// Reads the audit a page at a time: for the check of the chain, and for the export.
import { ChainCheck, type Anchors, type AuditFault, type AuditHead, type FoundRow } from './audit-chain';
import { actorPlace, openHead } from './audit-head';
import { openReason } from './audit-reason';
import type { Database } from './database';
import type { Sealer } from './seal';

export const AUDIT_PAGE_ROWS = 1_000;

const TEXTS = ['at', 'action', 'outcome', 'actor', 'card_ref', 'reason', 'query_hash'] as const;
const MORE_TEXTS = ['window_from', 'window_to', 'prev', 'hash'] as const;
const ACTOR = /^[0-9a-f]{64}$/;

export interface AuditPerson {
  /** Null: no hash of ours stands there. */
  actor: string | null;
  /** Null: it does not open, as when it was sealed for another actor. */
  objectId: string | null;
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
  async *rows(): AsyncGenerator<FoundRow> {
    for await (const page of this.pages()) yield* page;
  }

  /** Yields every fault in order of `seq`; returns how many rows were read and the head that was promised. */
  async *faults(anchors: Anchors = new Map()): AsyncGenerator<AuditFault, ChainResult> {
    const head = await this.readHead();
    const check = new ChainCheck(this.seal, head === 'unreadable' ? null : head, anchors);
    let rows = 0;
    let lastSeq = 0;
    for await (const page of this.pages()) {
      for (const row of page) {
        const faults = check.next(row);
        if (faults.length > 0) yield* faults;
        if (typeof row.seq === 'number') lastSeq = row.seq;
      }
      rows += page.length;
    }
    const headNow = await this.readHead();
    const promised = check.end(headNow === 'unreadable' ? null : headNow);
    yield* promised;
    // Rows whose head is gone or does not open: what followed the last of them is not known to be nothing.
    const headless = head === 'unreadable' || (head === null && rows > 0);
    if (headless && promised.length === 0) yield { seq: lastSeq + 1, is: 'missing' };
    return { rows, head: head === 'unreadable' ? null : head };
  }

  /** A code word of ours, or what a person typed. */
  reasonOf({ seq, reason }: FoundRow): unknown {
    return typeof reason === 'string' ? openReason(this.seal, seq, reason) : reason;
  }

  /** Object ids by the keyed hash that stands in the rows. Erased ones are absent. */
  async people(): Promise<AuditPerson[]> {
    const { asStored } = this.database.driver;
    const rows = await this.database.read((connection) =>
      connection
        .selectFrom('audit_people')
        .select([asStored('actor').as('actor'), asStored('sealed_object_id').as('sealed')])
        .where('tenant_id', '=', this.tenantId)
        .orderBy('audit_people.actor')
        .execute(),
    );
    return rows.map(({ actor, sealed }) => {
      if (typeof actor !== 'string' || !ACTOR.test(actor)) return { actor: null, objectId: null };
      return { actor, objectId: this.objectIdOf(actor, sealed) };
    });
  }

  private objectIdOf(actor: string, sealed: unknown): string | null {
    if (typeof sealed !== 'string') return null;
    try {
      return this.seal.unseal(sealed, actorPlace(actor));
    } catch {
      return null;
    }
  }

  private async readHead(): Promise<AuditHead | null | 'unreadable'> {
    const row = await this.database.read((connection) =>
      connection
        .selectFrom('audit_heads')
        .select(this.database.driver.asStored('sealed_head').as('sealed'))
        .where('tenant_id', '=', this.tenantId)
        .executeTakeFirst(),
    );
    if (row === undefined) return null;
    if (typeof row.sealed !== 'string') return 'unreadable';
    try {
      return openHead(this.seal, row.sealed);
    } catch {
      return 'unreadable';
    }
  }

  private async *pages(): AsyncGenerator<FoundRow[]> {
    let after: unknown = Number.MIN_SAFE_INTEGER;
    // Only a forged number is none, or beyond what a number holds exactly; after it there would be no next page.
    while (typeof after === 'number' && Math.abs(after) <= Number.MAX_SAFE_INTEGER) {
      const page = await this.pageAfter(after);
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      after = last.seq;
    }
  }

  private pageAfter(seq: number): Promise<FoundRow[]> {
    const { asStored } = this.database.driver;
    return this.database.read((connection) =>
      connection
        .selectFrom('audit')
        .select(['seq', 'alert_number', 'row_count'])
        .select(TEXTS.map((column) => asStored(column).as(column)))
        .select(MORE_TEXTS.map((column) => asStored(column).as(column)))
        .where('tenant_id', '=', this.tenantId)
        .where('seq', '>', seq)
        .orderBy('audit.seq')
        .limit(AUDIT_PAGE_ROWS)
        .execute(),
    );
  }
}
