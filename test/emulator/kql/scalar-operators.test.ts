// Operators between values: how null spreads, what texts match, what numbers and times make of each other.
import fc from 'fast-check';
import type { KqlValue } from '../../../src/emulator/kql/kql-table';
import { hasTerm } from '../../../src/emulator/kql/expressions/text-match';
import { rowsOf, schemaOf, table, valueOf } from './kql-under-test';

type Examples = readonly (readonly [expression: string, value: KqlValue])[];

const HOUR = 3_600_000;
const NULLS: Examples = [
  ['int(null) == int(null)', null],
  ['int(null) == 5', false],
  ['int(null) != 5', true],
  ['int(null) != int(null)', null],
  ['int(null) < 5', null],
  ['datetime(null) > now()', null],
  ['int(null) + 1', null],
  ['-int(null)', null],
  ['now() - datetime(null)', null],
  ['bool(null) and false', false],
  ['bool(null) and true', null],
  ['true or bool(null)', true],
  ['false or bool(null)', null],
  ['int(null) in (1, 2)', false],
  ['int(null) !in (1, 2)', true],
  ['int(null) between (1 .. 2)', null],
  ['dynamic(null).a', null],
  ['"" == ""', true],
  ['tostring(int(null)) == ""', true],
  ['tolower(dynamic(null))', ''],
];

const TEXTS: Examples = [
  ['"aBc" == "aBc"', true],
  ['"aBc" == "abc"', false],
  ['"aBc" != "abc"', true],
  ['"aBc" =~ "ABC"', true],
  ['"aBc" !~ "ABC"', false],
  ['"FabriKam" contains "BRIK"', true],
  ['"FabriKam" contains_cs "BRIK"', false],
  ['"FabriKam" !contains "x"', true],
  ['"FabriKam" !contains_cs "Kam"', false],
  ['"Fabrikam" startswith "FAB"', true],
  ['"Fabrikam" startswith_cs "FAB"', false],
  ['"Fabrikam" !startswith "x"', true],
  ['"Fabrikam" endswith "KAM"', true],
  ['"Fabrikam" endswith_cs "kam"', true],
  ['"Fabrikam" !endswith_cs "KAM"', true],
  ['"North America" has "america"', true],
  ['"North America" has "amer"', false],
  ['"North America" has_cs "america"', false],
  ['"North America" !has "amer"', true],
  ['"North America" hasprefix "ame"', true],
  ['"North America" hasprefix_cs "ame"', false],
  ['"North America" !hasprefix "mer"', true],
  ['"North America" hassuffix "ICA"', true],
  ['"North America" !hassuffix_cs "ICA"', true],
  ['"a_b" has "b"', true],
  ['"aéb" has "b"', false],
  ['"go to x.y" has "y"', true],
  ['"x.mail.google.com" has "mail.google.com"', true],
  ['"mail.google.com.evil.example" has "mail.google.com"', true],
  ['"xmail.google.com" has "mail.google.com"', false],
  ['"mail.google.commerce" has "mail.google.com"', false],
  ['"a.com" has ".com"', true],
  ['"x" has ""', true],
  ['"one two" has_any ("TWO", "three")', true],
  ['"one two" has_any ("tw")', false],
  ['"one two" has_any (dynamic(["two"]))', true],
  ['"one two" has_any (dynamic([]))', false],
  ['"one two" has_all ("two", "ONE")', true],
  ['"one two" has_all ("two", "three")', false],
  ['"abc" in ("ABC", "abc")', true],
  ['"Abc" in ("abc")', false],
  ['"Abc" in~ ("aBC")', true],
  ['"Abc" !in~ ("aBC")', false],
  ['"b" in (dynamic(["a", "b"]))', true],
  ['"Fabrikam" matches regex "b.*k"', true],
  ['"Fabrikam" matches regex "^b"', false],
  ['"a\\tb" == @"a	b"', true],
  ['@"a\\b" == "a\\\\b"', true],
  ['@"say ""x""" == "say \\"x\\""', true],
  ["'it''s' == 'its'", true],
  ['"\\u0041" == "A"', true],
];

const NUMBERS: Examples = [
  ['7 / 2', 3],
  ['-7 / 2', -3],
  ['7 / 2.0', 3.5],
  ['7 / 0', null],
  ['7 % 3', 1],
  ['-7 % 3', 2],
  ['7 % 0', null],
  ['2 + 3 * 4', 14],
  ['(2 + 3) * 4', 20],
  ['-(2 - 5)', 3],
  ['1 == 1.0', true],
  ['5 in (4, 5.0)', true],
  ['3 between (1 .. 3)', true],
  ['0 !between (1 .. 3)', true],
  ['0x1F', 31],
  ['1e3', 1000],
  ['true == 1', true],
];

