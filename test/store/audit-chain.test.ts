import fc from 'fast-check';
import {
  CHAIN_START,
  ChainCheck,
  DISPLACED_ROWS_SOUGHT,
  MISSING_NAMED,
  rowHash,
  type AuditFault,
  type AuditRow,
} from '../../src/store/audit-chain';
import { Sealer } from '../../src/store/seal';

const seal = new Sealer('a store key of the tests', 'a tenant');

function chain(length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const what = { action: `verb.${seq}`, outcome: 'applied', actor: null, alert_number: 1000 + seq, card_ref: null };
    const row = { seq, at: '2026-11-23T06:00:00.000Z', ...what, reason: null, prev: rows.at(-1)?.hash ?? CHAIN_START };
    rows.push({ ...row, hash: rowHash(seal, row) });
  }
  return rows;
}

function check(rows: readonly AuditRow[], head: AuditRow | undefined = chain(8).at(-1)): AuditFault[] {
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
    { prev: CHAIN_START },
    { hash: CHAIN_START },
  ])('calls a row altered in which %j stands', (change) => {
    expect(check(withRow(4, change))).toContainEqual({ seq: 4, is: 'altered' });
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

  it('calls rows out of order that changed places', () => {
    expect(check(swapped(3, 4)).slice(0, 2)).toEqual([
      { seq: 3, is: 'out of order' },
      { seq: 4, is: 'out of order' },
    ]);
    expect(check(swapped(2, 7)).filter(({ is }) => is === 'altered')).toEqual([]);
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
    const columns = ['at', 'action', 'outcome', 'actor', 'card_ref', 'reason', 'prev', 'hash'] as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.constantFrom(...columns), fc.string(), (seq, column, text) => {
        const before = chain(8)[seq - 1];
        fc.pre(before?.[column] !== text);
        expect(check(withRow(seq, { [column]: text }))).not.toEqual([]);
      }),
    );
  });
});
