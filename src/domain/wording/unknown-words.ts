// What is said to a sentence that was not understood, or understood and not to be carried out.
import type { UnknownReason } from '../reading';
import type { Saying, UNDERSTOOD_ONLY } from '../saying';

type NotUnderstood = Extract<Saying, { code: 'notUnderstood' }>;

const REASONS: Record<UnknownReason, string> = {
  severalAlerts: 'I take one alert at a time.',
  severalChanges: 'I make one change at a time.',
  severalValues: 'I take one value for each filter, and yours names several.',
  filterWithoutSlot: 'I cannot narrow down by one of the things you named.',
  exclusion: 'I cannot leave anything out of a question.',
  condition: 'I do nothing on a condition.',
  negation: 'I do nothing on a sentence that says what not to do.',
  illegalPair: 'That classification and that determination do not go together in Defender.',
  serviceUnknown: 'I do not know that service by name. Please give its web domain instead.',
  time: 'I could not read the time you named.',
  future: 'The time you named has not come yet.',
  comparison: 'I can compare with the period right before alone.',
  schedule: 'I could not read when that shall run. Once an hour is the most often.',
  tooLong: 'That is longer than I can read.',
};

const orWords = (items: readonly string[]) => {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
};

const FIRST_TRIES = ['show 1042', 'open high alerts', 'hunting summary'];

export function notUnderstoodWords({ because, examples }: NotUnderstood): string {
  const tries = examples === undefined || examples.length === 0 ? FIRST_TRIES : examples;
  const offered = orWords(tries.map((sentence) => `“${sentence}”`));
  const why =
    because === undefined
      ? 'I did not understand that, and nothing was done.'
      : `${REASONS[because]} Nothing was done.`;
  return `${why} You could type ${offered}, or “help”.`;
}

/** Names what was understood, so that nobody rephrases a sentence that was read rightly. */
export const UNDERSTOOD_ONLY_WORDS: Record<(typeof UNDERSTOOD_ONLY)[number], string> = {
  reportTriage: 'You asked how alerts are being handled; I cannot report on that yet, and nothing was done.',
  scheduleReport: 'You asked for a report on a schedule; I cannot run reports by themselves yet, and nothing was done.',
  checkSetup: 'You asked whether everything is set up; I cannot check that yet, and nothing was done.',
};
