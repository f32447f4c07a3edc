// Splits a `$filter` into tokens. Nothing here knows which properties exist.

/** Longer filters are refused, as servers refuse over-long addresses. */
export const FILTER_CHARACTERS = 4_096;

export type FilterToken =
  | { kind: 'word'; text: string }
  | { kind: 'string'; text: string }
  | { kind: 'bare'; text: string }
  | { kind: '(' | ')' | ',' };

export class FilterError extends Error {}

// In order: blanks, a quoted string with doubled quotes, punctuation, a literal that starts with a digit, a word.
const TOKEN = /\s+|'((?:[^']|'')*)'|([(),])|([-+]?\d[0-9A-Za-z:.+-]*)|([A-Za-z_@][A-Za-z0-9_./]*)/y;

/** Throws FilterError at the first character that begins no token. */
export function filterTokens(text: string): FilterToken[] {
  if (text.length > FILTER_CHARACTERS) throw new FilterError(`The filter is over ${FILTER_CHARACTERS} characters.`);
  const tokens: FilterToken[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new FilterError(`Syntax error at position ${at} in '${text}'.`);
    const [, quoted, punctuation, bare, word] = match;
    if (quoted !== undefined) tokens.push({ kind: 'string', text: quoted.replaceAll("''", "'") });
    else if (punctuation !== undefined) tokens.push({ kind: punctuation as '(' | ')' | ',' });
    else if (bare !== undefined) tokens.push({ kind: 'bare', text: bare });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
  }
  return tokens;
}
