// How triage goes: counts, time to acknowledge and to resolve, the share of false positives; by policy or severity.
import type { Sentence } from '../sentence/sentence';
import { spanSlot, takeSpan } from '../slots/span';
import { given, notUnderstood, onlyOne, understood, wordSet, type Reader } from './outcome';

const FILLERS = wordSet(
  'the a an of on for from about to in with at and as that which what is are am was were be been has have had do does did there any ' +
    'i we me us our ours you show list give get find see view look check tell want need like howMany how many count number alert time average ' +
    'mean response share rate ratio percentage percent long fast quick quickly soon it they team report summary overview details ' +
    'statistics please per by each for on out up total then still so irm insider risk purview come came get got received raised created ' +
    'triggered generated arrived opened fired had take took taken takes need needed until till before reports going well good ' +
    'grouped group split broken down classified marked were turned being dismissed off usually normally typically typical ' +
    'information my people person soc analysts analyst bot handled assigned most name new',
);
const HANDLING = ['resolve', 'start', 'confirm'];
const LIST_KINDS = ['severity', 'owner', 'unowned', 'sort'] as const;
/** A person or a policy by name: a list alone can be about one. */
const NAMED = ['raw', 'upn', 'alias', 'quoted'] as const;
const LIST_STATES = ['new', 'newNamed', 'open', 'active', 'inProgress'];

/** "how many alerts did we close": figures, where no filter of a list is named. */
function countsAlerts(sentence: Sentence): boolean {
  const isList =
    LIST_KINDS.some((kind) => sentence.has(kind)) ||
    NAMED.some((kind) => sentence.has(kind)) ||
    sentence.has('status', ...LIST_STATES) ||
    sentence.has('word', 'open');
  if (sentence.has('word', 'share') && sentence.has('classification', 'falsePositive')) return true;
  return sentence.has('word', 'howMany') && sentence.has('noun', 'alert') && !isList;
}

function groupPlaces(sentence: Sentence): number[] {
  return sentence
    .find('noun', 'policy', 'severity')
    .filter(
      (at) =>
        sentence.is(at - 1, 'word', 'by', 'per', 'each') ||
        (sentence.is(at - 1, 'word', 'and') && sentence.is(at - 2, 'noun', 'policy', 'severity')),
    )
    .filter(
      (at) =>
        !sentence.is(at + 1, 'quoted') && !sentence.is(at + 1, 'raw') && sentence.pieces[at + 1]?.capital !== true,
    );
}

function isAboutTriage(sentence: Sentence): boolean {
  if (sentence.has('triage')) return true;
  const isHandled =
    HANDLING.some((change) => sentence.has('change', change)) ||
    sentence.has('handled') ||
    sentence.has('status', 'resolved');
  if (sentence.has('speed') && (isHandled || sentence.has('noun', 'alert'))) return true;
  return countsAlerts(sentence) || (sentence.has('noun', 'alert') && groupPlaces(sentence).length > 0);
}

function takeGroup(sentence: Sentence): 'policy' | 'severity' | undefined {
  const places = groupPlaces(sentence);
  const named = places.map((at) => (sentence.is(at, 'noun', 'policy') ? ('policy' as const) : ('severity' as const)));
  for (const at of places) sentence.take(at);
  const sorts = sentence.find('sort', 'severity').filter((at) => sentence.said(at).startsWith('by'));
  for (const at of sorts) sentence.take(at);
  return onlyOne(sentence, [...named, ...sorts.map(() => 'severity' as const)]);
}

function takeMeasures(sentence: Sentence): void {
  sentence.takeAll('triage');
  sentence.takeAll('speed');
  sentence.takeAll('handled');
  for (const change of HANDLING) sentence.takeAll('change', change);
  sentence.takeAll('status', 'resolved');
  sentence.takeAll('noun', 'alert');
  if (sentence.has('word', 'howMany', 'share', 'percentage', 'percent', 'rate', 'what')) {
    sentence.takeAll('classification', 'falsePositive');
  }
  sentence.takeAll('many', 'all');
  sentence.takeAll('this', 'it');
}

export const readTriage: Reader = (sentence, form) => {
  if (!isAboutTriage(sentence)) return null;
  const groupBy = takeGroup(sentence);
  takeMeasures(sentence);
  const span = spanSlot(sentence, takeSpan(sentence), form);
  if (!sentence.isUnderstood(FILLERS)) return notUnderstood(sentence.because(FILLERS));
  return understood({ command: 'reportTriage', ...span, ...given({ groupBy }) });
};
