// The smallest parts of a sentence. What they mean is for the dictionary and the readers.

export type TokenKind =
  | 'word'
  | 'number'
  /** `3rd`: `word` holds the figure. */
  | 'ordinal'
  /** `9:00`, `16:15`. */
  | 'clock'
  /** `2026-03-03`. */
  | 'date'
  /** `3/3/2026`, `03.03.`, `1.5`: figures that the rules do not read. */
  | 'figures'
  | 'upn'
  | 'host'
  /** A file's name, which looks like a host. */
  | 'file'
  /** Letters and figures mixed: a Graph id, a device, an alias. */
  | 'id'
  /** What stands between double quotes; `start` and `end` are those of the inner text. */
  | 'quoted'
  | 'mark';

export interface Token {
  kind: TokenKind;
  /** Lower case; a mark is itself; a host is cut to its name. */
  word: string;
  /** Positions in the sentence, the end exclusive. */
  start: number;
  end: number;
  /** Nothing stands between this token and the one before. */
  glued: boolean;
  capital: boolean;
}
