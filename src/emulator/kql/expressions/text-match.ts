// `contains`, `has`, `startswith` and their relatives, each with its `!` and its `_cs`. `has` looks for whole terms:
// runs of letters and digits (every character beyond ASCII counts as one), so that only where the sought text begins
// or ends with such a character must the text around it end there.
import { constantValue, expressionOf, textOf, type Expression, type Read } from './expression';

type Match = (text: string, sought: string) => boolean;

const MATCHES: Readonly<Record<string, Match>> = {
  contains: (text, sought) => text.includes(sought),
  startswith: (text, sought) => text.startsWith(sought),
  endswith: (text, sought) => text.endsWith(sought),
  has: (text, sought) => hasTerm(text, sought, true, true),
  hasprefix: (text, sought) => hasTerm(text, sought, true, false),
  hassuffix: (text, sought) => hasTerm(text, sought, false, true),
};

/** The words without `!` and `_cs`. */
export const MATCH_WORDS = Object.keys(MATCHES);
const WORD = /^(!?)([a-z]+)(_cs)?$/;

/** Null for a word that is no operator of this kind. */
export function compileMatch(word: string, left: Expression, right: Expression): Expression | null {
  const [, not, base = '', cased] = WORD.exec(word) ?? [];
  const match = Object.hasOwn(MATCHES, base) ? MATCHES[base] : undefined;
  if (!match) return null;
  const wanted = not !== '!';
  const [text, sought] = [textOf(left), soughtText(right, cased !== undefined)];
  const read: Read = cased
    ? (row) => match(text(row), sought(row)) === wanted
    : (row) => match(text(row).toLowerCase(), sought(row)) === wanted;
  return expressionOf('bool', [left, right], read);
}

/** `has_any` and `has_all` over lists of texts. */
export function matchesTerms(text: string, sought: readonly string[], all: boolean): boolean {
  const lowered = text.toLowerCase();
  return all
    ? sought.every((term) => hasTerm(lowered, term, true, true))
    : sought.some((term) => hasTerm(lowered, term, true, true));
}

function soughtText(expression: Expression, cased: boolean): Read<string> {
  const read = textOf(expression);
  if (constantValue(expression) !== undefined) {
    const once = cased ? read([]) : read([]).toLowerCase();
    return () => once;
  }
  return cased ? read : (row) => read(row).toLowerCase();
}

export function hasTerm(text: string, sought: string, atStart: boolean, atEnd: boolean): boolean {
  if (sought === '') return true;
  const checkBefore = atStart && isTermCode(sought.charCodeAt(0));
  const checkBehind = atEnd && isTermCode(sought.charCodeAt(sought.length - 1));
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const begins = !checkBefore || at === 0 || !isTermCode(text.charCodeAt(at - 1));
    if (begins && (!checkBehind || end === text.length || !isTermCode(text.charCodeAt(end)))) return true;
  }
  return false;
}

function isTermCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code > 127;
}
