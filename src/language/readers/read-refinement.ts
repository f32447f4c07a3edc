// A sentence of slots alone is no command, but it may refine the question before it.
import type { HuntingSlots } from '../../domain/command';
import type { Sentence } from '../sentence/sentence';
import { takeHuntingSlots } from './hunting-slots';
import { notUnderstood, wordSet, type Reader } from './outcome';
import { HUNTING_FILLERS } from './read-hunting';

const FILLERS = wordSet(
  `${[...HUNTING_FILLERS].join(' ')} instead just same now about how what but filter narrow it down make again`,
);

/** "compare with the week before" has its window in the question before. */
function takeOpenComparison(sentence: Sentence): boolean {
  if (!sentence.has('compareWith') || sentence.has('time')) return false;
  const taken = sentence.takeAll('compareWith') > 0;
  sentence.takeAll('previous');
  return taken;
}

export const readRefinement: Reader = (sentence) => {
  const isCompared = takeOpenComparison(sentence);
  const { slots } = takeHuntingSlots(sentence, 'window');
  const refinement: HuntingSlots = { ...slots, ...(isCompared && { compare: true }) };
  sentence.takeAll('noun', 'account');
  if (Object.keys(refinement).length === 0 || !sentence.isUnderstood(FILLERS)) return null;
  return notUnderstood(undefined, refinement);
};
