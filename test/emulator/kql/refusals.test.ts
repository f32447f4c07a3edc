// What is refused, in which words, and where in the query.
import {
  ARRAY_ELEMENTS,
  DEFAULT_MAX_MS,
  DEFAULT_MAX_ROWS,
  MOST_PARTS,
  TEXT_CHARACTERS,
} from '../../../src/emulator/kql/budget';
import { OLD_ELEMENTS } from '../../../src/emulator/kql/aggregates/collecting';
import { STRREP_TIMES } from '../../../src/emulator/kql/functions/text-functions';
import { SCHEMAS_KEPT } from '../../../src/emulator/kql/language/bind-schema';
import { PATTERNS_KEPT } from '../../../src/emulator/kql/regex/regex';
import { QUERY_CHARACTERS, QUERY_NESTING } from '../../../src/emulator/kql/language/parse-query';
import { nestingOf } from '../../../src/emulator/kql/language/nesting';
import { refusalOf, rowsOf, table, valueOf } from './kql-under-test';

const things = table('Things', 'Name, Size:long, Bag:dynamic', [['a', 1, { k: 1 }]]);
const refuse = (query: string, limits = {}) => refusalOf(query, [things], limits);

test('the language package is loaded by the first query, not before', () => {
  expect(Reflect.has(globalThis, 'Kusto')).toBe(false);
  expect(valueOf('1 + 1')).toBe(2);
  expect(Reflect.has(globalThis, 'Kusto')).toBe(true);
});

describe('in the words of the service', () => {
  test.each([
    [
      'Thongs | getschema',
      'unknownTable',
      "'getschema' operator: Failed to resolve table or column expression named 'Thongs'. Fix semantic errors in your query.",
    ],
    [
      'Thongs | where Size > 1 | take 5',
      'unknownTable',
      "'where' operator: Failed to resolve table or column expression named 'Thongs'. Fix semantic errors in your query.",
    ],
    [
      'Things | union Thongs',
      'unknownTable',
      "'union' operator: Failed to resolve table or column expression named 'Thongs'. Fix semantic errors in your query.",
    ],
    [
      'Things | join (Thongs) on Name',
      'unknownTable',
      "'join' operator: Failed to resolve table or column expression named 'Thongs'. Fix semantic errors in your query.",
    ],
    [
      'Thongs',
      'unknownTable',
      "Failed to resolve table or column expression named 'Thongs'. Fix semantic errors in your query.",
    ],
    [
      'Things | summarize count() by Colour',
      'unknownColumn',
      "'summarize' operator: Failed to resolve scalar expression named 'Colour'. Fix semantic errors in your query.",
    ],
    [
      "Things | where Size > 1 | extend X = tolower(['my colour'])",
      'unknownColumn',
      "'extend' operator: Failed to resolve scalar expression named 'my colour'. Fix semantic errors in your query.",
    ],
    [
      'Things | order by Colour',
      'unknownColumn',
      "'order' operator: Failed to resolve scalar expression named 'Colour'. Fix semantic errors in your query.",
    ],
    [
      'Things | where paint(Name)',
      'semantic',
      "'where' operator: Unknown function: 'paint'. Fix semantic errors in your query.",
    ],
    ['Things | wehre Size > 1', 'syntax', 'A recognition error occurred.'],
    ['Things | where', 'syntax', 'A recognition error occurred.'],
    ['Things | extend X = strcat("a"', 'syntax', 'A recognition error occurred.'],
    ['', 'syntax', 'A recognition error occurred.'],
    ['let x = 1;', 'syntax', 'A recognition error occurred.'],
    ['.show tables', 'unsupported', "Management commands are not supported: '.show'."],
    ['  .drop table Things', 'unsupported', "Management commands are not supported: '.drop'."],
  ])('%s', (query, kind, message) => {
    expect(refuse(query)).toMatchObject({ kind, message });
  });

  it('says where, by line and column', () => {
    expect(refuse('Things\n| where Size > 1\n| where Colour == ""').position).toEqual({ line: 3, column: 9 });
    expect(refuse('Thongs').position).toEqual({ line: 1, column: 1 });
  });

  it('tells a semantic fault even where the name of the operator is all there is to say', () => {
    expect(refuse('Things | where Name > 1')).toMatchObject({ kind: 'semantic' });
    expect(refuse('Things | extend X = sum(Size)')).toMatchObject({ kind: 'semantic' });
    expect(refuse('Things | where Name')).toMatchObject({ kind: 'semantic' });
  });
});

