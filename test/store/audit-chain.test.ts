import fc from 'fast-check';
import {
  CHAIN_START,
  ChainCheck,
  DISPLACED_ROWS_SOUGHT,
  MISSING_NAMED,
  rowHash,
  type AuditFault,
  type AuditRow,
  type FoundRow,
} from '../../src/store/audit-chain';
import { Sealer } from '../../src/store/seal';

const seal = new Sealer('a store key of the tests', 'a tenant');
const NO_HUNT = { query_hash: null, window_from: null, window_to: null, row_count: null };
const WINDOW = { window_from: '2026-11-16T06:00:00Z', window_to: '2026-11-23T06:00:00Z' };
/** Rows 3 and 6 of a chain: one hunt that ran and one that failed. */
const HUNTS: Readonly<Record<number, Partial<AuditRow>>> = {
  3: { query_hash: 'a query', ...WINDOW, row_count: 12 },
  6: { query_hash: 'another query', ...WINDOW, row_count: null },
};

/** From `forkedAt` on as another life of the same store wrote them. */
function chain(length: number, forkedAt = Infinity): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const action = seq < forkedAt ? `verb.${seq}` : `another.${seq}`;
    const what = { action, outcome: 'applied', actor: null, alert_number: 1000 + seq, card_ref: null };
    const prev = rows.at(-1)?.hash ?? CHAIN_START;
    const row = { seq, at: '2026-11-23T06:00:00.000Z', ...what, reason: null, ...NO_HUNT, ...HUNTS[seq], prev };
    rows.push({ ...row, hash: rowHash(seal, row) });
  }
  return rows;
}

function check(rows: readonly FoundRow[], head: AuditRow | undefined = chain(8).at(-1)): AuditFault[] {
  const of = new ChainCheck(seal, head ?? null);
  return [...rows.flatMap((row) => of.next(row)), ...of.end()];
}

/** Rows 1 to 8 with some columns of one of them changed. */
function withRow(seq: number, change: Partial<AuditRow>): AuditRow[] {
  return chain(8).map((row) => (row.seq === seq ? { ...row, ...change } : row));
}

const swapped = (a: number, b: number) =>
  chain(8)
    .map((row) => ({ ...row, seq: row.seq === a ? b : row.seq === b ? a : row.seq }))
    .sort((x, y) => x.seq - y.seq);

