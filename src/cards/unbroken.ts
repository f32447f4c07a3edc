// Words that stay on one line wherever a card is narrow.

const NO_BREAK = '\u00a0';

/** For a figure with its noun, short enough for the narrowest card. A date would break at its hyphens instead. */
export function unbroken(words: string): string {
  return words.replaceAll(' ', NO_BREAK);
}
