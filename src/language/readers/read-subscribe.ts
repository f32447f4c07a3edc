// "send high and medium alerts to this channel": which alerts come here. "all" names nothing, and new they all are.
import { isQuestion } from '../sentence/mood';
import type { Sentence } from '../sentence/sentence';
import { refuseAlternatives, takeBoth } from '../slots/alternatives';
import { takeNamedValue } from '../slots/named-value';
import { takeSeverities } from '../slots/severity';
import { given, notUnderstood, understood, wordSet, type Reader } from './outcome';

const FILLERS = wordSet(
  'the a an of on for from about to in into with as that which are is be and or us me we our any alert severity only also it bot ' +
    'channel here irm insider risk purview each come get want need like please so level levels team via notify when out let know receive should make',
);

function isSubscription(sentence: Sentence): boolean {
  if (sentence.has('subscribe')) return true;
  const isWanted = sentence.has('word', 'want', 'get', 'receive', 'know') || sentence.has('wish');
  const isSent = (sentence.has('post') || (isWanted && !isQuestion(sentence))) && sentence.has('channel');
  return isSent && (sentence.has('noun', 'alert') || sentence.has('severity'));
}

export const readSubscribe: Reader = (sentence) => {
  if (!isSubscription(sentence)) return null;
  takeBoth(sentence);
  const policy = takeNamedValue(sentence, 'policy');
  const severity = takeSeverities(sentence);
  for (const kind of ['subscribe', 'post', 'channel'] as const) sentence.takeAll(kind);
  sentence.takeAll('many', 'all');
  sentence.takeAll('status', 'new');
  sentence.takeAll('noun', 'alert');
  refuseAlternatives(sentence);
  if (!sentence.isUnderstood(FILLERS)) return notUnderstood(sentence.because(FILLERS));
  return understood({ command: 'subscribeChannel', ...given({ severity, policy }) });
};
