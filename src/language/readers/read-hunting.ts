// Questions about what people did with data: a summary from hunting.
import type { Sentence } from '../sentence/sentence';
import { takeHuntingSlots } from './hunting-slots';
import { isAboutAlerts } from './read-list';
import { notUnderstood, understood, wordSet, type Reader } from './outcome';

export const HUNTING_FILLERS = wordSet(
  'the a an to from for by in on at with of as and or that than then so there here i me us our we you howMany how many what which whose is are am ' +
    'was were be been being do does did done doing has have had via onto into through around about across related behind linked per each any ' +
    'some only also too again up out off total number count summary report overview breakdown details detail information show list give ' +
    'get find see view look check tell hunt run search file document data item content thing stuff sensitive record dlp organisation ' +
    'company tenant org anyone someone everyone anybody somebody everybody cloud external externally outside abroad happened happen happening ' +
    'labelled grouped group split broken down sort sorted order ordered first containing contain contains using used use with involved involve ' +
    'involving regarding concerning type kind people person team compared different already please need want like insider risk purview irm ' +
    'defender seen saw got come came going on ones most more system web using named called made make much whether created generated ' +
    'level it still keep doing right now exist exists shown listed under policy by saw were history attempt uses',
);

const NAMING = ['activity', 'leaving', 'kindOf', 'doer', 'hunt'] as const;
const FILE_WORDS = ['file', 'document', 'data', 'record', 'content'];
const DOING = ['do', 'doing', 'done', 'did'];
/** An outcome said as a thing that can be counted: "overrides", "DLP block". */
const NAMED_OUTCOME = /dlp|(?:rides|passes|blocks|warnings|tips)$/i;
/** Verbs that begin an order where a thing follows. */
const ORDERS = wordSet(
  'delete erase block allow archive share print send move copy leave bypass override warn audit upload download open access',
);
const FOLLOWING = ['and', 'or', 'what', 'how', 'now', 'so', 'then', 'ok'];

/** A sentence that only goes on from the last one: "and by day?", "what about downloads", "last month instead". */
export function isFollowUp(sentence: Sentence): boolean {
  const [first] = sentence.pieces;
  const isWhatAbout = sentence.is(0, 'word', 'what', 'how') && sentence.is(1, 'word', 'about');
  const opens =
    first?.kind === 'word' && FOLLOWING.includes(first.value) && (isWhatAbout || sentence.is(0, 'word', 'and', 'or'));
  return opens || sentence.has('word', 'instead');
}

/** "block the user in 1042" asks for a deed, not for figures. */
function isOrder(sentence: Sentence): boolean {
  const at = sentence.pieces.findIndex(({ kind }) => !['polite', 'request', 'wish', 'greeting', 'mark'].includes(kind));
  if (!ORDERS.has(sentence.said(at))) return false;
  const isThing = ['this', 'number', 'id', 'raw', 'upn', 'alias', 'many'].some(
    (kind) => sentence.pieces[at + 1]?.kind === kind,
  );
  return (
    isThing ||
    sentence.is(at + 1, 'word', 'the', 'a', 'my', 'our') ||
    sentence.is(at + 1, 'noun', 'alert', 'account', 'device')
  );
}

/** "what did Mark do": a capital behind "did" is a name. */
function nameBehindDid(sentence: Sentence): boolean {
  return sentence.find('word', 'did', 'has', 'does').some((at) => sentence.pieces[at + 1]?.capital === true);
}

/** What makes it a question of its own; slots alone do not. */
function isHunting(sentence: Sentence): boolean {
  if (NAMING.some((kind) => sentence.has(kind)) || sentence.has('noun', 'activity')) return true;
  if (sentence.has('word', 'around', 'behind', 'related', 'linked') && namesAnAlert(sentence)) return true;
  if (sentence.has('word', ...FILE_WORDS)) return true;
  const isOutcome = sentence.find('dlp').some((at) => NAMED_OUTCOME.test(sentence.text(at)));
  if (isOutcome || (sentence.has('dlp') && (sentence.has('word', 'who') || sentence.has('noun', 'account'))))
    return true;
  const isAsked = sentence.has('word', 'howMany', 'show', 'list', 'any', 'anything', 'what', 'find', 'which');
  if (isAsked && (sentence.has('anomalous') || sentence.has('dlp'))) return true;
  const names =
    nameBehindDid(sentence) ||
    sentence.has('raw') ||
    sentence.has('upn') ||
    sentence.has('alias') ||
    sentence.has('quoted');
  const isUsed = sentence.has('word', 'who', 'what') && sentence.has('word', 'use', 'uses', 'used', 'using');
  if (isUsed && (sentence.has('service') || sentence.has('host'))) return true;
  if (isAsked && sentence.has('most') && sentence.has('noun')) return true;
  return (sentence.has('best') && sentence.has('noun')) || (names && sentence.has('word', ...DOING));
}

/** Not a number of alerts, but an alert's own. */
function namesAnAlert(sentence: Sentence): boolean {
  if (sentence.has('this', 'alert') || sentence.has('id')) return true;
  return sentence.find('number').some((at) => {
    const before = sentence.is(at - 1, 'mark', '#') ? at - 2 : at - 1;
    return (
      sentence.is(before, 'noun', 'alert') ||
      sentence.is(before, 'word', 'around', 'about', 'behind', 'for', 'of', 'to')
    );
  });
}

function namesAlertsAlone(sentence: Sentence): boolean {
  return isAboutAlerts(sentence) && !namesAnAlert(sentence);
}

export const readHunting: Reader = (sentence, form) => {
  if (isOrder(sentence) || !isHunting(sentence) || isFollowUp(sentence) || namesAlertsAlone(sentence)) return null;
  const { slots, widened } = takeHuntingSlots(sentence, form);
  sentence.takeAll('hunt');
  sentence.takeAll('many', 'all');
  sentence.takeAll('noun', 'activity');
  sentence.takeAll('noun', 'account');
  for (const word of ['anything', 'something']) sentence.takeAll('word', word);
  if (!sentence.isUnderstood(HUNTING_FILLERS)) return notUnderstood(sentence.because(HUNTING_FILLERS));
  return understood({ command: 'summarizeHunting', ...slots }, widened);
};
