// Every aggregate agrees with the same figure worked out plainly over generated rows, group by group.
import fc from 'fast-check';
import { AGGREGATE_FUNCTIONS } from '../../../src/emulator/kql/aggregates/aggregate-registry';
import type { KqlValue } from '../../../src/emulator/kql/kql-table';
import { refusalOf, rowsOf, schemaOf, table } from './kql-under-test';

interface Item {
  readonly group: string;
  readonly n: number | null;
  readonly text: string;
  readonly flag: boolean | null;
}

const item: fc.Arbitrary<Item> = fc.record({
  group: fc.constantFrom('a', 'b', ''),
  n: fc.option(fc.integer({ min: -50, max: 50 })),
  text: fc.constantFrom('', 'x', 'y', 'z'),
  flag: fc.option(fc.boolean()),
});

const itemTable = (items: readonly Item[]) =>
  table(
    'T',
    'Group, N:long, Text, Flag:bool',
    items.map(({ group, n, text, flag }) => [group, n, text, flag]),
  );

const numbers = (items: readonly Item[]) => items.flatMap(({ n }) => n ?? []);
const flagged = (items: readonly Item[]) => items.filter(({ flag }) => flag === true);
const total = (of: readonly number[]) => of.reduce((sum, n) => sum + n, 0);
const mean = (of: readonly number[]) => total(of) / of.length;
const most = (of: readonly number[]) => (of.length === 0 ? null : Math.max(...of));
const least = (of: readonly number[]) => (of.length === 0 ? null : Math.min(...of));
const different = <T>(of: readonly T[]) => [...new Set(of)];
const squares = (of: readonly number[]) => total(of.map((n) => (n - mean(of)) ** 2));
const variance = (of: readonly number[], less: number) => (of.length < 2 ? 0 : squares(of) / (of.length - less));
const present = <T extends KqlValue>(of: readonly T[]) => of.find((value) => value !== null && value !== '');
const first = (of: readonly KqlValue[]) => present(of) ?? of.at(-1) ?? null;
const percentile = (of: readonly number[], percent: number) =>
  of.toSorted((a, b) => a - b).find((_, index) => (index + 1) / of.length >= percent / 100) ?? null;
const bestBy = (items: readonly Item[], sign: 1 | -1) => {
  const compared = items.filter(({ n }) => n !== null);
  const best = compared.toSorted((a, b) => sign * ((b.n ?? 0) - (a.n ?? 0)))[0] ?? items[0];
  return [best?.n ?? null, best?.text ?? null];
};

// What an aggregate says, and what it should.
const FIGURES: Readonly<Record<string, (items: readonly Item[]) => KqlValue | KqlValue[]>> = {
  'count()': (items) => items.length,
  'countif(Flag)': (items) => flagged(items).length,
  'dcount(N)': (items) => different(numbers(items)).length,
  'dcount(Text)': (items) => different(items.map(({ text }) => text)).length,
  'dcountif(N, Flag)': (items) => different(numbers(flagged(items))).length,
  'sum(N)': (items) => total(numbers(items)),
  'sumif(N, Flag)': (items) => total(numbers(flagged(items))),
  'avg(N)': (items) => mean(numbers(items)),
  'avgif(N, Flag)': (items) => mean(numbers(flagged(items))),
  'max(N)': (items) => most(numbers(items)),
  'maxif(N, Flag)': (items) => most(numbers(flagged(items))),
  'min(N)': (items) => least(numbers(items)),
  'minif(N, Flag)': (items) => least(numbers(flagged(items))),
  'max(Text)': (items) =>
    items
      .map(({ text }) => text)
      .toSorted()
      .at(-1) ?? null,
  'stdev(N)': (items) => Math.sqrt(variance(numbers(items), 1)),
  'stdevif(N, Flag)': (items) => Math.sqrt(variance(numbers(flagged(items)), 1)),
  'stdevp(N)': (items) => Math.sqrt(variance(numbers(items), 0)),
  'variance(N)': (items) => variance(numbers(items), 1),
  'varianceif(N, Flag)': (items) => variance(numbers(flagged(items)), 1),
  'variancep(N)': (items) => variance(numbers(items), 0),
  'percentile(N, 50)': (items) => percentile(numbers(items), 50),
  'percentiles(N, 5, 95)': (items) => [percentile(numbers(items), 5), percentile(numbers(items), 95)],
  'make_list(N)': (items) => [numbers(items)],
  'make_list(N, 2)': (items) => [numbers(items).slice(0, 2)],
  'make_list_if(N, Flag)': (items) => [numbers(flagged(items))],
  'make_list_with_nulls(N)': (items) => [items.map(({ n }) => n)],
  'makelist(Text)': (items) => [items.map(({ text }) => text)],
  'make_set(N)': (items) => [different(numbers(items))],
  'make_set(Text, 2)': (items) => [different(items.map(({ text }) => text)).slice(0, 2)],
  'make_set_if(N, Flag)': (items) => [different(numbers(flagged(items)))],
  'makeset(Text)': (items) => [different(items.map(({ text }) => text))],
  'make_bag(bag_pack(Text, N))': (items) => Object.fromEntries(items.toReversed().map(({ text, n }) => [text, n])),
  'make_bag_if(bag_pack(Text, N), Flag)': (items) =>
    Object.fromEntries(
      flagged(items)
        .toReversed()
        .map(({ text, n }) => [text, n]),
    ),
  'take_any(Text)': (items) => first(items.map(({ text }) => text)),
  'any(N)': (items) => first(items.map(({ n }) => n)),
  'take_anyif(N, Flag)': (items) => first(flagged(items).map(({ n }) => n)),
  'anyif(N, Flag)': (items) => first(flagged(items).map(({ n }) => n)),
  'arg_max(N, Text)': (items) => bestBy(items, 1),
  'arg_min(N, Text)': (items) => bestBy(items, -1),
  'max(N) - min(N)': (items) =>
    numbers(items).length === 0 ? null : (most(numbers(items)) ?? 0) - (least(numbers(items)) ?? 0),
  'iff(count() > 2, sum(N), 0)': (items) => (items.length > 2 ? total(numbers(items)) : 0),
};

