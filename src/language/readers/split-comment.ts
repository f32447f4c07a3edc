// A comment behind a colon runs to the end and is no part of the command; one in quotes ends with its quote.
import type { Sentence } from '../sentence/sentence';

export interface SplitSentence {
  command: Sentence;
  /** As written; null where no colon begins one. */
  comment: string | null;
}

export function splitComment(sentence: Sentence): SplitSentence {
  const colon = sentence.pieces.findIndex(({ kind, value }) => kind === 'mark' && value === ':');
  const piece = sentence.pieces[colon];
  if (piece === undefined || colon === 0 || sentence.is(colon + 1, 'quoted')) {
    return { command: sentence.again(), comment: null };
  }
  return {
    command: sentence.again(sentence.pieces.slice(0, colon)),
    comment: sentence.source.slice(piece.end).trim(),
  };
}
