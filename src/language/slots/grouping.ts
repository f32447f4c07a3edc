// How a summary is arranged: by what, and how many of the greatest.
import { HUNTING_GROUPS, type HuntingGroup } from '../../domain/command';
import type { Sentence } from '../sentence/sentence';
import { TOP_MAX_DIGITS } from './order';

export interface Grouping {
  groupBy?: HuntingGroup;
  top?: number;
}

const GROUPING = ['by', 'per', 'each', 'which', 'what', 'whose', 'grouped', 'group', 'split'];
/** What may stand between "by" or "top" and the noun. */
const BETWEEN_WORDS = ['different', 'most', 'active', 'of', 'our', 'first', 'more', 'kind', 'type', 'target', 'all'];
const BETWEEN = ['number', 'count', 'most', 'anomalous', 'best', 'many', 'sort'];
/** How far before the noun its "by" or "top" may stand. */
export const REACH = 5;

function isBetween(sentence: Sentence, at: number): boolean {
  const piece = sentence.pieces[at];
  if (piece === undefined) return false;
  return BETWEEN.includes(piece.kind) || (piece.kind === 'word' && BETWEEN_WORDS.includes(piece.value));
}

/** "by user", "which departments", "top 5 domains", "and device" behind another. */
const NAMES = ['raw', 'upn', 'alias', 'quoted'] as const;

/** "by user Megan", "by people in Sales": somebody in particular. */
function isNamed(sentence: Sentence, noun: number): boolean {
  if (!sentence.is(noun, 'noun', 'account')) return false;
  const isSome = sentence.is(noun - 1, 'word', 'by') && sentence.is(noun + 1, 'word', 'in', 'from', 'at', 'of');
  return isSome || NAMES.some((kind) => sentence.is(noun + 1, kind));
}

function isGrouped(sentence: Sentence, noun: number, isListed = false): boolean {
  if (isNamed(sentence, noun)) return false;
  for (let at = noun - 1; at >= noun - REACH; at -= 1) {
    if (sentence.is(at, 'best')) return true;
    if (sentence.is(at, 'word', ...GROUPING))
      return !sentence.is(noun, 'noun', 'activity') || !sentence.is(at, 'word', 'what');
    if (sentence.is(at, 'word', 'and', 'or') || sentence.is(at, 'mark', ',', '/')) {
      // Two already are one too many: what stands before those does not matter.
      return !isListed && sentence.is(at - 1, 'noun') && isGrouped(sentence, at - 1, true);
    }
    if (!isBetween(sentence, at)) return false;
  }
  return false;
}

/** "where the label is Confidential" asks for no place. */
function isRelative(sentence: Sentence, at: number): boolean {
  const next = sentence.is(at + 1, 'word', 'the') ? at + 2 : at + 1;
  return sentence.said(at) === 'where' && sentence.is(next, 'noun');
}

function groupsOf(sentence: Sentence): Set<HuntingGroup> {
  const groups = new Set<HuntingGroup>();
  const take = (places: readonly number[], group: HuntingGroup) => {
    for (const at of places) sentence.take(at);
    if (places.length > 0) groups.add(group);
  };
  for (const group of HUNTING_GROUPS)
    take(
      sentence.find('noun', group).filter((at) => isGrouped(sentence, at)),
      group,
    );
  take([...sentence.find('word', 'who'), ...sentence.find('word', 'whom')], 'account');
  take(sentence.find('over', 'day'), 'day');
  take(
    sentence.find('every').filter((at) => sentence.pieces[at]?.every?.base === 'day'),
    'day',
  );
  const wheres = sentence.find('whereTo');
  take(
    wheres.filter((at) => !isRelative(sentence, at)),
    'domain',
  );
  for (const at of wheres) sentence.take(at);
  const bySeverity = sentence.find('sort', 'severity').filter((at) => sentence.said(at).startsWith('by'));
  take(bySeverity, 'severity');
  if (sentence.has('doer')) groups.add('account');
  return groups;
}

function isTop(sentence: Sentence, at: number): boolean {
  if (sentence.is(at - 1, 'best') || sentence.is(at + 1, 'best') || sentence.is(at + 1, 'most')) return true;
  const isNoun = sentence.is(at + 1, 'noun') || (isBetween(sentence, at + 1) && sentence.is(at + 2, 'noun'));
  return isNoun && sentence.is(at - 1, 'word', 'which', 'what', 'by', 'the');
}

function topOf(sentence: Sentence): number | undefined {
  const places = [...sentence.find('number'), ...sentence.find('count')].filter((at) => isTop(sentence, at));
  const [top, ...more] = places.map((at) => Number(sentence.pieces[at]?.value));
  const isTooMany = (sentence.pieces[places[0] ?? -1]?.value.length ?? 0) > TOP_MAX_DIGITS;
  for (const at of places) sentence.take(at);
  if (more.length > 0 || top === 0 || isTooMany) sentence.refuse('severalValues');
  return top;
}

export function takeGrouping(sentence: Sentence): Grouping {
  const [groupBy, ...more] = groupsOf(sentence);
  const top = topOf(sentence);
  if (more.length > 0) sentence.refuse('severalValues');
  if (groupBy !== undefined || top !== undefined || sentence.has('doer')) sentence.takeAll('best');
  sentence.takeAll('most');
  return { ...(groupBy && { groupBy }), ...(top !== undefined && { top }) };
}
