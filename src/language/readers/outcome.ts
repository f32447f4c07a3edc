// What a reader gives back, and how slots become a command: those that were not named are absent.
import type { Command, HuntingSlots } from '../../domain/command';
import type { Reading, UnknownReason } from '../../domain/reading';
import type { Sentence } from '../sentence/sentence';
import type { SpanForm } from '../slots/span';

/** Null = the sentence is not this reader's; another may read it. */
export type Reader = (sentence: Sentence, form: SpanForm) => Reading | null;

export function understood(command: Command, widened = false): Reading {
  return { command, refinement: null, ...(widened && { widened }) };
}

export function notUnderstood(because?: UnknownReason, refinement: HuntingSlots | null = null): Reading {
  return { command: { command: 'unknown' }, refinement, ...(because && { because }) };
}

type Given<Slots> = { [Name in keyof Slots]?: Exclude<Slots[Name], undefined> };

/** The slots that have a value, in their order. */
export function given<Slots extends object>(slots: Slots): Given<Slots> {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined)) as Given<Slots>;
}

/** The only one of several; more are refused. */
export function onlyOne<Value>(sentence: Sentence, values: Iterable<Value>): Value | undefined {
  const [one, ...more] = new Set(values);
  if (more.length > 0) sentence.refuse('severalValues');
  return one;
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
