// "X or Y": understood between states and between severities, of which a list may name several, and nowhere else.
import type { Piece } from '../sentence/piece';
import type { Sentence } from '../sentence/sentence';

/** How far from its "or" a value may stand ("high severity alerts or medium ones"). */
export const VALUE_WITHIN = 4;
/** Words and nouns that may stand between a value and its "or". */
const PASSED_WORDS = new Set(
  'the a an of with to at as is are that ones one alert incident severity status state level'.split(' '),
);
const PASSED_NOUNS = new Set(['alert', 'incident', 'severity', 'queue']);

type Alternative = 'status' | 'severity' | 'plain' | 'other';

/** Slots that take several values. */
const LISTED: readonly Alternative[] = ['status', 'severity'];

function isPassed({ kind, value }: Piece): boolean {
  return (kind === 'word' && PASSED_WORDS.has(value)) || (kind === 'noun' && PASSED_NOUNS.has(value));
}

function meaningOf({ kind, value }: Piece): Alternative {
  if (kind === 'status' || (kind === 'word' && value === 'open')) return 'status';
  if (kind === 'severity') return 'severity';
  const isPlain = kind === 'noun' || (kind === 'word' && !['me', 'my', 'mine', 'myself'].includes(value));
  return isPlain ? 'plain' : 'other';
}

/** What stands on one side of a joint; `other` where that is too far away to tell. */
function sideOf(sentence: Sentence, joint: number, direction: 1 | -1): Alternative {
  for (let reach = 1; reach <= VALUE_WITHIN; reach += 1) {
    const piece = sentence.pieces[joint + direction * reach];
    if (piece === undefined) return 'plain';
    if (!isPassed(piece)) return meaningOf(piece);
  }
  return 'other';
}

/** Anything else joined by "or" asks for two questions at once. Call it when the slots are taken. */
export function refuseAlternatives(sentence: Sentence): void {
  for (const at of sentence.find('word', 'or')) {
    const [left, right] = [sideOf(sentence, at, -1), sideOf(sentence, at, 1)];
    if (left !== right || left === 'other') sentence.refuse('severalValues');
  }
}

/** "both high and medium": the word says no more than the two behind it. */
export function takeBoth(sentence: Sentence): void {
  for (const at of sentence.find('many', 'these')) {
    const isJoined = sentence.is(at + 2, 'word', 'and', 'or');
    const [first, second] = [sentence.pieces[at + 1], sentence.pieces[at + 3]];
    const isListed = first && second && meaningOf(first) === meaningOf(second) && LISTED.includes(meaningOf(first));
    if (sentence.said(at) === 'both' && isJoined && isListed) sentence.take(at);
  }
}

/** "me or Megan", "Lee and to me": oneself beside somebody else, two for one slot. */
export function refuseMeBesideOthers(sentence: Sentence): void {
  for (const at of [...sentence.find('word', 'me'), ...sentence.find('word', 'myself')]) {
    const before = sentence.is(at - 1, 'word', 'to', 'by', 'of') ? at - 2 : at - 1;
    const after = sentence.is(at + 2, 'word', 'to', 'by', 'of') ? at + 3 : at + 2;
    const isBehind = isJoint(sentence, before) && isSomebody(sentence.pieces[before - 1]);
    if (isBehind || (isJoint(sentence, at + 1) && isSomebody(sentence.pieces[after]))) sentence.refuse('severalValues');
  }
}

function isJoint(sentence: Sentence, at: number): boolean {
  return sentence.is(at, 'word', 'and', 'or') || sentence.is(at, 'mark', ',', '/');
}

function isSomebody(piece: Piece | undefined): boolean {
  return piece !== undefined && ['upn', 'alias', 'quoted', 'raw'].includes(piece.kind);
}
