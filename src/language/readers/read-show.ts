// One alert or one incident, whole: asked for by its number, or by a question about its state, owner or history.
import { isQuestion } from '../sentence/mood';
import type { Sentence } from '../sentence/sentence';
import { takePeople } from '../slots/people';
import { takeReferences, type ReferenceNoun } from '../slots/reference';
import { notUnderstood, understood, wordSet, type Reader } from './outcome';

const FILLERS = wordSet(
  'the a an of on for about to me us in with and is it what tell show open view see find get give check look up out details ' +
    'detail information info status state history owner alert incident everything all more again happened whole full card please ' +
    'raised display number severity level summary one here are this that i want need like data',
);
const QUESTION_FILLERS = wordSet(
  [...FILLERS].join(' ') +
    ' who whom whose which when where why how was were be been being has have had did do does anyone someone anybody somebody ' +
    'still yet already assigned owned handled by as created triggered generated opened took taken commented reopened ' +
    'dismissed started claimed released happen going my mine marked classified whether risk behind come came so from ' +
    'responsible long related change changed my we you know tell any comment comments right working got say says there ' +
    'current currently fired labelled tagged flagged treated updated set put belong belongs involved involve at else or in classification determination reason own owns handling handle handles responsible',
);
const PAST = ['did', 'has', 'have', 'had'];
/** What is done to a state, where it has been done: "did anyone mark it as benign". */
const SETTING = [
  'mark',
  'set',
  'make',
  'update',
  'change',
  'classify',
  'flag',
  'tag',
  'treat',
  'label',
  'call',
  'put',
  'move',
];
/** Asking whether something may be done is asking for nothing we show. */
const MODALS = wordSet('can could should would will may might must shall');

function takeState(sentence: Sentence): void {
  for (const kind of [
    'status',
    'classification',
    'determination',
    'owner',
    'unowned',
    'severity',
    'handled',
  ] as const) {
    sentence.takeAll(kind);
  }
  // "did anyone close it", "who is working on it": what was done. "how do I close it" asks for something else.
  const isPast = sentence.has('word', ...PAST);
  for (const at of sentence.find('change')) {
    const isGoingOn = sentence.said(at).split(' ')[0]?.endsWith('ing');
    if (isGoingOn || isPast || sentence.is(at, 'change', 'comment')) sentence.take(at);
  }
  for (const noun of ['severity', 'policy']) sentence.takeAll('noun', noun);
  sentence.takeAll('previous', 'any');
  if (isPast) for (const word of SETTING) sentence.takeAll('word', word);
  sentence.takeAll('speed');
  for (const at of [...sentence.find('activity', 'access'), ...sentence.find('leaving')]) {
    if (['opened', 'moved'].includes(sentence.said(at))) sentence.take(at);
  }
}

/** "do I have to". */
function isDuty(sentence: Sentence): boolean {
  return sentence.find('word', 'have').some((at) => sentence.is(at + 1, 'word', 'to') || sentence.is(at + 1, 'change'));
}

function isModal(sentence: Sentence): boolean {
  return (
    sentence.pieces.some(({ kind, value }) => (kind === 'word' && MODALS.has(value)) || kind === 'wish') ||
    isDuty(sentence)
  );
}

function readOne(sentence: Sentence, noun: ReferenceNoun) {
  const question = isQuestion(sentence) && !isModal(sentence);
  const references = takeReferences(sentence, noun);
  sentence.takeAll('noun', noun);
  if (question) {
    takeState(sentence);
    for (const { role } of takePeople(sentence)) if (role === 'recipient') sentence.refuse('filterWithoutSlot');
  } else if (sentence.has('word', 'show')) {
    for (const at of sentence.find('change', 'comment'))
      if (/^(?:comments|notes)\b/i.test(sentence.text(at))) sentence.take(at);
  }
  const fillers = question ? QUESTION_FILLERS : FILLERS;
  if (references.length === 0 || !sentence.isUnderstood(fillers)) return null;
  return references;
}

/** "it", "this", "is it": nothing says what is wanted. */
function isBare(sentence: Sentence): boolean {
  return sentence.pieces.every((piece, at) => {
    const isPointing = piece.kind === 'this' && ['it', 'this', 'this one'].includes(sentence.said(at));
    return (
      isPointing ||
      ['mark', 'polite'].includes(piece.kind) ||
      (piece.kind === 'word' && ['is', 'was', 'that'].includes(piece.value))
    );
  });
}

export const readShow: Reader = (sentence) => {
  const noun = sentence.has('noun', 'incident') || sentence.has('this', 'incident') ? 'incident' : 'alert';
  if (isBare(sentence)) return null;
  const references = readOne(sentence, noun);
  if (references === null) return null;
  const [one = '', ...more] = references;
  if (more.length > 0) return notUnderstood('severalAlerts');
  return understood(
    noun === 'alert' ? { command: 'showAlert', alert: one } : { command: 'showIncident', incident: one },
  );
};
