import { drawHuntingCard } from '../../src/cards/hunting-card';
import { CHART_BARS_MAX, DONUT_PARTS_MAX, huntingCharts } from '../../src/cards/hunting-chart';
import type { HuntingRow } from '../../src/domain/disclose-hunting';
import { Untrusted } from '../../src/domain/untrusted';
import { aHuntingAnswer, daysOf, figures, ranked, type AnswerOver } from '../builders/hunting-answer';
import { asOldClient, elementsOf, objectsIn, wordsOf } from './card-walk';

const chartsOf = (over: AnswerOver) => {
  const card = drawHuntingCard(aHuntingAnswer(over), 'ref-1');
  return objectsIn(card).filter(({ type }) => String(type).startsWith('Chart.'));
};
const typesOf = (over: AnswerOver) => chartsOf(over).map(({ type }) => type);

/** Rows of so many files each. */
const parts = (...counts: number[]): HuntingRow[] =>
  counts.map((files, index) => ({ key: Untrusted.of(`part ${index}`), figures: figures(files) }));

test('days are a line over true dates, from zero', () => {
  const [chart] = chartsOf({ days: daysOf([2, 0, 11]) });
  expect(chart).toMatchObject({
    type: 'Chart.Line',
    title: 'Files by day',
    showTitle: true,
    xAxisTitle: 'Day (UTC)',
    yAxisTitle: 'Files',
    yMin: 0,
    data: [
      {
        legend: 'Files',
        values: [
          { x: '2026-03-09', y: 2 },
          { x: '2026-03-10', y: 0 },
          { x: '2026-03-11', y: 11 },
        ],
      },
    ],
  });
});

test('a ranking is bars, a question by day a line', () => {
  expect(typesOf({ asked: { groupBy: 'domain' }, rows: parts(3, 2) })).toEqual(['Chart.HorizontalBar']);
  expect(typesOf({ asked: { groupBy: 'day' }, rows: parts(3, 2) })).toEqual(['Chart.Line']);
});

test('few parts that make up the whole are a ring with the whole in its middle', () => {
  const [chart] = chartsOf({ asked: { groupBy: 'label' }, rows: parts(9, 6, 3), total: figures(18) });
  expect(chart).toMatchObject({
    type: 'Chart.Donut',
    value: '18',
    data: [
      { legend: 'part 0', value: 9 },
      { legend: 'part 1', value: 6 },
      { legend: 'part 2', value: 3 },
    ],
  });
});

const LABELS = { groupBy: 'label' } as const;

test.each<[string, AnswerOver]>([
  ['a file that stands in two parts', { asked: LABELS, rows: parts(9, 6), total: figures(14) }],
  ['parts that are not all there', { asked: LABELS, rows: parts(9, 6), rowsInAll: 3, total: figures(15) }],
  ['too many parts', { asked: LABELS, rows: parts(...Array<number>(DONUT_PARTS_MAX + 1).fill(1)), total: figures(6) }],
  ['what are no parts of a whole', { asked: { groupBy: 'account' }, rows: parts(9, 6), total: figures(15) }],
])('%s makes bars, never a ring that shows false shares', (_what, over) => {
  expect(typesOf(over)).toEqual(['Chart.HorizontalBar']);
});

test.each<[string, AnswerOver]>([
  ['a single row', { asked: { groupBy: 'domain' }, rows: parts(3) }],
  ['a single day', { days: daysOf([3]) }],
  ['no days', { days: null }],
  ['nothing found', { total: figures(0, 0), days: daysOf([0, 0, 0]) }],
])('%s is no chart', (_what, over) => {
  expect(typesOf(over)).toEqual([]);
});

test.each<[string, AnswerOver, string, string]>([
  [
    'a line',
    { days: daysOf([2, 0, 1_100]) },
    'Files by day',
    '9\u00a0Mar:\u00a02, 10\u00a0Mar:\u00a00, 11\u00a0Mar:\u00a01,100',
  ],
  ['bars', { asked: { groupBy: 'domain' }, rows: parts(3, 2) }, 'Files by domain', 'part 0: 3, part 1: 2'],
  ['a ring', { asked: LABELS, rows: parts(3, 2), total: figures(5) }, 'Files by label', 'part 0: 3, part 1: 2'],
])('a client without charts reads the figures of %s', (_what, over, title, text) => {
  const card = asOldClient(drawHuntingCard(aHuntingAnswer(over), 'ref-1'));
  expect(elementsOf(card, 'Chart.Line')).toEqual([]);
  expect(wordsOf(card).split('\n')).toEqual(expect.arrayContaining([title, text]));
});

test('whoever hears the card is told the highest day beside the line', () => {
  const words = wordsOf(drawHuntingCard(aHuntingAnswer({ days: daysOf([2, 21, 11]) }), 'ref-1'));
  expect(words).toContain('Most on 10 March 2026: 21 files.');
});

test('days left out are the earliest and are counted, and the highest day is still that of all', () => {
  const view = aHuntingAnswer({ days: daysOf([21, 2, 3, 4]) });
  expect(huntingCharts(view, { rows: 3, days: 2, names: 12 })).toMatchObject({
    lineCharts: [{ points: [{ x: '2026-03-10' }, { x: '2026-03-11' }] }],
    peaks: [{ text: 'Most on 8 March 2026: 21 files.' }, { text: '2 earlier days, not shown here.' }],
  });
});

test('a reader still tells the bars apart', () => {
  const names = Array.from({ length: 20 }, (_, index) => `host-${index}.example`);
  const [chart] = chartsOf({ asked: { groupBy: 'domain' }, rows: ranked(names) });
  expect(chart?.['data']).toHaveLength(CHART_BARS_MAX);
});

test('a row without a key stands as not given', () => {
  const rows = [...parts(3), { key: null, figures: figures(2) }];
  const [chart] = chartsOf({ asked: { groupBy: 'device' }, rows });
  expect(chart).toMatchObject({
    data: [
      { x: 'part 0', y: 3 },
      { x: 'not given', y: 2 },
    ],
  });
});

test('behaviours are drawn by behaviours, and events where no file is named', () => {
  expect(chartsOf({ counts: 'behaviors', days: daysOf([2, 3]) })).toMatchObject([{ title: 'Behaviours by day' }]);
  const browsing = { total: figures(0, 1, 5), rows: parts(0, 0), asked: { groupBy: 'domain' } } as const;
  expect(chartsOf(browsing)).toMatchObject([{ title: 'Events by domain' }]);
});