describe('by name, where it is not executed', () => {
  test.each([
    ['Things | serialize | extend X = prev(Size)', 'prev()'],
    ['print rand()', 'rand()'],
    ['print new_guid()', 'new_guid()'],
    ['Things | summarize binary_all_or(Size)', 'binary_all_or()'],
    ['Things | summarize count_distinct(Name)', 'count_distinct()'],
    ['Things | summarize hll(Name)', 'hll()'],
    ['Things | where * has "x"', '*'],
    ['union isfuzzy=true Things, Things', 'isfuzzy'],
    ['union kind=inner Things, Things', 'union kind=inner'],
    ['union Thing*', 'Thing*'],
    ['Things | make-series count() on Size in range(1, 5, 1)', 'make-series in range()'],
    ['Things | make-series count() on Size step 1', 'make-series without from, to and step'],
    ['set notruncation; Things', 'set'],
    ['declare query_parameters(a: int = 1); Things', 'declare'],
    ['Things | count; Things | count', 'several results'],
    ['externaldata(A: string) ["https://x.example"]', 'externaldata'],
    ['let f = (T: (Name: string)) { T | count }; f(Things)', 'a table as a parameter'],
  ])('%s', (query, name) => {
    expect(refuse(query)).toMatchObject({ kind: 'unsupported', message: `'${name}' is not supported.` });
  });
});

describe('what must not differ from row to row', () => {
  test.each([
    'Things | take Size',
    'Things | extend X = column_ifexists(Name, 1)',
    'Things | extend X = datetime_add(Name, 1, now())',
    'let f = (n: int) { toscalar(Things | where Size == n | count) }; Things | extend X = f(Size)',
  ])('%s', (query) => {
    expect(['semantic', 'syntax']).toContain(refuse(query).kind);
  });
});

describe('values that are none', () => {
  test.each([
    'print datetime(2026-13-01)',
    'print format_datetime(now(), "qq")',
    'print datetime_add("age", 1, now())',
  ])('%s', (query) => {
    expect(refuse(query).kind).toBe('semantic');
  });
});

