// The classification and determination a change names. A determination written out is one name, whatever its words.
import { CLASSIFICATIONS, DETERMINATIONS, type Classification, type Determination } from '../../domain/alert';
import { isLegalPair } from '../../domain/triage-rules';
import type { Sentence } from '../sentence/sentence';
import { onlyOne } from './outcome';

export interface Verdict {
  classification?: Classification;
  determination?: Determination;
}

function valuesOf<Value extends string>(
  sentence: Sentence,
  kind: 'classification' | 'determination',
  all: readonly Value[],
) {
  const places = sentence.find(kind);
  for (const at of places) sentence.take(at);
  return places.flatMap((at) => all.find((value) => value === sentence.pieces[at]?.value) ?? []);
}

/** "Informational, expected activity", as the portal writes it. */
function takePortalSpelling(sentence: Sentence): void {
  for (const at of sentence.find('classification', 'informationalExpectedActivity')) {
    const before = sentence.is(at - 1, 'mark', ',') ? at - 2 : at - 1;
    sentence.takeIf(before, 'severity', 'informational');
  }
}

/** "TP/malware": a pair. Two of a kind are refused all the same. */
function takeSlash(sentence: Sentence): void {
  const isVerdict = (at: number) => sentence.is(at, 'classification') || sentence.is(at, 'determination');
  for (const at of sentence.find('mark', '/', '-')) if (isVerdict(at - 1) && isVerdict(at + 1)) sentence.take(at);
}

/** The one classification a determination is legal with; `other` and the withdrawn ones imply none. */
function implied(determination: Determination): Classification | undefined {
  const [one, ...more] = CLASSIFICATIONS.filter((classification) => isLegalPair(classification, determination));
  return more.length === 0 ? one : undefined;
}

/** "this other alert": no determination. */
function isAnotherOne(sentence: Sentence, at: number): boolean {
  return sentence.is(at - 1, 'this') || sentence.is(at - 1, 'word', 'the') || sentence.is(at + 1, 'noun');
}

/** Taken from the sentence; several values, and pairs that are not legal, are refused. */
export function takeVerdict(sentence: Sentence, confirms: boolean): Verdict {
  takePortalSpelling(sentence);
  takeSlash(sentence);
  const named = valuesOf(sentence, 'classification', CLASSIFICATIONS);
  const classification = onlyOne(sentence, confirms ? [...named, 'truePositive' as const] : named);
  if (sentence.find('determination', 'other').some((at) => isAnotherOne(sentence, at)))
    sentence.refuse('severalAlerts');
  const determination = onlyOne(sentence, valuesOf(sentence, 'determination', DETERMINATIONS));
  if (determination === undefined) return classification ? { classification } : {};
  const meant = classification ?? implied(determination);
  const isLegal = meant ? isLegalPair(meant, determination) : determination === 'other';
  if (!isLegal) sentence.refuse('illegalPair');
  return { ...(meant && { classification: meant }), determination };
}
