// An embedded store with an audit of a given length, as the bot would have written it row by row, made in one
// transaction: writing a million rows durably one after the other is another measurement.
import { join } from 'node:path';
import Libsql from 'libsql';
import { canonicalText, CHAIN_START, rowHash, type UnhashedRow } from '../store/audit-chain';
import { sealHead } from '../store/audit-head';
import { openStore } from '../store/open-store';
import { Sealer } from '../store/seal';

export const AUDIT_TENANT = '0b5f6c1e-7a43-4f0e-9d0b-3f4a6c2e9b17';
export const AUDIT_KEY = 'a store key of the benchmarks, long enough';

const BEGAN = Date.parse('2026-01-05T07:00:00Z');
const PACE_MS = 20_000;
const PEOPLE = 40;
const NO_HUNT = { query_hash: null, window_from: null, window_to: null, row_count: null };
const INSERT = `insert into audit (tenant_id, seq, at, action, outcome, actor, alert_number, card_ref, reason, prev, hash,
  query_hash, window_from, window_to, row_count) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export const auditLocation = (dataDir: string) => ({ databaseUrl: null, dataDir, storeKey: AUDIT_KEY });

/** Changes in two lines each, and between them refusals and hunts. */
function rowOf(seal: Sealer, seq: number, prev: string): UnhashedRow {
  const at = new Date(BEGAN + seq * PACE_MS).toISOString();
  const actor = seal.lookupHash('auditActor', `person ${seq % PEOPLE}`);
  const row = { seq, at, actor, card_ref: null, prev, ...NO_HUNT };
  const alert_number = 1_000 + Math.trunc(seq / 6);
  switch (seq % 6) {
    case 0: {
      const query_hash = seal.lookupHash('huntingQuery', `query ${seq}`);
      const window = { window_from: '2026-01-05T07:00:00Z', window_to: at, row_count: seq % 1_000 };
      return {
        ...row,
        action: 'summarizeHunting',
        outcome: 'applied',
        alert_number: null,
        reason: null,
        query_hash,
        ...window,
      };
    }
    case 1:
      return { ...row, action: 'alert.resolve', outcome: 'refused', alert_number, reason: 'noRole' };
    default:
      return {
        ...row,
        action: 'alert.start',
        outcome: seq % 2 === 0 ? 'intended' : 'applied',
        alert_number,
        reason: null,
      };
  }
}

export async function makeAuditStore(dataDir: string, rows: number): Promise<void> {
  const options = {
    ...auditLocation(dataDir),
    pseudonymKey: null,
    tenantId: AUDIT_TENANT,
    holder: 'bench',
    leaseMs: 1_000,
  };
  await (await openStore(options)).close();
  const seal = new Sealer(AUDIT_KEY, AUDIT_TENANT);
  const database = new Libsql(join(dataDir, 'store.db'));
  database.exec('begin immediate');
  const insert = database.prepare(INSERT);
  let prev = CHAIN_START;
  for (let seq = 1; seq <= rows; seq += 1) {
    const row = rowOf(seal, seq, prev);
    const { at, action, outcome, actor, alert_number, card_ref, reason } = row;
    prev = rowHash(seal, row);
    const hunt = [row.query_hash, row.window_from, row.window_to, row.row_count];
    insert.run(AUDIT_TENANT, seq, at, action, outcome, actor, alert_number, card_ref, reason, row.prev, prev, ...hunt);
  }
  const head = sealHead(seal, { seq: rows, hash: prev });
  database.prepare('insert into audit_heads (tenant_id, sealed_head) values (?, ?)').run(AUDIT_TENANT, head);
  database.exec('commit');
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

/** What each row's hash is made over, for the first rows. */
export function canonicalTexts(rows: number): string[] {
  const seal = new Sealer(AUDIT_KEY, AUDIT_TENANT);
  return Array.from({ length: rows }, (_, index) => canonicalText(rowOf(seal, index + 1, CHAIN_START)));
}
