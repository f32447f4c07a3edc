// Which alert or incident a sentence means: its number, its Graph id as written, or "this".
import type { Sentence } from '../sentence/sentence';

/** The bot's short numbers are no longer than this. */
export const NUMBER_MAX_DIGITS = 9;
/** A shorter id needs the word "alert" before it. */
export const ID_MIN_LENGTH = 8;

export type ReferenceNoun = 'alert' | 'incident';

function isReference(sentence: Sentence, at: number, noun: ReferenceNoun): boolean {
  const piece = sentence.pieces[at];
  if (!piece || !sentence.isFree(at)) return false;
  // "5 alerts" are so many.
  if (
    sentence.is(at + 1, 'noun', noun) &&
    sentence
      .text(at + 1)
      .toLowerCase()
      .endsWith('s')
  )
    return false;
  if (piece.kind === 'number') return piece.end - piece.start <= NUMBER_MAX_DIGITS && !isBroken(sentence, at);
  if (piece.kind !== 'id') return false;
  if (!/\d/.test(piece.value)) return false;
  return piece.end - piece.start >= ID_MIN_LENGTH || sentence.is(at - 1, 'noun', noun);
}

/** `-1`, `1-5`, `10%`: a figure that is part of something else. */
function isBroken(sentence: Sentence, at: number): boolean {
  const [before, piece, after] = [sentence.pieces[at - 1], sentence.pieces[at], sentence.pieces[at + 1]];
  const isJoint = (value: string | undefined) => value !== undefined && /[-+%$€£@\\]/.test(value);
  return (
    (before?.kind === 'mark' && piece?.glued === true && isJoint(before.value)) ||
    (after?.kind === 'mark' && after.glued && isJoint(after.value))
  );
}

function isAdded(sentence: Sentence, at: number, noun: ReferenceNoun): boolean {
  const mark = sentence.is(at - 1, 'mark', '#') ? at - 1 : at;
  const before = sentence.is(mark - 1, 'noun', noun) ? mark - 2 : mark - 1;
  return sentence.is(before, 'word', 'and', 'or') || sentence.is(before, 'mark', '/');
}

/** Every reference in the sentence, taken with its `#`. "it" beside a number means the number. */
export function takeReferences(sentence: Sentence, noun: ReferenceNoun): string[] {
  const named = sentence.pieces.flatMap((_, at) => (isReference(sentence, at, noun) ? [at] : []));
  const numbers = new Set(named.map((at) => sentence.text(at)));
  for (const at of named) {
    sentence.take(at);
    sentence.takeIf(at - 1, 'mark', '#');
  }
  const its = sentence.takeAll('this', 'it');
  const these = sentence.takeAll('this', noun) + (noun === 'incident' ? sentence.takeAll('this', 'alert') : 0);
  // "take 1042 and comment on it" has one, "close it and 1043" has two.
  const isAnother = its > 0 && named.some((at) => isAdded(sentence, at, noun));
  const bare = these > 0 || isAnother || (its > 0 && numbers.size === 0) ? ['this'] : [];
  return [...numbers, ...bare];
}
