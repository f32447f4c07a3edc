// How far a word as typed lies from a word that is known, in the errors that fingers make.

/** Two neighbouring letters have changed places, and nothing else. */
export function isSwapped(word: string, known: string): boolean {
  if (word.length !== known.length || word === known) return false;
  let at = 0;
  while (word[at] === known[at]) at += 1;
  return word[at] === known[at + 1] && word[at + 1] === known[at] && word.slice(at + 2) === known.slice(at + 2);
}

/** One letter was typed twice, and nothing else. */
export function isDoubled(word: string, known: string): boolean {
  if (word.length !== known.length + 1) return false;
  let at = 0;
  while (at < known.length && word[at] === known[at]) at += 1;
  return at > 0 && word[at] === word[at - 1] && word.slice(at + 1) === known.slice(at);
}

/** The first letter was missed, and nothing else. */
export function lacksFirst(word: string, known: string): boolean {
  return known.length === word.length + 1 && known.endsWith(word);
}

/** The word with each of its letters missed in turn. */
export function lettersMissed(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Letters too many, too few or wrong, and swapped neighbours, each counted once (Damerau, no letter touched twice). */
export function errorsBetween(word: string, known: string): number {
  let before: number[] = [];
  let last = Array.from({ length: known.length + 1 }, (_, at) => at);
  for (let row = 1; row <= word.length; row += 1) {
    const errors = [row];
    for (let at = 1; at <= known.length; at += 1) {
      const isSame = word[row - 1] === known[at - 1];
      const one = Math.min((last[at] ?? 0) + 1, (errors[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1));
      const swaps = at > 1 && word[row - 1] === known[at - 2] && word[row - 2] === known[at - 1];
      errors.push(swaps ? Math.min(one, (before[at - 2] ?? one) + 1) : one);
    }
    [before, last] = [last, errors];
  }
  return last[known.length] ?? 0;
}