/** Figures to six digits. */
const about = (value: unknown): unknown => {
  if (typeof value === 'number') return (value + 0).toFixed(6).replace(/^-(0\.0*)$/, '$1');
  return Array.isArray(value) ? value.map(about) : value;
};
const asCells = (figure: KqlValue | KqlValue[]): readonly KqlValue[] => (Array.isArray(figure) ? figure : [figure]);

test.each(Object.entries(FIGURES))('%s', (expression, figure) => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), (items) => {
      const groups = different(items.map(({ group }) => group));
      const expected = groups.map((group) => [group, ...asCells(figure(items.filter((each) => each.group === group)))]);
      expect(rowsOf(`T | summarize ${expression} by Group`, [itemTable(items)]).map(about)).toEqual(
        expected.map(about),
      );
    }),
    { numRuns: 25 },
  );
});

test('every aggregate of the engine is among them', () => {
  const text = Object.keys(FIGURES).join(' ');
  expect(Object.keys(AGGREGATE_FUNCTIONS).filter((name) => !new RegExp(`\\b${name}\\(`).test(text))).toEqual([]);
});

test('without a row and without a key there is one group of nothing', () => {
  const query = `T | summarize count(), dcount(N), sum(N), avg(N), max(N), make_list(N), make_set(N), take_any(N), percentile(N, 50),
    stdev(N), variance(N), countif(Flag)`;
  expect(rowsOf(query, [itemTable([])])).toEqual([[0, 0, 0, NaN, null, [], [], null, null, 0, 0, 0]]);
  expect(rowsOf('T | summarize count() by Group', [itemTable([])])).toEqual([]);
});

test('a set of arrays is the set of their elements, a list keeps them', () => {
  const arrays = table('T', 'A:dynamic', [[['a', 'b']], [['b', 'c']], [null], ['d']]);
  expect(rowsOf('T | summarize make_set(A), make_list(A)', [arrays])).toEqual([
    [
      ['a', 'b', 'c', 'd'],
      [['a', 'b'], ['b', 'c'], 'd'],
    ],
  ]);
});

test('instants gathered in a dynamic are texts', () => {
  expect(rowsOf('print t = datetime(2026-08-14) | summarize make_list(t)')).toEqual([
    [['2026-08-14T00:00:00.0000000Z']],
  ]);
});

test('arg_max with a star takes the row of the greatest value, its keys left out', () => {
  const rows = [
    { group: 'a', n: 1, text: 'x', flag: true },
    { group: 'a', n: 3, text: 'y', flag: null },
    { group: 'a', n: null, text: 'z', flag: false },
    { group: 'b', n: null, text: 'z', flag: false },
  ];
  const query = 'T | summarize arg_max(N, *) by Group';
  expect(rowsOf(query, [itemTable(rows)])).toEqual([
    ['a', 3, 'y', null],
    ['b', null, 'z', false],
  ]);
  expect(schemaOf(query, [itemTable([])])).toBe('Group:string, N:long, Text:string, Flag:bool');
  expect(rowsOf('T | summarize take_any(*) by Group', [itemTable(rows)])[0]).toEqual(['a', 1, 'x', true]);
});

test('columns are named after what is in them', () => {
  const query = `T | summarize count(), countif(Flag), dcount(N), sum(N), sum(N + 1), make_set(Text), make_list(Text), take_any(Text),
    percentile(N, 50), arg_min(N, Text), max(N) - min(N), Own = avg(N) by bin(N, 10), tolower(Text), Group`;
  expect(schemaOf(query, [itemTable([])])).toBe(
    `N:long, Column1:string, Group:string, count_:long, countif_Flag:long, dcount_N:long, sum_N:long, sum_:long,
    set_Text:dynamic, list_Text:dynamic, Text:string, percentile_N_50:long, N1:long, Text1:string, Column2:long, Own:real`.replace(
      /\s+/g,
      ' ',
    ),
  );
});

test('rows are not grouped by a dynamic', () => {
  expect(refusalOf('T | summarize count() by A', [table('T', 'A:dynamic', [])]).kind).toBe('semantic');
});

test('a size or a percentage that differs from row to row is refused', () => {
  expect(refusalOf('T | summarize make_list(Text, N)', [itemTable([])]).kind).toBe('semantic');
  expect(refusalOf('T | summarize percentile(N, N)', [itemTable([])]).kind).toBe('semantic');
});