describe('what is too much', () => {
  it('is a step that holds more rows than it may', () => {
    expect(rowsOf('range N from 1 to 10 step 1').length).toBe(10);
    const message =
      'Query execution has exceeded the allowed result size. Optimize your query by limiting the number of results and try again';
    const most = { maxRows: 10 };
    expect(refuse('range N from 1 to 11 step 1', most)).toMatchObject({ kind: 'tooLarge', message });
    const six = 'range N from 1 to 6 step 1';
    expect(refuse(`${six} | union (${six})`, most).kind).toBe('tooLarge');
    expect(refuse(`${six} | mv-expand A = dynamic([1, 2])`, most).kind).toBe('tooLarge');
    expect(refuse(`${six} | extend K = 1 | join kind=inner (${six} | extend K = 1) on K | count`, most).kind).toBe(
      'tooLarge',
    );
    expect(refuse('Things | union (Things)', { maxRows: 1 }).kind).toBe('tooLarge');
    expect(refuse(`range N from 1 to ${DEFAULT_MAX_ROWS + 1} step 1`).kind).toBe('tooLarge');
  });

  it('is work that goes on for longer than it may', () => {
    expect(DEFAULT_MAX_MS).toBe(180_000);
    const message = 'Query stopped due to excessive resource consumption.';
    for (const work of ['where N > 0', 'summarize count() by N', 'extend X = N', 'sort by N asc', 'distinct N']) {
      const query = `range N from 1 to 200000 step 1 | ${work}`;
      expect(refuse(query, { maxMs: 0 })).toMatchObject({ kind: 'quota', message });
    }
  });

  it('is a query too long or nested too deep', () => {
    expect(refuse(' '.repeat(QUERY_CHARACTERS + 1)).kind).toBe('tooLarge');
    const nested = (depth: number) => `print ${'('.repeat(depth)}1${')'.repeat(depth)}`;
    expect(rowsOf(nested(QUERY_NESTING))).toEqual([[1]]);
    expect(refuse(nested(QUERY_NESTING + 1)).kind).toBe('tooLarge');
    expect(refuse(`print ${Array(600).fill('true').join(' and ')}`).kind).toBe('tooLarge');
    expect(refuse(`Things ${'| where true '.repeat(600)}`).kind).toBe('tooLarge');
  });

  it('is a query whose functions multiply when they are written out', () => {
    const doubling = Array.from({ length: 30 }, (_, n) => `let f${n + 1} = (x: long) { f${n}(x) + f${n}(x) };`);
    expect(refuse(`let f0 = (x: long) { x + 1 }; ${doubling.join(' ')} print f30(1)`).message).toBe(
      'The query is too complex.',
    );
    expect(MOST_PARTS).toBeLessThan(2 ** 30);
  });

  it('is a text or an array that grows beyond what a value may hold', () => {
    expect(valueOf(`array_length(range(1, ${ARRAY_ELEMENTS}))`)).toBe(ARRAY_ELEMENTS);
    expect(refuse(`print array_length(range(1, ${ARRAY_ELEMENTS + 1}))`).kind).toBe('tooLarge');
    const doubling = Array.from({ length: 21 }, () => '| extend T = strcat(T, T)').join(' ');
    expect(TEXT_CHARACTERS).toBe(2 ** 20);
    expect(refuse(`print T = "x" ${doubling}`).kind).toBe('tooLarge');
    const pairing = Array.from({ length: 40 }, () => '| extend A = pack_array(A, A)').join(' ');
    expect(refuse(`print A = dynamic(["x"]) ${pairing} | extend T = tostring(A)`).kind).toBe('tooLarge');
    expect(
      refuse(`print A = dynamic(["x"]) ${'| mv-expand N = range(1, 99) | summarize A = make_list(A) '.repeat(6)}`).kind,
    ).toBe('tooLarge');
    expect(refuse('Things | make-series count() on Size from 0 to 10000000 step 1').kind).toBe('semantic');
  });
});

describe('what is kept or cut short', () => {
  it('is a repetition, and a list made by its old name', () => {
    expect(valueOf('strlen(strrep("a", 5000))')).toBe(STRREP_TIMES);
    const counts = 'range N from 1 to 200 step 1 | summarize array_length(makelist(N)), array_length(makeset(N))';
    expect(rowsOf(counts)).toEqual([[OLD_ELEMENTS, OLD_ELEMENTS]]);
  });

  it('are schemas and patterns, each answering as before once it is forgotten', () => {
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n <= SCHEMAS_KEPT; n += 1) {
        expect(rowsOf(`T${n} | project C${n}`, [table(`T${n}`, `C${n}:int`, [[n]])])).toEqual([[n]]);
      }
    }
    const words = table(
      'W',
      'Word',
      Array.from({ length: 2 * (PATTERNS_KEPT + 1) }, (_, n) => [`w${n % (PATTERNS_KEPT + 1)}`]),
    );
    expect(rowsOf('W | where Word matches regex strcat("^", Word, "$") | count', [words])).toEqual([
      [words.rows.length],
    ]);
  });
});

test.each([
  ['a(b[c{}])', 3],
  ['"((" \'((\' @"(""(" // ((', 0],
  ['"\\"((" (', 1],
  ['))((', 0],
])('the nesting of %s is %d', (text, depth) => {
  expect(nestingOf(text)).toBe(depth);
});
