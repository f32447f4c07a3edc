// Requests that are a phrase, or the same one twice: help, my roles, the setup, the channel's subscriptions. A greeting
// alone asks for help.
import type { Sentence } from '../sentence/sentence';
import { understood, wordSet, type Reader } from './outcome';

const FILLERS = wordSet(
  'the a an to me us you for right correctly properly here of and all so ok okay well working work in this with my our ' +
    'show give list tell is are do it now channel team fine good',
);
const PLAIN_COMMANDS = ['help', 'whoAmI', 'checkSetup', 'listSubscriptions', 'unsubscribeChannel'] as const;

function isGreetingAlone(sentence: Sentence): boolean {
  return sentence.has('greeting') && sentence.isUnderstood(new Set());
}

export const readAsk: Reader = (sentence) => {
  if (isGreetingAlone(sentence)) return understood({ command: 'help' });
  const places = sentence.find('ask');
  const named = PLAIN_COMMANDS.filter((name) => places.some((at) => sentence.is(at, 'ask', name)));
  const [command] = named;
  if (command === undefined || named.length > 1) return null;
  sentence.takeAll('ask');
  sentence.takeAll('channel');
  sentence.takeAll('this', 'it');
  return sentence.isUnderstood(FILLERS) ? understood({ command }) : null;
};
