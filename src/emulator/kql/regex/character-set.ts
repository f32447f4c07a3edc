// Sets of characters in a regular expression, as ranges of UTF-16 code units, with a table for the ASCII ones.
export type Range = readonly [from: number, to: number];

export interface CharacterSet {
  has(code: number): boolean;
}

const LAST = 0xffff;
const ASCII = 128;

export function ranges(text: string): Range[] {
  return text.split(' ').map((pair) => [pair.charCodeAt(0), pair.charCodeAt(pair.length - 1)]);
}

const DIGITS = ranges('0-9');
const LETTERS = ranges('a-z A-Z');
const BLANKS: readonly Range[] = [
  [9, 10],
  [12, 13],
  [32, 32],
];

/** What stands behind a backslash: `\d`, `\w`, `\s`; a capital is the opposite. */
export const ESCAPED_SETS: Readonly<Record<string, readonly Range[]>> = {
  d: DIGITS,
  w: [...DIGITS, ...LETTERS, ...ranges('_-_')],
  s: BLANKS,
};

/** `[[:alpha:]]` and its like. */
export const NAMED_SETS: Readonly<Record<string, readonly Range[]>> = {
  alpha: LETTERS,
  digit: DIGITS,
  alnum: [...DIGITS, ...LETTERS],
  upper: ranges('A-Z'),
  lower: ranges('a-z'),
  space: [[9, 13], ...ranges(' - ')],
  blank: [[9, 9], ...ranges(' - ')],
  punct: ranges('!-/ :-@ [-` {-~'),
  xdigit: ranges('0-9 a-f A-F'),
  word: [...DIGITS, ...LETTERS, ...ranges('_-_')],
};

export function opposite(of: readonly Range[]): Range[] {
  const sorted = [...of].sort((a, b) => a[0] - b[0]);
  const gaps: Range[] = [];
  let next = 0;
  for (const [from, to] of sorted) {
    if (from > next) gaps.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= LAST) gaps.push([next, LAST]);
  return gaps;
}

/** With the other case of every ASCII letter, and of every other character that stands alone. */
export function bothCases(of: readonly Range[]): Range[] {
  const folded = of.flatMap(([from, to]): Range[] => {
    if (from === to) return [from, ...otherCases(from)].map((code) => [code, code]);
    const shifted = (low: number, high: number, by: number): Range[] => {
      const [first, last] = [Math.max(from, low), Math.min(to, high)];
      return first <= last ? [[first + by, last + by]] : [];
    };
    return [[from, to], ...shifted(65, 90, 32), ...shifted(97, 122, -32)];
  });
  return folded;
}

function otherCases(code: number): number[] {
  const character = String.fromCharCode(code);
  const cases = [character.toLowerCase(), character.toUpperCase()];
  return cases.filter((one) => one.length === 1).map((one) => one.charCodeAt(0));
}

export function characterSet(of: readonly Range[]): CharacterSet {
  const within = (code: number) => of.some(([from, to]) => code >= from && code <= to);
  const table = Uint8Array.from({ length: ASCII }, (_, code) => (within(code) ? 1 : 0));
  return { has: (code) => (code < ASCII ? table[code] === 1 : within(code)) };
}

export function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}
