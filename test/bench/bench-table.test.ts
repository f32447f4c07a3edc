import { reportText, tableLines } from '../../src/bench/bench-table';
import { rowWith } from './row-builder';

const MarkdownIt = require('markdown-it') as new () => { render(text: string): string };

const rows = [
  rowWith({
    what: 'start to ready',
    figure: 1853.4,
    baseline: { name: 'loading alone', figure: 1116 },
    goal: { is: 'timesWorseUpTo', times: 1.5 },
  }),
  rowWith({
    what: 'memory',
    unit: 'MB',
    figure: 98.76,
    baseline: { name: 'loading alone', figure: 9.876 },
    goal: { is: 'figureUpTo', figure: 300 },
  }),
  rowWith({ what: 'throughput', unit: 'requests/s', figure: 500, baseline: { name: 'echo', figure: 250 } }),
  rowWith({
    what: 'reading',
    unit: 'sentences/s',
    figure: 900,
    baseline: { name: 'dates', figure: 1800 },
    goal: { is: 'figureFrom', figure: 1000 },
  }),
];

/** The cells as a Markdown reader sees them, row by row. */
function cellsOf(text: string): string[][] {
  const html = new MarkdownIt().render(text);
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell),
  );
}

test('the table is Markdown and says figure, baseline, how much worse, goal and whether it is met', () => {
  expect(cellsOf(tableLines(rows).join('\n'))).toEqual([
    ['row', 'figure', 'baseline', 'its figure', 'times worse', 'goal', 'met'],
    ['start to ready', '1853 ms', 'loading alone', '1116 ms', '1.66', 'up to 1.50', 'NO'],
    ['memory', '98.8 MB', 'loading alone', '9.88 MB', '10.00', 'up to 300 MB', 'yes'],
    ['throughput', '500 requests/s', 'echo', '250 requests/s', '0.50', '–', '–'],
    ['reading', '900 sentences/s', 'dates', '1800 sentences/s', '2.00', 'from 1000 sentences/s', 'NO'],
  ]);
});

test('all lines are equally long, so that the table can be read without a Markdown reader', () => {
  expect(new Set(tableLines(rows).map((line) => line.length)).size).toBe(1);
});

test('the report opens with the machine and ends with what could not be measured', () => {
  const text = reportText({ rows, unmeasured: [{ what: 'ready', reason: 'not within 30 s' }] }, '2 cores');
  expect(text.startsWith('2 cores\n\n| row')).toBe(true);
  expect(text.endsWith('\n\nnot measured: ready (not within 30 s)\n')).toBe(true);
});

test('a report without any figures has no empty table', () => {
  expect(reportText({ rows: [], unmeasured: [{ what: 'ready', reason: 'why' }] }, 'm')).toBe(
    'm\n\nnot measured: ready (why)\n',
  );
});
