// The encoder of KQL literals: whatever stands between the quotes, the query around it stays the query it was.
import fc from 'fast-check';
import {
  datetimeLiteral,
  guidLiteral,
  isDeviceName,
  isGuid,
  isHost,
  isPlainName,
  isUpn,
  LITERAL_MAX,
  listLiteral,
  stringLiteral,
  UnfitLiteral,
  wholeNumberLiteral,
  WHOLE_NUMBER_MAX,
} from '../../src/domain/kql-literal';
import { tokensOf } from '../kql/kusto-language';

/** What values are made of that want to be more than a value. */
const PIECES = [
  '"',
  "'",
  '\\',
  '|',
  '//',
  '/*',
  '```',
  '~~~',
  '@"',
  'h"',
  ')',
  ';',
  ' ',
  '""',
  '\\u0022',
  '\\"',
  'let x = ',
  '${',
  'é',
  '中',
  '💾',
  'evaluate',
  'datetime(',
  '#',
];
const hostile = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), {
  maxLength: 12,
});
const RUNS = 100_000;

const around = (literal: string) =>
  `DataSecurityEvents | where AccountUpn =~ ${literal} or Department has_any (${literal})`;
const kinds = (text: string) => tokensOf(text).map(({ kind }) => kind);

/** The value a string literal stands for, by KQL's own escapes. */
function valueOf(literal: string): string {
  return literal.slice(1, -1).replace(/\\(["\\])/g, '$1');
}

describe('a string literal', () => {
  test('is one token of one kind, whatever its value', () => {
    const harmless = kinds(around(stringLiteral('alex')));
    let fit = 0;
    fc.assert(
      fc.property(hostile, (pieces) => {
        const value = pieces.join('');
        if (!isFit(value)) return;
        fit += 1;
        const literal = stringLiteral(value);
        // Written without matchers, which at this number of runs would take most of the time.
        if (String(kinds(around(literal))) !== String(harmless)) throw new Error(`other tokens: ${literal}`);
        if (valueOf(literal) !== value) throw new Error(`another value: ${literal}`);
      }),
      { numRuns: RUNS },
    );
    expect(fit).toBeGreaterThan(RUNS / 2);
  });

  test('is never spliced with its neighbours', () => {
    expect(tokensOf(listLiteral(['a"', '\\', ', "b'])).map(({ text }) => text)).toEqual([
      '(',
      '"a\\""',
      ',',
      '"\\\\"',
      ',',
      '", \\"b"',
      ')',
      '',
    ]);
  });

  test.each([
    ['NUL', 'a\u0000b'],
    ['a line feed', 'a\nb'],
    ['a carriage return', 'a\rb'],
    ['a tab', 'a\tb'],
    ['a next line', 'a\u0085b'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['a torn surrogate', 'a\ud83d'],
    ['too much', 'x'.repeat(LITERAL_MAX + 1)],
  ])('refuses %s', (_what, value) => {
    expect(() => stringLiteral(value)).toThrow(UnfitLiteral);
  });

  test('says nothing of a value that it refuses', () => {
    expect(() => stringLiteral('Mira Holt\u0000')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('Mira') }),
    );
  });

  test('takes the longest value there is', () => {
    expect(stringLiteral('x'.repeat(LITERAL_MAX))).toHaveLength(LITERAL_MAX + 2);
  });
});

function isFit(value: string): boolean {
  try {
    stringLiteral(value);
    return true;
  } catch {
    return false;
  }
}

describe('the other literals', () => {
  test('are tokens of the form that the engine reads', () => {
    expect(datetimeLiteral('2026-03-04T10:00:00Z')).toBe('datetime(2026-03-04T10:00:00Z)');
    expect(guidLiteral('A7E00051-51C2-4F0B-B6AD-2D9F0C4E0051')).toBe('"a7e00051-51c2-4f0b-b6ad-2d9f0c4e0051"');
    expect(wholeNumberLiteral(-300)).toBe('-300');
  });

  test.each([
    '2026-03-04',
    '2026-03-04T10:00:00.0Z',
    '2026-13-04T10:00:00Z',
    'ago(7d)',
    '2026-03-04T10:00:00Z) or (1==1',
  ])('%s is no instant', (text) => {
    expect(() => datetimeLiteral(text)).toThrow(UnfitLiteral);
  });

  test.each(['', 'defa4170', '{a7e00051-51c2-4f0b-b6ad-2d9f0c4e0051}', 'a7e00051-51c2-4f0b-b6ad-2d9f0c4e0051"'])(
    '%j is no id',
    (text) => {
      expect(isGuid(text)).toBe(false);
      expect(() => guidLiteral(text)).toThrow(UnfitLiteral);
    },
  );

  test.each([0.5, NaN, Infinity, WHOLE_NUMBER_MAX + 1])('%d is no whole number', (value) => {
    expect(() => wholeNumberLiteral(value)).toThrow(UnfitLiteral);
  });
});

describe('the forms of names', () => {
  test.each([
    ['alex.wilber@contoso.com', true],
    ["d'arc+x_%@sub.contoso.com", true],
    ['Alex Wilber', false],
    ['alex@contoso', false],
    ['alex@contoso.com"', false],
    ['alex@contoso.com\n', false],
    ['@contoso.com', false],
  ])('%j as a UPN: %s', (text, is) => expect(isUpn(text)).toBe(is));

  test.each([
    ['mail.google.com', true],
    ['xn--bcher-kva.example', true],
    ['Mail.google.com', false],
    ['google', false],
    ['mail..google.com', false],
    ['.google.com', false],
    ['mail.google.com/x', false],
    [`${'a'.repeat(64)}.com`, false],
  ])('%j as a host: %s', (text, is) => expect(isHost(text)).toBe(is));

  test.each([
    ['LT-0042', true],
    ['LT-0042.contoso.com', true],
    ['Alex’s laptop', false],
    ['LT 42', false],
    ['', false],
  ])('%j as a device: %s', (text, is) => expect(isDeviceName(text)).toBe(is));

  test.each([
    ['Research & Development', true],
    ['  ', false],
    ['a\nb', false],
    ['x'.repeat(201), false],
  ])('%j as a plain name: %s', (text, is) => expect(isPlainName(text)).toBe(is));
});
