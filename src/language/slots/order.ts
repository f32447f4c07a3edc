// How many of a list, and in which order.
import type { AlertSort } from '../../domain/command';
import type { Sentence } from '../sentence/sentence';

export interface ListOrder {
  sort?: AlertSort;
  top?: number;
}

const SORTS = ['newest', 'oldest', 'severity'] as const;
/** Nobody reads longer lists. */
export const TOP_MAX_DIGITS = 4;
/** How far before "alerts" the number may stand ("5 open high severity alerts"). */
export const NOUN_WITHIN = 7;
const BETWEEN = ['severity', 'status', 'sort', 'word', 'unowned', 'mark', 'best', 'andUp', 'noun', 'polite'];

function countAt(sentence: Sentence, at: number): number | null {
  const piece = sentence.pieces[at];
  if (piece === undefined || !sentence.isFree(at) || !['number', 'count'].includes(piece.kind)) return null;
  const count = piece.value.length <= TOP_MAX_DIGITS ? Number(piece.value) : 0;
  return count > 0 ? count : null;
}

/** A number of alerts stands before their plural; one after it is an alert's own. */
function countsNoun(sentence: Sentence, at: number, noun: 'alert' | 'incident'): boolean {
  if (sentence.is(at - 1, 'mark', '#') || sentence.is(at - 1, 'noun', noun)) return false;
  for (let next = at + 1; next <= at + NOUN_WITHIN; next += 1) {
    const piece = sentence.pieces[next];
    if (sentence.is(next, 'noun', noun)) return true;
    if (piece === undefined || !BETWEEN.includes(piece.kind)) return false;
  }
  return false;
}

function takeSorts(sentence: Sentence): Set<AlertSort> {
  return new Set(SORTS.filter((sort) => sentence.takeAll('sort', sort) > 0));
}

/** "last 5 alerts": the newest five. */
function takeLast(sentence: Sentence): boolean {
  const places = sentence
    .find('word', 'last')
    .filter((at) => countAt(sentence, at + 1) !== null || sentence.is(at + 1, 'noun'));
  for (const at of places) sentence.take(at);
  return places.length > 0;
}

export function takeOrder(sentence: Sentence, noun: 'alert' | 'incident'): ListOrder {
  const sorts = takeSorts(sentence);
  const places = [...sentence.pieces.keys()].filter((at) => {
    const isLed =
      ['best', 'sort'].some((kind) => sentence.pieces[at - 1]?.kind === kind) || sentence.is(at - 1, 'word', 'last');
    return countAt(sentence, at) !== null && (isLed || countsNoun(sentence, at, noun));
  });
  if (takeLast(sentence)) sorts.add('newest');
  const counts = places.map((at) => countAt(sentence, at));
  for (const at of places) sentence.take(at);
  sentence.takeAll('best');
  const [sort, ...otherSorts] = sorts;
  const [top, ...otherCounts] = counts;
  if (otherSorts.length > 0 || otherCounts.length > 0) sentence.refuse('severalValues');
  return { ...(sort && { sort }), ...(top && { top }) };
}
