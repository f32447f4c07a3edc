// Regular expressions: the engine agrees with JavaScript's where both know the pattern, and needs no longer where
// JavaScript's would run for years.
import fc from 'fast-check';
import { KqlRefusal } from '../../../src/emulator/kql/kql-table';
import { groupText, PATTERN_CHARACTERS, regexOf } from '../../../src/emulator/kql/regex/regex';
import { REGEX_WORK } from '../../../src/emulator/kql/regex/regex-machine';
import { REGEX_STEPS } from '../../../src/emulator/kql/regex/regex-program';
import { REGEX_NESTING, REPETITIONS } from '../../../src/emulator/kql/regex/regex-tree';

function groupsOf(pattern: string, text: string): string[] | null {
  const regex = regexOf(pattern);
  const places = regex.find(text, 0);
  return places && Array.from({ length: regex.groups + 1 }, (_, group) => groupText(text, places, group));
}

test.each([
  ['a|ab', 'ab', ['a']],
  ['(a|ab)(c|bcd)', 'abcd', ['abcd', 'a', 'bcd']],
  ['a*?b', 'aab', ['aab']],
  ['(a+?)(a*)', 'aaa', ['aaa', 'a', 'aa']],
  ['x{2,3}', 'xxxx', ['xxx']],
  ['x{2,}?', 'xxxx', ['xx']],
  ['(?i)AbC', 'xaBc', ['aBc']],
  ['a(?i:B)c', 'abc', ['abc']],
  ['(?i)[k-m]+', 'KLm', ['KLm']],
  ['^b', 'a\nb', null],
  ['(?m)^b$', 'a\nb\nc', ['b']],
  ['a.b', 'a\nb', null],
  ['(?s)a.b', 'a\nb', ['a\nb']],
  ['(?P<name>b)', 'abc', ['b', 'b']],
  ['(?<name>b)', 'abc', ['b', 'b']],
  ['(a)|(b)', 'b', ['b', '', 'b']],
  ['\\bcat\\b', 'concat cat', ['cat']],
  ['\\Bcat', 'concat', ['cat']],
  ['\\Aab\\z', 'ab', ['ab']],
  ['[]a]+', 'x]a]', [']a]']],
  ['[^\\d\\s]+', '1 ab2', ['ab']],
  ['[[:alpha:]-]+', '1a-b', ['a-b']],
  ['[a\\-z]+', 'b-z', ['-z']],
  ['\\x41\\x{42}', 'AB', ['AB']],
  ['\\.\\*\\$', 'a.*$', ['.*$']],
  ['', 'a', ['']],
  ['(|a)+', 'aa', ['aa', 'a']],
])('%s in %j finds %j', (pattern, text, groups) => {
  expect(groupsOf(pattern, text)).toEqual(groups);
});

test('agrees with JavaScript on patterns and texts of a few letters', () => {
  const letter = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', 'c?', '(a)', '(b|c)', '(?:ab|a)');
  const piece = fc.tuple(letter, fc.constantFrom('', '?', '{1,2}', '{2}'));
  const pattern = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map((pieces) =>
      pieces.map(([one, times]) => (times !== '' && one.endsWith('?') ? `(?:${one})${times}` : one + times)).join(''),
    );
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, (form, subject) => {
      const expected = new RegExp(form).exec(subject);
      const found = regexOf(form).find(subject, 0);
      expect(found?.slice(0, 2) ?? null).toEqual(expected && [expected.index, expected.index + expected[0].length]);
    }),
    { numRuns: 300 },
  );
});

test('finds all matches, none overlapping another, as JavaScript does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom('a+', 'a|ab', 'b*', '\\s+|a'), text, (form, subject) => {
      const expected = [...subject.matchAll(new RegExp(form, 'g'))].map((match) => [
        match.index,
        match.index + match[0].length,
      ]);
      expect(
        regexOf(form)
          .findAll(subject)
          .map((places) => places.slice(0, 2)),
      ).toEqual(expected);
    }),
  );
});

test('patterns that make a backtracking engine run for years end at once', () => {
  const text = `${'a'.repeat(2_000)}!`;
  for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', 'a*a*a*a*a*a*b']) {
    expect(regexOf(pattern).test(text)).toBe(false);
  }
});

test('a question that takes too much work all the same is given up', () => {
  const text = 'a'.repeat(20_000);
  expect(() => regexOf('(a|b|ab){1,500}c').test(text)).toThrow('A regular expression takes too much work.');
  expect(() => regexOf('a.*b|a').findAll(text)).toThrow(KqlRefusal);
  expect(REGEX_WORK).toBeGreaterThan(text.length * 100);
});

const refusalOf = (pattern: string) => {
  try {
    return regexOf(pattern) && null;
  } catch (error) {
    return error instanceof KqlRefusal ? error.kind : error;
  }
};

test.each(['a(?=b)', 'a(?!b)', '(?<=a)b', '(?<!a)b', '(a)\\1', '\\pL'])('%s is refused by what it uses', (pattern) => {
  expect(refusalOf(pattern)).toBe('unsupported');
});

test.each(['(', ')', '[a', 'a**', '*a', '[z-a]', '\\', '\\q', '(?z)', `a{${REPETITIONS + 1}}`, 'a{3,2}', '[[:none:]]'])(
  '%s is refused as malformed',
  (pattern) => expect(refusalOf(pattern)).toBe('semantic'),
);

test('patterns too long, too deep or too large are refused', () => {
  expect(refusalOf('a'.repeat(PATTERN_CHARACTERS))).toBeNull();
  expect(refusalOf('a'.repeat(PATTERN_CHARACTERS + 1))).toBe('tooLarge');
  expect(refusalOf('('.repeat(REGEX_NESTING + 1) + ')'.repeat(REGEX_NESTING + 1))).toBe('semantic');
  expect(refusalOf(`(a{100}){${REGEX_STEPS / 100}}`)).toBe('tooLarge');
});
