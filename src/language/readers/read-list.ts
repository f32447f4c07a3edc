// Lists of alerts: states, severities, whose they are, whom they are about, from which policy, when, in which order.
import type { Sentence } from '../sentence/sentence';
import { refuseAlternatives, refuseMeBesideOthers, takeBoth } from '../slots/alternatives';
import { takeNamedValue } from '../slots/named-value';
import { takeOrder } from '../slots/order';
import { takePeople } from '../slots/people';
import { takeSeverities } from '../slots/severity';
import { spanSlot, takeSpan } from '../slots/span';
import { takeStatuses } from '../slots/status';
import { given, notUnderstood, onlyOne, understood, wordSet, type Reader } from './outcome';

const FILLERS = wordSet(
  'the a an of on for from about to in with at and or by as that which what is are am was were be been has have had do does did ' +
    'there any some i we me us our you show list give get find see view look check tell want need need like howMany how many count ' +
    'number still yet only also alert under severity status state sort sorted order ordered first level irm insider risk purview ' +
    'defender created raised triggered generated arrived received fired come came into whose involving involve concerning regarding ' +
    'related out up my mine anything something sitting sit waiting right here whether opened details summary report overview ' +
    'so per they it person please exist exists shown listed open going happen happened else ones current levels user',
);
/** Words that stand for alerts where the sentence names none ("anything new?"). */
const ANYTHING = ['anything', 'something', 'what', 'which', 'any', 'show', 'howMany', 'list'];

export function isAboutAlerts(sentence: Sentence): boolean {
  if (sentence.has('noun', 'alert', 'queue', 'plate')) return true;
  const isAsked = sentence.has('word', ...ANYTHING);
  const isOpen = sentence.has('word', 'open') && !sentence.has('number');
  const isListed = sentence.has('status') || isOpen || sentence.has('unowned') || sentence.has('owner');
  return isAsked && (isListed || sentence.has('severity')) && !sentence.has('noun', 'incident');
}

/** "that alert", "what is an incident": one, which we cannot tell, or the word itself. */
export function pointsAtOne(sentence: Sentence): boolean {
  const nouns = [...sentence.find('noun', 'alert'), ...sentence.find('noun', 'incident')];
  const isDefined = (at: number) => sentence.is(at - 1, 'word', 'a', 'an') && sentence.is(at - 2, 'word', 'is', 'are');
  return nouns.some((at) => sentence.is(at - 1, 'word', 'that') || isDefined(at));
}

/** "anything new", "what's new": the word names no state. */
export function takeIdleNew(sentence: Sentence): void {
  for (const at of sentence.find('status', 'new')) {
    const before = sentence.is(at - 1, 'word', 'is', 'any') ? at - 2 : at - 1;
    const isAsked =
      sentence.is(before, 'word', 'anything', 'something', 'what') ||
      sentence.is(at - 1, 'word', 'anything', 'something', 'what');
    if (isAsked && !sentence.is(at + 1, 'noun', 'alert', 'incident') && !sentence.is(at + 1, 'severity'))
      sentence.take(at);
  }
}

/** "list them for me" is politeness; "alerts for me" might mean mine. */
function refuseForMe(sentence: Sentence): void {
  const isAsked = sentence.has('request') || sentence.has('word', 'show', 'list', 'find', 'get', 'give');
  const isForMe = sentence.find('word', 'me').some((at) => sentence.is(at - 1, 'word', 'for'));
  if (isForMe && !isAsked) sentence.refuse('filterWithoutSlot');
}

interface Whose {
  assignee?: string;
  account?: string;
}

function takeMine(sentence: Sentence): boolean {
  const owned = sentence.find('owner').flatMap((at) => {
    const next = sentence.is(at + 1, 'mark', ':') ? at + 2 : at + 1;
    return sentence.is(next, 'word', 'me', 'myself') ? [at, next] : [];
  });
  const mine = [...sentence.find('word', 'my'), ...sentence.find('word', 'mine')];
  const having = sentence.has('word', 'do') || sentence.has('word', 'have');
  const own = having && sentence.has('word', 'i') && sentence.has('word', 'have') ? sentence.find('word', 'i') : [];
  for (const at of [...owned, ...mine, ...own]) sentence.take(at);
  return owned.length + mine.length + own.length > 0;
}

function takeWhose(sentence: Sentence): Whose {
  const isMine = takeMine(sentence);
  const isNobodys = sentence.takeAll('unowned') > 0;
  const people = takePeople(sentence);
  if (people.some(({ role }) => role === 'recipient')) sentence.refuse('filterWithoutSlot');
  const named = (role: string) => people.filter((person) => person.role === role).map(({ name }) => name);
  const owners = named('assignee');
  if (owners.length > 0) sentence.takeAll('owner');
  const assignees = [...owners, ...(isMine ? ['me'] : []), ...(isNobodys ? ['none'] : [])];
  const accounts = named('account');
  return given({
    assignee: onlyOne(sentence, assignees),
    account: accounts.length > 1 ? severalOf(sentence) : accounts[0],
  });
}

function severalOf(sentence: Sentence): undefined {
  sentence.refuse('severalValues');
  return undefined;
}

export const readList: Reader = (sentence, form) => {
  if (!isAboutAlerts(sentence) || pointsAtOne(sentence)) return null;
  const isQueue = sentence.has('noun', 'queue', 'plate');
  takeIdleNew(sentence);
  for (const at of sentence.find('activity', 'access')) if (sentence.said(at) === 'opened') sentence.take(at);
  sentence.takeAll('many', 'all');
  takeBoth(sentence);
  for (const at of sentence.find('whereTo')) if (sentence.said(at) === 'where') sentence.take(at);
  // Who closed an alert is no slot.
  if (sentence.find('word', 'by').some((at) => sentence.is(at - 1, 'status'))) sentence.refuse('filterWithoutSlot');
  const policy = takeNamedValue(sentence, 'policy');
  refuseForMe(sentence);
  refuseMeBesideOthers(sentence);
  const whose = takeWhose(sentence);
  const status = takeStatuses(sentence) ?? (isQueue ? (['new', 'inProgress'] as const).slice() : undefined);
  const { sort, top } = takeOrder(sentence, 'alert');
  const severity = takeSeverities(sentence);
  const span = spanSlot(sentence, takeSpan(sentence), form);
  for (const noun of ['alert', 'queue', 'plate']) sentence.takeAll('noun', noun);
  refuseAlternatives(sentence);
  if (!sentence.isUnderstood(FILLERS)) return notUnderstood(sentence.because(FILLERS));
  const slots = given({
    status,
    severity,
    ...given({ assignee: whose.assignee, account: whose.account }),
    policy,
    ...span,
    sort,
    top,
  });
  return understood({ command: 'listAlerts', ...slots });
};
