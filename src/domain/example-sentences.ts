// Sentences the bot understands, and which of them come nearest to one that it did not. They are fixed: nothing of what
// was typed is ever said back.

export const EXAMPLE_SENTENCES = [
  'show 1042',
  'open high alerts',
  'who sent the most this week',
  'help',
  'who am I',
  'my queue',
  'new alerts since yesterday',
  'unassigned alerts, oldest first',
  'resolved alerts of last week',
  'last 5 alerts',
  'alerts about Person K7F2',
  'open incidents',
  'show incident 77',
  'assign 1042 to me',
  'start 1042',
  'resolve 1042 as false positive, not malicious',
  'reopen 1042',
  'comment on 1042: spoke with the manager',
  'hunting summary',
  'how many files went to Dropbox yesterday',
  'Confidential files sent out in the last 7 days',
  'top 5 domains by uploads this month',
  'files copied to USB since Monday',
  'files printed last week by department',
  'downloads per day this month',
  'uploads this week compared to last week',
  'files blocked by DLP in the last 14 days',
  'unusual behavior in the last 3 days',
  'what did Person K7F2 do around alert 1042',
  'subscribe this channel',
  'send high alerts to this channel',
  'list subscriptions',
  'unsubscribe',
] as const;
export type ExampleSentence = (typeof EXAMPLE_SENTENCES)[number];

export const EXAMPLES_OFFERED = 3;
/** Words beyond these say nothing more about what was meant. */
const WORDS_READ = 200;

const IDLE = new Set(
  'a about an and as at before by could did do for from how i in is it many me of on please that the this to was with would you'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{N}][\p{L}\p{N}.]*/gu;

/** `alerts` and `alert`, `copied` and `copy` are one word; figures say what kind of thing was meant. */
function stem(word: string): string {
  if (/^\d+$/.test(word)) return '0';
  return word
    .replace(/\.+$/, '')
    .replace(/ie[sd]$/, 'y')
    .replace(/(?<=\p{L}{3})(?:s|ed|ing|e|es)$/u, '');
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(WORD) ?? [];
  const telling = words.slice(0, WORDS_READ).filter((word) => !IDLE.has(word));
  return new Set(telling.map(stem));
}

const KNOWN = EXAMPLE_SENTENCES.map((sentence) => ({ sentence, words: wordsOf(sentence) }));
const FREQUENCY = new Map<string, number>();
for (const { words } of KNOWN) for (const word of words) FREQUENCY.set(word, (FREQUENCY.get(word) ?? 0) + 1);

/** A word that few sentences have tells more than one that stands in many. */
function nearness(asked: ReadonlySet<string>, words: ReadonlySet<string>): number {
  const shared = [...words].filter((word) => asked.has(word));
  return shared.reduce((sum, word) => sum + 1 / (FREQUENCY.get(word) ?? 1), 0);
}

/** The three sentences that share the most telling words with the text; with none in common, three to begin with. */
export function nearestExamples(text: string): ExampleSentence[] {
  const asked = wordsOf(text);
  const ranked = KNOWN.map(({ sentence, words }) => ({ sentence, near: nearness(asked, words) }));
  // The sort is stable, so that sentences equally near stand in the order of the catalogue.
  ranked.sort((a, b) => b.near - a.near);
  return ranked.slice(0, EXAMPLES_OFFERED).map(({ sentence }) => sentence);
}
