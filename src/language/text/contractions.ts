// Short forms written out, so that the dictionary needs each word once.

const SHORT: Readonly<Record<string, string>> = {
  "what's": 'what is',
  "who's": 'who is',
  "where's": 'where is',
  "how's": 'how is',
  "when's": 'when is',
  "it's": 'it is',
  "that's": 'that is',
  "there's": 'there is',
  "here's": 'here is',
  "let's": 'let us',
  "i'm": 'i am',
  "can't": 'can not',
  "won't": 'will not',
  "shan't": 'shall not',
  cannot: 'can not',
  setup: 'set up',
  whats: 'what is',
  wheres: 'where is',
  hows: 'how is',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  werent: 'were not',
  havent: 'have not',
  hasnt: 'has not',
  cant: 'can not',
  wont: 'will not',
  shouldnt: 'should not',
  couldnt: 'could not',
  wouldnt: 'would not',
  ive: 'i have',
  im: 'i am',
  lets: 'let us',
};
const ENDINGS: readonly [string, string][] = [
  ["n't", 'not'],
  ["'ll", 'will'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'d", 'would'],
];

/** `["do", "not"]` of `don't`; null for a word that is no short form. */
export function writtenOut(word: string): string[] | null {
  const whole = Object.hasOwn(SHORT, word) ? SHORT[word] : undefined;
  if (whole !== undefined) return whole.split(' ');
  const ending = ENDINGS.find(([short]) => word.endsWith(short) && word.length > short.length);
  return ending ? [word.slice(0, -ending[0].length), ending[1]] : null;
}
