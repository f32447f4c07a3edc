// Words that fold at the right place where a card is narrow.

const NO_BREAK = '\u00a0';

/** For a figure with its noun, short enough for the narrowest card. A date would break at its hyphens instead. */
export function unbroken(words: string): string {
  return words.replaceAll(' ', NO_BREAK);
}

/** `New · no owner`; where the line folds, the mark stays at its end. */
export function inOneLine(parts: readonly string[]): string {
  return parts.join(`${NO_BREAK}· `);
}
