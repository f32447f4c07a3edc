// Where files went: a host, or a service of the list in words. A service of one's own is a kind of the activity.
import type { HuntingActivity } from '../../domain/command';
import type { Sentence } from '../sentence/sentence';
import { shapeOf } from '../text/read-part';

/** Activities that happen in SharePoint and OneDrive, so that naming these says which kind. */
const IN_OWN_SERVICES: readonly HuntingActivity[] = [
  'upload',
  'download',
  'sharing',
  'deletion',
  'access',
  'labelChange',
];

export interface Destination {
  targetDomain?: string;
  widened: boolean;
}

/** A host in quotes, behind a word of direction. */
function quotedHosts(sentence: Sentence): number[] {
  return sentence
    .find('quoted')
    .filter((at) => sentence.is(at - 1, 'word', 'to', 'from', 'via', 'on'))
    .filter((at) => shapeOf(sentence.text(at).toLowerCase())?.word === sentence.text(at).toLowerCase())
    .filter((at) => shapeOf(sentence.text(at).toLowerCase())?.kind === 'host');
}

export function takeDestination(sentence: Sentence, activity: HuntingActivity | undefined): Destination {
  const places = [...sentence.find('service'), ...sentence.find('host'), ...quotedHosts(sentence)];
  const hosts = new Set(places.flatMap((at) => sentence.pieces[at]?.value.toLowerCase() ?? []));
  for (const at of places) sentence.take(at);
  const own = activity !== undefined && IN_OWN_SERVICES.includes(activity) ? sentence.takeAll('ownService') : 0;
  const [targetDomain, ...more] = hosts;
  if (more.length > 0 || (own > 0 && targetDomain !== undefined)) sentence.refuse('severalValues');
  return { ...(targetDomain && { targetDomain }), widened: own > 0 };
}
