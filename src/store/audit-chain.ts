// How audit rows hang together: each row's hash covers every column of it and the hash before it, under a key that the
// database does not hold. Writes and reads no rows.
import type { Sealer } from './seal';
import type { AuditTable } from './audit-tables';

/** The `prev` of row 1. */
export const CHAIN_START = '0'.repeat(64);
/** How far around its place a row that does not fit is looked for before it is called altered. */
export const DISPLACEMENT_WINDOW = 1_000;
/** Rows of one check that are looked for so; a store that was swapped whole is not searched row by row. */
export const DISPLACED_ROWS_SOUGHT = 100;
/** Missing rows named one by one in a single gap; a forged number could make a gap of any length. */
export const MISSING_NAMED = 1_000;

export type AuditRow = Omit<AuditTable, 'tenant_id'>;
export type UnhashedRow = Omit<AuditRow, 'hash'>;
/** A row as it was found: whoever has the database can put anything into any column. */
export type FoundRow = { readonly [Column in keyof AuditRow]: unknown };

export interface AuditHead {
  seq: number;
  hash: string;
}

/** Hashes by `seq`, from a place that the database cannot reach. */
export type Anchors = ReadonlyMap<number, string>;

const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';
const isWholeOrNull = (value: unknown) => value === null || Number.isSafeInteger(value);

/** False for what we never write; JSON would spell some of it as it spells what we do (an infinite number as null). */
function isOfOurForm(row: FoundRow): row is AuditRow {
  const texts = [row.at, row.action, row.outcome, row.prev, row.hash];
  const textsOrNull = [row.actor, row.card_ref, row.reason, row.query_hash, row.window_from, row.window_to];
  return (
    Number.isSafeInteger(row.seq) &&
    texts.every((value) => typeof value === 'string') &&
    textsOrNull.every(isTextOrNull) &&
    isWholeOrNull(row.alert_number) &&
    isWholeOrNull(row.row_count)
  );
}

type HuntColumns = Pick<FoundRow, 'query_hash' | 'window_from' | 'window_to' | 'row_count'>;

const huntOf = ({ query_hash, window_from, window_to, row_count }: HuntColumns) => {
  return [query_hash, window_from, window_to, row_count];
};

/** True when any of a hunt's columns is filled: a forged part of one makes a row another row. */
export function isHunt(row: HuntColumns): boolean {
  return huntOf(row).some((value) => value !== null);
}

/**
 * JSON of a list: no member can be moved into its neighbour, and null is told from the word. Rows without a hunt are
 * spelt as they were before there were hunts, so that a chain begun then still holds.
 */
export function canonicalText(row: UnhashedRow): string {
  const { seq, at, action, outcome, actor, alert_number, card_ref, reason, prev } = row;
  const columns = [seq, at, action, outcome, actor, alert_number, card_ref, reason, prev];
  return JSON.stringify(isHunt(row) ? [...columns, ...huntOf(row)] : columns);
}

export const rowHash = (seal: Sealer, row: UnhashedRow): string => seal.auditHash(canonicalText(row));

export interface AuditFault {
  seq: number;
  is: 'altered' | 'missing' | 'out of order';
}

/** Takes rows in order of `seq` and names each place where the chain does not hold. */
export class ChainCheck {
  private expected = 1;
  private prev: string | null = CHAIN_START;
  private sought = 0;
  private readonly beyondHead: number[] = [];

  /** `head` null: nothing is known of the end. */
  constructor(
    private readonly seal: Sealer,
    private readonly head: AuditHead | null,
    private readonly anchors: Anchors = new Map(),
  ) {}

  /** Faults found up to and with this row. */
  next(row: FoundRow): AuditFault[] {
    const { seq } = row;
    // What is no number has no place: it is named where it was met.
    if (typeof seq !== 'number' || !Number.isInteger(seq)) return [{ seq: this.expected, is: 'altered' }];
    const missing = this.missingBefore(seq);
    const fault = this.faultOf(row, seq);
    this.expected = Math.max(this.expected, seq + 1);
    if (fault !== null) return [...missing, { seq, is: fault }];
    if (this.head !== null && seq > this.head.seq) this.noteBeyond(seq);
    return missing;
  }

  /**
   * What the sealed head and the anchors promise and no row gave, and genuine rows that the head does not know of, as
   * after an older head was put back. `headNow` may lie beyond the first one, since others may write meanwhile.
   */
  end(headNow: AuditHead | null = this.head): AuditFault[] {
    const promised = [...this.anchors.keys()].reduce((last, seq) => Math.max(last, seq), this.head?.seq ?? 0);
    const known = headNow?.seq ?? Infinity;
    const unknown = this.beyondHead.filter((seq) => seq > known);
    return [...unknown.map((seq) => ({ seq, is: 'out of order' as const })), ...this.missingBefore(promised + 1)];
  }

  private missingBefore(seq: number): AuditFault[] {
    const faults: AuditFault[] = [];
    const end = Math.min(seq, this.expected + MISSING_NAMED);
    for (let absent = this.expected; absent < end; absent += 1) faults.push({ seq: absent, is: 'missing' });
    // What a missing row's hash was is not known, so the row after it is judged by its own hash alone.
    if (faults.length > 0) this.prev = null;
    return faults;
  }

  private noteBeyond(seq: number): void {
    if (this.beyondHead.length < MISSING_NAMED) this.beyondHead.push(seq);
  }

  private faultOf(row: FoundRow, seq: number): AuditFault['is'] | null {
    const before = this.prev;
    // Nor is the hash of a row known that is not as it was written.
    this.prev = null;
    if (!isOfOurForm(row)) return 'altered';
    if (rowHash(this.seal, row) !== row.hash) return this.isDisplaced(row) ? 'out of order' : 'altered';
    this.prev = row.hash;
    const promised = this.anchors.get(seq) ?? row.hash;
    if (row.hash !== promised || (seq === this.head?.seq && row.hash !== this.head.hash)) return 'altered';
    return before !== null && row.prev !== before ? 'out of order' : null;
  }

  private isDisplaced(row: AuditRow): boolean {
    this.sought += 1;
    if (this.sought > DISPLACED_ROWS_SOUGHT) return false;
    // Counted by the step, since a forged number may lie where adding one changes nothing.
    for (let step = -DISPLACEMENT_WINDOW; step <= DISPLACEMENT_WINDOW; step += 1) {
      if (rowHash(this.seal, { ...row, seq: row.seq + step }) === row.hash) return true;
    }
    return false;
  }
}
