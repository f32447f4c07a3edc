// How deep a query's brackets nest, told before it is parsed: the parser needs minutes for a hundred thousand of them.

// In order: a verbatim string, a string with escapes, a line of comment, a bracket.
const MARK = /@"(?:[^"]|"")*"|@'(?:[^']|'')*'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|[([{]|[)\]}]/g;

export function nestingOf(query: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [mark] of query.matchAll(MARK)) {
    if (mark === '(' || mark === '[' || mark === '{') depth += 1;
    else if (mark === ')' || mark === ']' || mark === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
