// Why a hunting question got no answer, and what to do about it. None of these sentences tells whether anything exists.
import type { HuntingFailure, HuntingFailureCode } from '../hunting-failure';
import { countWords } from './alert-words';
import type { Show } from '../untrusted';
import { listWords } from './role-words';

type FailureOf<C extends HuntingFailureCode> = Extract<HuntingFailure, { code: C }>;
type FailureWords = { [C in HuntingFailureCode]: (failure: FailureOf<C>, show: Show) => string };

/** More labels than these are not listed. */
export const LABELS_NAMED = 12;

const inSeconds = (seconds: number) => countWords(Math.max(1, Math.ceil(seconds)), 'second');

function labelUnknown({ labels }: FailureOf<'labelUnknown'>, show: Show): string {
  if (labels.length === 0) return 'I know no label of that name, and could read none of this tenant’s labels.';
  const named = labels.slice(0, LABELS_NAMED).map((label) => `“${show(label)}”`);
  const more = labels.length > named.length ? [`${labels.length - named.length} more`] : [];
  return `I know no label of that name. This tenant’s labels are ${listWords([...named, ...more])}.`;
}

const FAILURE_WORDS: FailureWords = {
  askedTooOften: ({ seconds }) => `You have asked often just now. Please ask again in ${inSeconds(seconds)}.`,
  botQuota: ({ seconds }) => `Many people are asking me just now. Please ask again in ${inSeconds(seconds)}.`,
  cpuQuota: () =>
    'Defender has no computing time left for hunting in this tenant just now. Please ask again in 15 minutes.',
  timedOut: () => 'Defender took too long over this question. Please ask about a shorter time, or narrow it down.',
  sharingOff: () =>
    'Insider Risk Management shares no data with Defender, so there is nothing to search. An administrator can switch it on in the Purview portal under Insider Risk Management settings, Data sharing.',
  tooLarge: () => 'The answer is larger than Defender gives out. Please ask about a shorter time, or narrow it down.',
  unavailable: () => 'Microsoft Graph cannot be reached just now. Please ask again in a few minutes.',
  forbidden: () =>
    'I am not permitted to hunt. An administrator can grant me the Microsoft Graph permission ThreatHunting.Read.All.',
  labelUnknown,
  notAnswerable: () => 'I understood the question, but the data that Defender holds cannot answer it.',
  nameNotHere: () =>
    'Naming a person is for investigators in personal chat with me. Please use the alias, such as Person K7F2, or the alert’s number.',
  aboutYourself: () => 'Nobody can ask me about themselves, whatever their role.',
  aliasUnknown: () => 'I know nobody by that alias.',
  alertUnknown: () => 'I know no alert with that number.',
  noSubject: () => 'That alert names no person, so there is nobody to ask about.',
};

/** The sentence for a failure; `show` is the sink of the place where it will stand. */
export function huntingFailureWords(failure: HuntingFailure, show: Show): string {
  // The table is exhaustive and keyed by the failure's own code, which the compiler cannot carry through a union.
  const words = FAILURE_WORDS[failure.code] as (of: HuntingFailure, sink: Show) => string;
  return words(failure, show);
}
