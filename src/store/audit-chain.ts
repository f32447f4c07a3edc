// How audit rows hang together: each row's hash covers every column of it and the hash before it, under a key that the
// database does not hold. Writes and reads no rows.
import type { Sealer } from './seal';
import type { AuditTable } from './tables';

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

export interface AuditHead {
  seq: number;
  hash: string;
}

type HuntColumns = Pick<AuditRow, 'query_hash' | 'window_from' | 'window_to' | 'row_count'>;

const huntOf = ({ query_hash, window_from, window_to, row_count }: HuntColumns) => {
  return [query_hash, window_from, window_to, row_count];
};

/** True when any of a hunt's columns is filled: a forged part of one makes a row another row. */
export function isHunt(row: HuntColumns): boolean {
  return huntOf(row).some((value) => value !== null);
}

/**
 * JSON of a list: no member can be moved into its neighbour, and null is told from the word. Rows without a hunt hash
 * as they did before there were hunts, so that a chain begun then still holds.
 */
export function rowHash(seal: Sealer, row: UnhashedRow): string {
  const { seq, at, action, outcome, actor, alert_number, card_ref, reason, prev } = row;
  const columns = [seq, at, action, outcome, actor, alert_number, card_ref, reason, prev];
  return seal.auditHash(JSON.stringify(isHunt(row) ? [...columns, ...huntOf(row)] : columns));
}

export interface AuditFault {
  seq: number;
  is: 'altered' | 'missing' | 'out of order';
}

/** Takes rows in order of `seq` and names each place where the chain does not hold. */
export class ChainCheck {
  private expected = 1;
  private prev: string | null = CHAIN_START;
  private sought = 0;

  /** `head` null: nothing is known of the end. */
  constructor(
    private readonly seal: Sealer,
    private readonly head: AuditHead | null,
  ) {}

  /** Faults found up to and with this row. */
  next(row: AuditRow): AuditFault[] {
    const missing = this.missingBefore(row.seq);
    const fault = this.faultOf(row);
    this.expected = Math.max(this.expected, row.seq + 1);
    this.prev = row.hash;
    return fault === null ? missing : [...missing, { seq: row.seq, is: fault }];
  }

  /** What the sealed head promises and no row gave. */
  end(): AuditFault[] {
    return this.head === null ? [] : this.missingBefore(this.head.seq + 1);
  }

  private missingBefore(seq: number): AuditFault[] {
    const faults: AuditFault[] = [];
    const end = Math.min(seq, this.expected + MISSING_NAMED);
    for (let absent = this.expected; absent < end; absent += 1) faults.push({ seq: absent, is: 'missing' });
    // What a missing row's hash was is not known, so the row after it is judged by its own hash alone.
    if (faults.length > 0) this.prev = null;
    return faults;
  }

  private faultOf(row: AuditRow): AuditFault['is'] | null {
    if (rowHash(this.seal, row) !== row.hash) return this.isDisplaced(row) ? 'out of order' : 'altered';
    if (row.seq === this.head?.seq && row.hash !== this.head.hash) return 'altered';
    return this.prev !== null && row.prev !== this.prev ? 'out of order' : null;
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