const TIMES: Examples = [
  ['datetime(2026-08-15) - datetime(2026-08-14)', 24 * HOUR],
  ['datetime(2026-08-14) + 1h', Date.UTC(2026, 7, 14, 1)],
  ['datetime(2026-08-14T01:00:00Z) - 1h == datetime(2026-08-14)', true],
  ['1d / 1h', 24],
  ['1d / 2', 12 * HOUR],
  ['2 * 1h', 2 * HOUR],
  ['25h % 1d', HOUR],
  ['1d > 23h', true],
  ['datetime(2026-08-14) between (datetime(2026-08-13) .. 1d)', true],
  ['datetime(2026-08-14T00:00:01Z) between (datetime(2026-08-13) .. 1d)', false],
  ['datetime(9999-12-31) + 2d', null],
  ['1.5h', 1.5 * HOUR],
  ['time(-1.02:00:00)', -26 * HOUR],
  ['timespan(2)', 48 * HOUR],
];

const DYNAMICS: Examples = [
  ['dynamic({"a": {"b": [1, 2]}}).a.b[1]', 2],
  ['dynamic([1, 2])[-1]', 2],
  ['dynamic([1, 2])[5]', null],
  ['dynamic({"a b": 1})["a b"]', 1],
  ['dynamic({"a": 1}).toString', null],
  ['dynamic({"a": 1}).a == 1', true],
  ['dynamic({"a": 1.5}).a == 1', false],
  ['dynamic({"a": "x"}).a == "x"', true],
  ['dynamic({"a": "x"}).a == 1', false],
  ['dynamic({"a": "x"}).a > 1', null],
  ['dynamic({"a": true}).a == true', true],
  ['dynamic({"a": 2}).a + 1', 3],
  ['dynamic({"a": [1, {"c": 2, "b": 3}]}).a == dynamic([1, {"b": 3, "c": 2}])', true],
  ['dynamic({"a": "One two"}).a has "TWO"', true],
  ['dynamic({"a": datetime(2026-08-14)}).a', '2026-08-14T00:00:00.0000000Z'],
  ['guid(74be27de-1e4e-49d9-b579-fe0b331d3642) == "74BE27DE-1E4E-49D9-B579-FE0B331D3642"', true],
];

test.each([...NULLS, ...TEXTS, ...NUMBERS, ...TIMES, ...DYNAMICS])('%s', (expression, value) => {
  expect(valueOf(expression)).toEqual(value);
});

test.each([
  ['7 / 2', 'long'],
  ['7 / 2.0', 'real'],
  ['1d / 1h', 'real'],
  ['now() - ago(1d)', 'timespan'],
  ['1d * 2', 'timespan'],
  ['int(1) + int(2)', 'long'],
  ['count_ = 1 == 1', 'bool'],
  ['dynamic([1])[0]', 'dynamic'],
  ['decimal(1.5)', 'decimal'],
  ['toguid("")', 'guid'],
])('%s is of type %s', (expression, type) => {
  expect(schemaOf(`print ${expression}`).split(':')[1]).toBe(type);
});

test('a row whose condition is null is left out, one that is unlike null stays', () => {
  const numbers = table('T', 'N:int', [[5], [null], [7]]);
  expect(rowsOf('T | where N > 5', [numbers])).toEqual([[7]]);
  expect(rowsOf('T | where N != 5', [numbers])).toEqual([[null], [7]]);
  expect(rowsOf('T | where not(N > 5)', [numbers])).toEqual([[5]]);
});

test('a list may be the first column of a table, or differ from row to row', () => {
  const names = table('T', 'Name, Friends:dynamic', [
    ['ada', ['ben']],
    ['ben', ['ben', 'ada']],
  ]);
  expect(rowsOf('T | where Name in ((T | where Name == "ada" | project Name)) | project Name', [names])).toEqual([
    ['ada'],
  ]);
  expect(rowsOf('T | where Name in (Friends) | project Name', [names])).toEqual([['ben']]);
  expect(rowsOf('T | where "x ADA" has_any (Friends) | project Name', [names])).toEqual([['ben']]);
});

test('has finds exactly the whole terms of a text', () => {
  const term = fc.stringMatching(/^[a-z0-9]{1,3}$/);
  const gap = fc.constantFrom(' ', '.', '-', '_', '/', '. ');
  const text = fc.array(fc.tuple(term, gap), { maxLength: 6 });
  fc.assert(
    fc.property(text, term, (pieces, sought) => {
      const whole = pieces.flat().join('');
      expect(hasTerm(whole, sought, true, true)).toBe(pieces.some(([one]) => one === sought));
      expect(hasTerm(whole, sought, true, false)).toBe(pieces.some(([one]) => one.startsWith(sought)));
      expect(hasTerm(whole, sought, false, true)).toBe(pieces.some(([one]) => one.endsWith(sought)));
    }),
  );
});
