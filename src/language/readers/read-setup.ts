// Whether all of it is set up: a question, or an order to check, about the bot's own parts and the states they may be in.
import { isQuestion } from '../sentence/mood';
import type { Sentence } from '../sentence/sentence';
import { understood, wordSet, type Reader } from './outcome';

const FILLERS = wordSet(
  'the a an and or is are am was were has have been be do does you we us our your my it i me this that here of to with for in into ' +
    'everything all also still yet now then so well right correctly properly good fine ok okay working work set up bot channel ' +
    'team system tenant check tell show whether test look going come coming view see there ' +
    'from purview defender irm insider risk',
);
/** States that mean the setup beside one of its parts alone ("is consent fine"). */
const PLAIN_STATES = [
  'working',
  'work',
  'right',
  'correctly',
  'properly',
  'good',
  'fine',
  'ok',
  'okay',
  'well',
  'there',
];
const CHECKING = ['check', 'whether', 'test'];

function namesAll(sentence: Sentence): boolean {
  return sentence.find('many').some((at) => /^(?:all|everything)\b/i.test(sentence.text(at)));
}

function isAboutSetup(sentence: Sentence): boolean {
  const isAsked = isQuestion(sentence) || sentence.has('word', ...CHECKING);
  if (sentence.has('ask', 'checkSetup')) return true;
  const hasState = sentence.has('setup', 'state');
  const parts =
    Number(sentence.has('setup', 'part')) + Number(namesAll(sentence)) + Number(sentence.has('word', ...PLAIN_STATES));
  return isAsked && (hasState || parts > 1);
}

function hasSubject(sentence: Sentence): boolean {
  if (sentence.has('ask', 'checkSetup') || sentence.has('setup', 'part') || sentence.has('many')) return true;
  const isBot = sentence.find('polite').some((at) => sentence.said(at).endsWith('bot'));
  return isBot || sentence.has('word', 'you', 'we', 'bot', 'data', 'system');
}

export const readSetup: Reader = (sentence) => {
  if (!isAboutSetup(sentence) || !hasSubject(sentence)) return null;
  for (const kind of ['ask', 'setup', 'many', 'this', 'channel', 'ownService'] as const) sentence.takeAll(kind);
  sentence.takeAll('noun', 'alert');
  for (const word of ['data', 'app']) sentence.takeAll('word', word);
  return sentence.isUnderstood(FILLERS) ? understood({ command: 'checkSetup' }) : null;
};
