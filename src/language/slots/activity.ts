// What people did. A word for leaving in general ("sent", "copied") gives way to one that says how ("to USB").
import { HUNTING_ACTIVITIES, type HuntingActivity } from '../../domain/command';
import type { Sentence } from '../sentence/sentence';

export interface ActivitySlot {
  activity?: HuntingActivity;
  /** One kind of the activity was named. */
  widened: boolean;
}

/** Ways of leaving, and what is done with what is copied or sent. */
const MAY_BE_SENT: readonly HuntingActivity[] = ['upload', 'removableMedia', 'print', 'sharing', 'clipboard', 'ai'];
const NAMING = ['activity', 'kindOf', 'doer'] as const;

function isActivity(value: string | undefined): value is HuntingActivity {
  return HUNTING_ACTIVITIES.some((activity) => activity === value);
}

/** "exfiltration and uploads": two activities, however near. */
function areJoined(sentence: Sentence, places: readonly number[]): boolean {
  return places.some((at) => {
    const isJoint = sentence.is(at + 1, 'word', 'and', 'or') || sentence.is(at + 1, 'mark', '/', ',');
    return isJoint && places.includes(at + 2) && sentence.pieces[at]?.kind !== sentence.pieces[at + 2]?.kind;
  });
}

/** "where did they send files": sending, where nothing is sent to this channel. */
export function findSending(sentence: Sentence): number[] {
  if (sentence.has('channel')) return [];
  return sentence.find('post').filter((at) => ['send', 'sends', 'sending'].includes(sentence.said(at)));
}

export function takeActivity(sentence: Sentence): ActivitySlot {
  const named = NAMING.flatMap((kind) => sentence.find(kind));
  const general = [...sentence.find('leaving'), ...findSending(sentence)];
  const found = new Set(named.map((at) => sentence.pieces[at]?.value).filter(isActivity));
  const isOneKind = sentence.has('kindOf') || sentence.has('leaving', 'networkShare');
  const joined = areJoined(sentence, [...named, ...general]);
  for (const at of [...named, ...general]) sentence.take(at);
  const [one, ...more] = found;
  const isSent = one === undefined || general.length === 0 || MAY_BE_SENT.includes(one) || one === 'exfiltration';
  if (more.length > 0 || !isSent || joined) sentence.refuse('severalValues');
  const activity = one ?? (general.length > 0 ? 'exfiltration' : undefined);
  return { ...(activity && { activity }), widened: isOneKind };
}
