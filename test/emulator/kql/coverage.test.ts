// The coverage list says of every operator, function and aggregate that the language has whether it is executed, and
// says the truth.
import { AGGREGATE_FUNCTIONS } from '../../../src/emulator/kql/aggregates/aggregate-registry';
import { COLUMN_FUNCTIONS } from '../../../src/emulator/kql/expressions/calls';
import { SCALAR_FUNCTIONS } from '../../../src/emulator/kql/functions/function-registry';
import { KQL_AGGREGATES, KQL_DIFFERENCES, KQL_FUNCTIONS, KQL_OPERATORS } from '../../../src/emulator/kql/kql-coverage';
import { languagePackage } from '../../../src/emulator/kql/language/language-package';
import { SOURCE_KINDS } from '../../../src/emulator/kql/operators/compile-table';
import { OPERATORS } from '../../../src/emulator/kql/operators/operator-registry';
import { refusalOf, rowsOf, table } from './kql-under-test';

const things = [table('Things', 'Name, Size:long, Bag:dynamic', [['a', 1, { k: 1 }]])];

/** Names of the language's functions or aggregates, without those that are the package's own affair. */
function knownNames(group: 'Functions' | 'Aggregates'): string[] {
  const { language, listOf } = languagePackage();
  return listOf(language[group].All).filter((name) => !name.startsWith('__'));
}

test('every function of the language is executed or refused', () => {
  expect([...KQL_FUNCTIONS.executed, ...KQL_FUNCTIONS.refused].sort()).toEqual(knownNames('Functions').sort());
  expect([...KQL_FUNCTIONS.executed].sort()).toEqual(
    [...Object.keys(SCALAR_FUNCTIONS), ...Object.keys(COLUMN_FUNCTIONS)].sort(),
  );
});

test('every aggregate of the language is executed or refused', () => {
  expect([...KQL_AGGREGATES.executed, ...KQL_AGGREGATES.refused].sort()).toEqual(knownNames('Aggregates').sort());
  expect([...KQL_AGGREGATES.executed].sort()).toEqual(Object.keys(AGGREGATE_FUNCTIONS).sort());
});

test('every operator of the language is executed or refused', () => {
  const known = [...languagePackage().syntaxKinds.values()].filter((kind) => kind.endsWith('Operator'));
  expect(KQL_OPERATORS.map(({ node }) => node).sort()).toEqual(
    known.filter((kind) => kind !== 'BadQueryOperator').sort(),
  );
  const run = [...Object.keys(OPERATORS), ...SOURCE_KINDS].filter((kind) => kind.endsWith('Operator'));
  expect(
    KQL_OPERATORS.filter(({ executed }) => executed)
      .map(({ node }) => node)
      .sort(),
  ).toEqual(run.sort());
});

// One query for each operator: those of executed ones run, those of others are refused by the operator's word.
const EXAMPLES: Readonly<Record<string, string>> = {
  where: 'Things | where Size > 0',
  take: 'Things | take 1',
  count: 'Things | count',
  project: 'Things | project Name',
  extend: 'Things | extend X = 1',
  'project-away': 'Things | project-away Name',
  'project-keep': 'Things | project-keep Name',
  'project-rename': 'Things | project-rename N = Name',
  'project-reorder': 'Things | project-reorder Size',
  serialize: 'Things | serialize',
  summarize: 'Things | summarize count()',
  distinct: 'Things | distinct Name',
  sort: 'Things | sort by Name',
  top: 'Things | top 1 by Name',
  join: 'Things | join (Things) on Name',
  union: 'union Things, Things',
  'mv-expand': 'Things | mv-expand Bag',
  'make-series': 'Things | make-series count() on Size from 0 to 2 step 1',
  getschema: 'Things | getschema',
  print: 'print 1',
  range: 'range N from 1 to 1 step 1',
  render: 'Things | render barchart',
  as: 'Things | as X',
  'assert-schema': 'Things | assert-schema (Name: string, Size: int, Bag: dynamic)',
  consume: 'Things | consume',
  evaluate: 'Things | evaluate bag_unpack(Bag)',
  facet: 'Things | facet by Name',
  find: 'find "x"',
  fork: 'Things | fork (count) (take 1)',
  invoke: 'let f = (T: (*)) { T | count }; Things | invoke f()',
  lookup: 'Things | lookup (Things) on Name',
  'make-graph': 'Things | make-graph Name --> Name',
  'mv-apply': 'Things | mv-apply Bag on (count)',
  parse: 'Things | parse Name with "a" B',
  'parse-kv': 'Things | parse-kv Name as (a: string)',
  'parse-where': 'Things | parse-where Name with "a" B',
  partition: 'Things | partition by Name (take 1)',
  reduce: 'Things | reduce by Name',
  sample: 'Things | sample 1',
  'sample-distinct': 'Things | sample-distinct 1 of Name',
  scan: 'Things | sort by Name | scan with (step s: true;)',
  search: 'search "x"',
  'top-hitters': 'Things | top-hitters 1 of Name',
  'top-nested': 'Things | top-nested 1 of Name by count()',
};

test.each(KQL_OPERATORS.filter(({ executed }) => executed).map(({ word }) => word))('%s is executed', (word) => {
  expect(rowsOf(EXAMPLES[word] ?? '', things).length).toBeGreaterThan(0);
});

test.each(KQL_OPERATORS.filter(({ word, executed }) => !executed && word in EXAMPLES).map(({ word }) => word))(
  '%s is refused by its name',
  (word) => {
    expect(refusalOf(EXAMPLES[word] ?? '', things)).toMatchObject({
      kind: 'unsupported',
      message: `'${word}' is not supported.`,
    });
  },
);

test('operators without an example are those that the language itself keeps for other places', () => {
  const without = KQL_OPERATORS.filter(({ word }) => !(word in EXAMPLES)).map(({ word }) => word);
  // Behind make-graph, which is refused, or of dialects that hunting does not speak.
  expect(
    without.filter((word) => !/^(graph-|execute_and_cache|macro-expand|partition-by|project-by-names)/.test(word)),
  ).toEqual([]);
});

test('a function or aggregate that is listed as refused is refused by its name', () => {
  for (const [query, name] of [
    ['print sin(1.0)', 'sin'],
    ['print parse_url("https://x.example")', 'parse_url'],
    ['print hash("a")', 'hash'],
    ['Things | summarize tdigest(Size)', 'tdigest'],
  ] as const) {
    expect([...KQL_FUNCTIONS.refused, ...KQL_AGGREGATES.refused]).toContain(name);
    expect(refusalOf(query, things)).toMatchObject({ kind: 'unsupported', message: `'${name}()' is not supported.` });
  }
});

test('what differs from the service is said in sentences', () => {
  expect(KQL_DIFFERENCES.filter((sentence) => sentence.length < 20)).toEqual([]);
});
