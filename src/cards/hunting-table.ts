// The ranking of a hunting answer as a table: place and key, then the exact figures.
import type { HuntingAnswerView, HuntingRow } from '../domain/disclose-hunting';
import { toTextRun } from '../domain/untrusted';
import { groupHead, moreRows, NOT_IN_DATA, rankingTitle } from '../domain/wording/answer-card-words';
import { numberWords } from '../domain/wording/figure-words';
import { compactDayWords } from '../domain/wording/window-words';
import { rankMeasure } from './hunting-chart';
import type { CardData } from './template';

type Group = NonNullable<HuntingAnswerView['asked']['groupBy']>;
type Column = { name: string; width: number; align: 'Left' | 'Right'; of: (row: HuntingRow, place: number) => string };

const figure = (name: string, width: number, of: (row: HuntingRow) => number): Column => ({
  name,
  width,
  align: 'Right',
  of: (row) => numberWords(of(row)),
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function keyWords({ key }: HuntingRow, group: Group, names: number): string {
  if (key === null) return NOT_IN_DATA;
  const text = toTextRun(key, names);
  if (group === 'day' && DAY.test(text)) return compactDayWords(text);
  // A path of labels breaks between its names rather than within one.
  return group === 'label' ? text.replaceAll('/', ' / ') : text;
}

/** Rows that are not shown. Who is named nowhere makes a row in a ranking of people, and is nobody to be counted. */
function hiddenRows({ rows, rowsInAll, total }: HuntingAnswerView, group: Group, shown: readonly HuntingRow[]): number {
  if (group !== 'account') return Math.max(rowsInAll, rows.length) - shown.length;
  const named = (some: readonly HuntingRow[]) => some.filter(({ key }) => key !== null).length;
  return Math.max(total.people, named(rows)) - named(shown);
}

function columnsOf(view: HuntingAnswerView, group: Group, names: number): Column[] {
  const rowsAre = view.counts === 'events' ? 'Events' : 'Behaviours';
  const key: Column = {
    name: groupHead(group),
    width: 6,
    align: 'Left',
    of: (row, place) => `${place}. ${keyWords(row, group, names)}`,
  };
  // In a ranking of people each row is one person.
  const people = group === 'account' ? [] : [figure('People', 2, (row) => row.figures.people)];
  return [
    key,
    // Behaviours hold no files, nor do events that are ranked by themselves.
    ...(rankMeasure(view).measure === 'files' ? [figure('Files', 2, (row) => row.figures.files)] : []),
    ...people,
    figure(rowsAre, rowsAre === 'Events' ? 2 : 3, (row) => row.figures.rows),
  ];
}

/** None without a ranking; at most `rows` rows with `names` graphemes of each key, the rest counted. */
export function rankingTables(view: HuntingAnswerView, amount: { rows: number; names: number }): CardData[] {
  const group = view.asked.groupBy;
  if (group === null || view.rows.length === 0) return [];
  const columns = columnsOf(view, group, amount.names);
  const shown = view.rows.slice(0, amount.rows);
  const hidden = hiddenRows(view, group, shown);
  return [
    {
      title: rankingTitle(group, rankMeasure(view).noun.many),
      columns: columns.map(({ name, width, align }) => ({ name, width, align })),
      rows: shown.map((row, index) => ({ cells: columns.map(({ of }) => ({ text: of(row, index + 1) })) })),
      remarks: hidden > 0 ? [{ text: moreRows(hidden, group) }] : [],
    },
  ];
}
