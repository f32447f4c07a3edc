// The one span of time a sentence may name, as a window now or as a period of each run.
import type { Period, Window } from '../../domain/command';
import type { Sentence } from '../sentence/sentence';
import type { TimeReading } from '../time/time-reading';
import { windowOf } from '../time/window';

export type SpanSlot = { window?: Window; period?: Period };

/** What a sentence about now needs, or what a schedule does. */
export type SpanForm = 'window' | 'period';

export function takeSpan(sentence: Sentence): TimeReading | undefined {
  const places = sentence.find('time');
  const [span] = places.flatMap((at) => sentence.pieces[at]?.time ?? []);
  for (const at of places) sentence.take(at);
  if (places.length > 1) sentence.refuse('severalValues');
  // An end is never later than now, so a beginning after it has not come yet.
  if (span && span.from > span.to) sentence.refuse('future');
  return span;
}

export function spanSlot(sentence: Sentence, span: TimeReading | undefined, form: SpanForm): SpanSlot {
  if (span === undefined) return {};
  if (form === 'window') return { window: windowOf(span) };
  if (span.period !== null) return { period: span.period };
  sentence.refuse('schedule');
  return {};
}
