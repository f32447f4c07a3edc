// Words that stay on one line wherever a card is narrow.

const NO_BREAK = '\u00a0';

/** For a date with its time, or a day with its figure: short enough for the narrowest card. */
export function unbroken(words: string): string {
  return words.replaceAll(' ', NO_BREAK);
}
