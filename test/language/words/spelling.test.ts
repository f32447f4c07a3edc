// Which typing errors are mended, and which words are left alone.
import {
  correctSpelling,
  MENDED_MAX_LETTERS,
  MENDED_MIN_LETTERS,
  REMEMBERED_MAX,
  SWAPPED_MIN_LETTERS,
  TWO_ERRORS_MIN_LETTERS,
} from '../../../src/language/words/spelling';
import { knownWord, mayBeMistyped } from '../../../src/language/words/phrase-book';

const vocabulary = new Set([
  'alert',
  'resolve',
  'exfiltration',
  'false',
  'open',
  'file',
  'closed',
  'close',
  'the',
  'who',
]);

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
  ['exfitlraton', 'exfiltration'],
  ['exfitlrtaoon', null],
  ['esolve', 'resolve'],
  ['opne', 'open'],
  ['poen', 'open'],
  ['openn', 'open'],
  ['opem', null],
  ['opn', null],
  ['filse', 'file'],
  ['alrts', 'alert'],
  ['alertss', 'alert'],
  ['closd', 'closed'],
  ['teh', 'the'],
  ['hwo', null],
  ['form', null],
  ['forms', null],
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

test('a swap of two letters, or a letter doubled, is mended in shorter words too', () => {
  const known = (length: number) => 'qrstuv'.slice(0, length);
  const swapped = (length: number) =>
    known(length).slice(0, -2) + known(length).slice(-1) + known(length).slice(-2, -1);
  const mended = (word: string, length: number) => correctSpelling(word, new Set([known(length)]));
  expect(mended(swapped(SWAPPED_MIN_LETTERS), SWAPPED_MIN_LETTERS)).toBe(known(SWAPPED_MIN_LETTERS));
  expect(mended(`${known(SWAPPED_MIN_LETTERS)}t`, SWAPPED_MIN_LETTERS)).toBe(known(SWAPPED_MIN_LETTERS));
  expect(mended(swapped(SWAPPED_MIN_LETTERS - 1), SWAPPED_MIN_LETTERS - 1)).toBeNull();
});

test.each([
  ['shwo', 'show'],
  ['tiems', 'time'],
  ['hwere', 'where'],
  ['informationl', 'informational'],
  ['progess', 'progress'],
  ['acount', 'account'],
])('of the words near %s, the one with the commoner error is meant: %s', (word, meant) => {
  expect(knownWord(word)).toEqual({ word: meant, exact: false });
});

test.each(['francis', 'landon', 'spawn', 'stain'])('%s is not taken for a place', (word) => {
  expect(knownWord(word)).toBeNull();
});

test.each([
  ['uer', true],
  ['hgh', true],
  ['snce', true],
  ['user', false],
  ['ben', false],
  ['alex', false],
])('%s may be a word of ours with a letter missed: %s', (word, may) => {
  expect(mayBeMistyped(word)).toBe(may);
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
