// Reads what a backslash or a square bracket opens in a regular expression.
import { ESCAPED_SETS, NAMED_SETS, opposite, type Range } from './character-set';
import { malformed, unsupportedRegex } from './regex-fault';

export type Assertion = 'start' | 'end' | 'lineStart' | 'lineEnd' | 'word' | 'notWord';

interface Escape {
  readonly ranges: readonly Range[];
  readonly assertion: Assertion | null;
  /** The first character behind it. */
  readonly next: number;
}

const ASSERTIONS: Readonly<Record<string, Assertion>> = { b: 'word', B: 'notWord', A: 'start', z: 'end' };
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, v: 11, a: 7 };

/** `at` is the character behind the backslash. */
export function readEscape(pattern: string, at: number): Escape {
  const letter = pattern.charAt(at);
  const assertion = ASSERTIONS[letter];
  if (assertion) return { ranges: [], assertion, next: at + 1 };
  const set = ESCAPED_SETS[letter.toLowerCase()];
  if (set) return { ranges: letter === letter.toLowerCase() ? set : opposite(set), assertion: null, next: at + 1 };
  const one = readCode(pattern, at);
  return { ranges: [[one.code, one.code]], assertion: null, next: one.next };
}

function readCode(pattern: string, at: number): { code: number; next: number } {
  const letter = pattern.charAt(at);
  const control = CONTROLS[letter];
  if (control !== undefined) return { code: control, next: at + 1 };
  if (letter === 'x') {
    const hex = /^(?:([0-9a-f]{2})|\{([0-9a-f]{1,4})\})/i.exec(pattern.slice(at + 1, at + 8));
    if (!hex) throw malformed(pattern);
    return { code: parseInt(hex[1] ?? hex[2] ?? '', 16), next: at + 1 + hex[0].length };
  }
  if (/[1-9]/.test(letter)) throw unsupportedRegex(pattern, 'a back-reference');
  if (/[pP]/.test(letter)) throw unsupportedRegex(pattern, 'a Unicode class');
  // A letter with no meaning of its own is no escape; punctuation stands for itself.
  if (letter === '' || /[A-Za-z0]/.test(letter)) throw malformed(pattern);
  return { code: pattern.charCodeAt(at), next: at + 1 };
}

export interface ReadClass {
  readonly ranges: readonly Range[];
  readonly negated: boolean;
  readonly next: number;
}

/** `at` is the character behind the opening bracket. */
export function readClass(pattern: string, at: number): ReadClass {
  const negated = pattern.charAt(at) === '^';
  const first = negated ? at + 1 : at;
  const found: Range[] = [];
  let next = first;
  // A closing bracket right at the start stands for itself.
  while (next === first || pattern.charAt(next) !== ']') {
    const item = readItem(pattern, next);
    const isRange = item.single && pattern.charAt(item.next) === '-' && pattern.charAt(item.next + 1) !== ']';
    if (isRange) {
      const end = readItem(pattern, item.next + 1);
      const [low, high] = [item.ranges[0]?.[0] ?? 0, end.ranges[0]?.[1] ?? 0];
      if (!end.single || high < low) throw malformed(pattern);
      found.push([low, high]);
      next = end.next;
    } else {
      found.push(...item.ranges);
      next = item.next;
    }
  }
  return { ranges: found, negated, next: next + 1 };
}

function readItem(pattern: string, at: number): { ranges: readonly Range[]; single: boolean; next: number } {
  if (at >= pattern.length) throw malformed(pattern);
  const named = /^\[:(\^?)(\w+):\]/.exec(pattern.slice(at, at + 14));
  if (named) {
    const set = NAMED_SETS[named[2] ?? ''];
    if (!set) throw malformed(pattern);
    return { ranges: named[1] ? opposite(set) : set, single: false, next: at + named[0].length };
  }
  if (pattern.charAt(at) === '\\') {
    const escape = readEscape(pattern, at + 1);
    if (escape.assertion) throw malformed(pattern);
    return { ranges: escape.ranges, single: !/[dwsDWS]/.test(pattern.charAt(at + 1)), next: escape.next };
  }
  const code = pattern.charCodeAt(at);
  return { ranges: [[code, code]], single: true, next: at + 1 };
}
