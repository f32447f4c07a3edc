// Joins: every kind agrees with two nested loops over generated rows.
import fc from 'fast-check';
import { JOIN_KINDS } from '../../../src/emulator/kql/operators/join';
import type { KqlValue } from '../../../src/emulator/kql/kql-table';
import { refusalOf, rowsOf, schemaOf, table } from './kql-under-test';

type Row = readonly [key: string, number: number | null, own: number];

const row = fc.tuple(fc.constantFrom('a', 'b', ''), fc.constantFrom(1, 2, null), fc.integer({ min: 0, max: 9 }));
const rows = fc.array(row, { maxLength: 6 });
const tables = (left: readonly Row[], right: readonly Row[]) => [
  table('L', 'K, N:long, A:int', left),
  table('R', 'K, N:int, B:int', right),
];

const meet = ([k, n]: Row, [other, m]: Row) => k === other && n !== null && n === m;
const nothing = ['', null, null];
const pairs = (left: readonly Row[], right: readonly Row[]) =>
  left.flatMap((l) => right.filter((r) => meet(l, r)).map((r) => [...l, ...r]));
const unmet = (rows: readonly Row[], others: readonly Row[]) =>
  rows.filter((one) => !others.some((other) => meet(one, other)));
const met = (rows: readonly Row[], others: readonly Row[]) =>
  rows.filter((one) => others.some((other) => meet(one, other)));
const unique = (rows: readonly Row[]) =>
  rows.filter((one, index) => rows.findIndex(([k, n]) => k === one[0] && n === one[1]) === index);

const EXPECTED: Readonly<
  Record<string, (left: readonly Row[], right: readonly Row[]) => readonly (readonly KqlValue[])[]>
> = {
  innerunique: (left, right) => pairs(unique(left), right),
  inner: pairs,
  leftouter: (left, right) => [...pairs(left, right), ...unmet(left, right).map((l) => [...l, ...nothing])],
  rightouter: (left, right) => [...pairs(left, right), ...unmet(right, left).map((r) => [...nothing, ...r])],
  fullouter: (left, right) => [
    ...pairs(left, right),
    ...unmet(left, right).map((l) => [...l, ...nothing]),
    ...unmet(right, left).map((r) => [...nothing, ...r]),
  ],
  leftsemi: met,
  leftanti: unmet,
  leftantisemi: unmet,
  anti: unmet,
  rightsemi: (left, right) => met(right, left),
  rightanti: (left, right) => unmet(right, left),
  rightantisemi: (left, right) => unmet(right, left),
};

/** Joined rows have no order of their own. */
const unordered = (of: readonly unknown[]) => of.map((each) => JSON.stringify(each)).sort();

test.each(Object.entries(EXPECTED))('kind=%s', (kind, expected) => {
  fc.assert(
    fc.property(rows, rows, (left, right) => {
      const found = rowsOf(`L | join kind=${kind} (R) on K, $left.N == $right.N`, tables(left, right));
      expect(unordered(found)).toEqual(unordered(expected(left, right)));
    }),
    { numRuns: 30 },
  );
});

test('every kind of the engine is among them', () => {
  expect(Object.keys(JOIN_KINDS).sort()).toEqual(Object.keys(EXPECTED).sort());
});

test('a join without a kind takes one left row for each key', () => {
  const twice: Row[] = [
    ['a', 1, 5],
    ['a', 1, 6],
  ];
  expect(rowsOf('L | join (R) on K', tables(twice, [['a', 1, 7]]))).toEqual([['a', 1, 5, 'a', 1, 7]]);
});

test('columns of the right side that the left has too get a number', () => {
  const on = (kind: string) => schemaOf(`L | join kind=${kind} (R) on K`, tables([], []));
  expect(on('inner')).toBe('K:string, N:long, A:int, K1:string, N1:int, B:int');
  expect(on('leftsemi')).toBe('K:string, N:long, A:int');
  expect(on('rightanti')).toBe('K:string, N:int, B:int');
});

test('keys of other names, of functions and of another case', () => {
  const sides = tables([['A', 1, 1]], [['a', 1, 2]]);
  expect(rowsOf('L | join kind=inner (R | project Key = K, B) on $left.K == $right.Key', sides)).toEqual([]);
  const lowered =
    'L | extend K = tolower(K) | join kind=inner (R | project Key = K, B) on $left.K == $right.Key | project A, B';
  expect(rowsOf(lowered, sides)).toEqual([[1, 2]]);
});

test('other conditions are refused', () => {
  const bags = [table('L', 'K:dynamic', []), table('R', 'K:dynamic', [])];
  expect(refusalOf('L | join (R) on K', bags).kind).toBe('semantic');
});
