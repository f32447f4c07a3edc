// Which typing errors are mended, and which words are left alone.
import {
  correctSpelling,
  MENDED_MAX_LETTERS,
  MENDED_MIN_LETTERS,
  REMEMBERED_MAX,
  TWO_ERRORS_MIN_LETTERS,
} from '../../../src/language/words/spelling';
import { knownWord } from '../../../src/language/words/phrase-book';

const vocabulary = new Set(['alert', 'resolve', 'exfiltration', 'false', 'open']);

test.each([
  ['aler', null],
  ['alrt', null],
  ['alertt', 'alert'],
  ['aelrt', 'alert'],
  ['laert', 'alert'],
  ['olert', null],
  ['reslove', 'resolve'],
  ['resovle', 'resolve'],
  ['rsolve', 'resolve'],
  ['rxsolvx', null],
  ['exfltraton', 'exfiltration'],
  ['exfltrat', null],
  ['flase', 'false'],
  ['alert1', null],
])('%s is mended to %s', (word, mended) => {
  expect(correctSpelling(word, vocabulary)).toBe(mended);
});

test('a word needs so many letters to be mended, and more for a second error', () => {
  const known = (length: number) => 'abcdefghijklmnopqrstuvwxyz'.slice(0, length);
  const mended = (word: string, length: number) => correctSpelling(word, new Set([known(length)]));
  expect(mended(`${known(MENDED_MIN_LETTERS - 1)}z`, MENDED_MIN_LETTERS)).toBe(known(MENDED_MIN_LETTERS));
  expect(mended(`${known(MENDED_MIN_LETTERS - 2)}z`, MENDED_MIN_LETTERS - 1)).toBeNull();
  const two = TWO_ERRORS_MIN_LETTERS;
  expect(mended(`${known(two - 2)}xx`, two)).toBe(known(two));
  expect(mended(`${known(two - 3)}xx`, two - 1)).toBeNull();
  expect(mended(`${known(MENDED_MAX_LETTERS - 1)}z`, MENDED_MAX_LETTERS)).toBe(known(MENDED_MAX_LETTERS));
  expect(mended(`${known(MENDED_MAX_LETTERS)}z`, MENDED_MAX_LETTERS + 1)).toBeNull();
});

test.each(['three', 'clone', 'there', 'police', 'smart', 'allen', 'parker'])('%s is a word of its own', (word) => {
  const known = knownWord(word);
  expect(known === null || known.exact).toBe(true);
});

test('more words than are remembered are mended all the same', () => {
  const letters = 'abcdefghij';
  const word = (n: number) => `qq${[...String(n).padStart(4, '0')].map((figure) => letters[Number(figure)]).join('')}`;
  for (let n = 0; n <= REMEMBERED_MAX; n += 1) expect(correctSpelling(word(n), vocabulary)).toBeNull();
  expect(correctSpelling('reslove', vocabulary)).toBe('resolve');
});