describe('the check of the audit chain', () => {
  it('finds nothing in a chain as it was written', () => {
    expect(check(chain(8))).toEqual([]);
  });

  it.each<Partial<AuditRow>>([
    { at: '2026-11-23T06:00:00.001Z' },
    { action: 'alert.start' },
    { outcome: 'refused' },
    { actor: 'somebody' },
    { alert_number: null },
    { card_ref: 'a ref' },
    { reason: 'noRole' },
    { query_hash: 'a query' },
    { window_from: WINDOW.window_from },
    { window_to: WINDOW.window_to },
    { row_count: 0 },
    { query_hash: 'a query', ...WINDOW, row_count: 12 },
    { prev: CHAIN_START },
    { hash: CHAIN_START },
  ])('calls a row altered in which %j stands', (change) => {
    expect(check(withRow(4, change))).toContainEqual({ seq: 4, is: 'altered' });
  });

  it.each<[number, Partial<AuditRow>]>([
    [3, { query_hash: 'another query' }],
    [3, { query_hash: null }],
    [3, { window_from: WINDOW.window_to }],
    [3, { window_to: WINDOW.window_from }],
    [3, { window_from: null, window_to: null }],
    [3, { row_count: 13 }],
    [3, { row_count: null }],
    [6, { row_count: 0 }],
    [6, NO_HUNT],
  ])('calls hunt %i altered in which %j stands', (seq, change) => {
    expect(check(withRow(seq, change))).toContainEqual({ seq, is: 'altered' });
  });

  it('hashes a row without a hunt as before there were hunts', () => {
    const what = { action: 'alert.start', outcome: 'applied', actor: null, alert_number: 1042, card_ref: null };
    const row = { seq: 7, at: '2026-11-23T06:00:00.000Z', ...what, reason: null, ...NO_HUNT, prev: CHAIN_START };
    expect(rowHash(seal, row)).toBe('270456a338fa6cbe36fd77a8e4e53f4a879f10bce2506e2fa3ad14941dd3b9fe');
  });

  it('calls a row altered that was written anew with a hash under another key', () => {
    const row = chain(8)[3];
    if (!row) throw new Error('eight rows');
    const forged = { ...row, action: 'forged' };
    const hash = rowHash(new Sealer('another key', 'a tenant'), forged);
    expect(check(withRow(4, { action: 'forged', hash }))).toContainEqual({ seq: 4, is: 'altered' });
  });

  it('calls rows missing at the beginning, in the middle and at the end', () => {
    expect(check(chain(8).slice(2))).toEqual([
      { seq: 1, is: 'missing' },
      { seq: 2, is: 'missing' },
    ]);
    expect(check(chain(8).filter(({ seq }) => seq !== 5))).toEqual([{ seq: 5, is: 'missing' }]);
    expect(check(chain(8).slice(0, 6))).toEqual([
      { seq: 7, is: 'missing' },
      { seq: 8, is: 'missing' },
    ]);
  });

  it.each([
    [3, 4],
    [2, 7],
    [1, 8],
  ])('calls the rows %i and %i out of order that changed places, and no other', (a, b) => {
    expect(check(swapped(a, b))).toEqual([
      { seq: a, is: 'out of order' },
      { seq: b, is: 'out of order' },
    ]);
  });

  it.each([1, 4, 8])('names row %i alone when its hash was altered', (seq) => {
    expect(check(withRow(seq, { hash: CHAIN_START }))).toEqual([{ seq, is: 'altered' }]);
  });

  it('calls genuine rows out of order that lie behind an older head', () => {
    expect(check(chain(8), chain(8)[5])).toEqual([
      { seq: 7, is: 'out of order' },
      { seq: 8, is: 'out of order' },
    ]);
  });

  it('calls rows out of order where one of another life was put between, as after a restored backup went on', () => {
    const others = chain(8, 4);
    const rows = chain(8).map((row) => (row.seq === 6 ? (others[5] ?? row) : row));
    expect(check(rows)).toEqual([
      { seq: 6, is: 'out of order' },
      { seq: 7, is: 'out of order' },
    ]);
  });

  it('takes rows behind the head for new ones when the head has moved on meanwhile', () => {
    const [head, headNow] = [chain(8)[5] ?? null, chain(8)[7] ?? null];
    const of = new ChainCheck(seal, head);
    expect([...chain(8).flatMap((row) => of.next(row)), ...of.end(headNow)]).toEqual([]);
  });

  it.each<Partial<FoundRow>>([
    { at: new ArrayBuffer(4) },
    { actor: new ArrayBuffer(4) },
    { row_count: Infinity },
    { alert_number: 1_004.5 },
    { alert_number: '1004' },
    { hash: null },
  ])('calls a row altered in which another kind of value stands', (change) => {
    const rows = chain(8).map((row) => (row.seq === 6 ? { ...row, ...change } : row));
    expect(check(rows)).toEqual([{ seq: 6, is: 'altered' }]);
  });

  it('names a row without a number where it was met', () => {
    const rows = chain(8).map((row) => (row.seq === 5 ? { ...row, seq: 'five' } : row));
    expect(check(rows)).toEqual([
      { seq: 5, is: 'altered' },
      { seq: 5, is: 'missing' },
    ]);
  });

  it('calls the last row altered when it is not the one that the head was sealed for', () => {
    const head = chain(8).at(-1);
    expect(check(chain(8), head && { ...head, hash: CHAIN_START })).toEqual([{ seq: 8, is: 'altered' }]);
  });

  it('ends soon when somebody forged a number far beyond the others', () => {
    const faults = check(withRow(8, { seq: Number.MAX_SAFE_INTEGER - 10 }));
    expect(faults.filter(({ is }) => is === 'missing')).toHaveLength(MISSING_NAMED);
  });

  it('looks for the place of no more rows than it says, and calls the others altered', () => {
    const long = chain(DISPLACED_ROWS_SOUGHT + 20).map((row) => ({ ...row, action: 'forged' }));
    const began = Date.now();
    expect(check(long, undefined).every(({ is }) => is === 'altered')).toBe(true);
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  it('notices any one change of any one column', () => {
    const columns = ['at', 'action', 'outcome', 'actor', 'card_ref', 'reason', 'query_hash', 'prev', 'hash'] as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.constantFrom(...columns), fc.string(), (seq, column, text) => {
        const before = chain(8)[seq - 1];
        fc.pre(before?.[column] !== text);
        expect(check(withRow(seq, { [column]: text }))).not.toEqual([]);
      }),
    );
  });
});
