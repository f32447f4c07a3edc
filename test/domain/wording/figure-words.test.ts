import { comparisonWords, figureWords, measured, measureNoun } from '../../../src/domain/wording/figure-words';
import { aHuntingAnswer, figures, type AnswerOver } from '../../builders/hunting-answer';

const BEFORE = { from: '2026-02-25T10:00:00Z', to: '2026-03-04T10:00:00Z' };

/** The same question with so many files now and before. */
const compared = (now: number, before: number, over: AnswerOver = {}) =>
  comparisonWords(
    aHuntingAnswer({ total: figures(now), previous: { window: BEFORE, total: figures(before) }, ...over }),
  );

test.each([
  [54, 23, '54 files, 31 more than in the 7 days before (23): +135 %'],
  [12, 23, '12 files, 11 fewer than in the 7 days before (23): −48 %'],
  [0, 23, 'No files, 23 fewer than in the 7 days before (23): −100 %'],
  [1, 2, '1 file, 1 fewer than in the 7 days before (2): −50 %'],
  [54, 0, '54 files; none in the 7 days before'],
  [0, 0, 'No files; none in the 7 days before'],
  [23, 23, '23 files, as many as in the 7 days before'],
  [10_001, 10_000, '10,001 files, 1 more than in the 7 days before (10,000): less than 1 %'],
  [250_000, 1_000, '250,000 files, 249,000 more than in the 7 days before (1,000): +24,900 %'],
])('%i now and %i before is said as “%s”', (now, before, words) => {
  expect(compared(now, before)).toBe(words);
});

test('a question without a comparison has no sentence of one', () => {
  expect(comparisonWords(aHuntingAnswer())).toBeNull();
});

test('the length that is said is that of the period before', () => {
  const window = { from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' };
  expect(compared(5, 0, { previous: { window, total: figures(0) } })).toBe('5 files; none in the 28 days before');
});

test('an odd number of minutes is no length that anybody names', () => {
  const window = { from: '2026-03-06T20:56:00Z', to: '2026-03-09T00:00:00Z' };
  expect(compared(209, 62, { previous: { window, total: figures(62) } })).toBe(
    '209 files, 147 more than in the same length of time before (62): +237 %',
  );
});

test('behaviours are compared with behaviours, and events where neither period names a file', () => {
  const previous = { window: BEFORE, total: figures(0, 1, 4) };
  expect(compared(0, 0, { counts: 'behaviors', total: figures(9, 1, 6), previous })).toMatch(/^6 behaviours, 2 more/);
  expect(compared(0, 0, { total: figures(0, 1, 1), previous })).toMatch(/^1 event, 3 fewer/);
  expect(compared(0, 0, { total: figures(0, 1, 6), previous: { window: BEFORE, total: figures(3, 1, 4) } })).toMatch(
    /^No files, 3 fewer/,
  );
});

test('files answer a question about events as long as there are any, and where there is nothing at all', () => {
  const shown = [figures(3, 1, 9), figures(0, 1, 9), figures(0, 0, 0)].map((total) => aHuntingAnswer({ total }));
  expect(shown.map(measured)).toEqual(['files', 'rows', 'files']);
  expect(shown.map((view) => measureNoun(view).one)).toEqual(['file', 'event', 'file']);
});

test('one is said in the singular, thousands are set apart', () => {
  expect([0, 1, 1_234_567].map((count) => figureWords(count, 'file', 'files'))).toEqual([
    '0 files',
    '1 file',
    '1,234,567 files',
  ]);
});
