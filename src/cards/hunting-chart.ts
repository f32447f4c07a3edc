// The chart of a hunting answer, and the same figures as text for clients that draw no charts.
import type { HuntingAnswerView, HuntingDay, HuntingFigures } from '../domain/disclose-hunting';
import { CHART_LABEL_MAX_GRAPHEMES, toChartLabel, toTextRun } from '../domain/untrusted';
import { chartTitle, earlierDays, NOT_IN_DATA } from '../domain/wording/answer-card-words';
import { figureWords, measured, measureNoun, numberWords } from '../domain/wording/figure-words';
import { dayWords, shortDayWords, zoneWords } from '../domain/wording/window-words';
import type { CardData } from './template';
import { unbroken } from './unbroken';

/** Bars that a reader still tells apart. */
export const CHART_BARS_MAX = 10;
/** A ring of more parts is unreadable: it becomes bars. */
export const DONUT_PARTS_MAX = 5;

/** What a chart may take of a card. `names` = graphemes of a key, never more than a chart's label takes. */
export interface ChartAmount {
  rows: number;
  days: number;
  names: number;
}

/** The groups whose few values are parts of a whole. */
const PARTED: readonly HuntingAnswerView['asked']['groupBy'][] = ['label', 'activity', 'severity', 'department'];

type Measure = keyof HuntingFigures;
type Group = NonNullable<HuntingAnswerView['asked']['groupBy']>;

/** What a ranking is by: files, unless none is named at all. */
export function rankMeasure(view: HuntingAnswerView): { measure: Measure; noun: { one: string; many: string } } {
  if (view.total.files > 0 || view.total.rows === 0) return { measure: 'files', noun: { one: 'file', many: 'files' } };
  return { measure: 'rows', noun: measureNoun(view) };
}

/** Each of the three kinds as a list of none or one, which is what the template repeats. */
export interface Charts {
  lineCharts: CardData[];
  barCharts: CardData[];
  donutCharts: CardData[];
  peaks: CardData[];
}

const NO_CHART: Charts = { lineCharts: [], barCharts: [], donutCharts: [], peaks: [] };

/** Where most happened, beside the line for whoever hears the card instead of seeing it. */
function peakWords(days: readonly HuntingDay[], measure: Measure, noun: { one: string; many: string }): string {
  const peak = days.reduce((most, day) => (day.figures[measure] > most.figures[measure] ? day : most));
  return `Most on ${dayWords(peak.day)}: ${figureWords(peak.figures[measure], noun.one, noun.many)}.`;
}

/** `daysMax` days, the latest; the peak is that of them all. */
function lineChart(view: HuntingAnswerView, days: readonly HuntingDay[], daysMax: number): Charts {
  const measure: Measure = measured(view);
  const noun = measureNoun(view);
  const shown = days.slice(-daysMax);
  // A day and its figure stay on one line.
  const figures = shown.map(({ day, figures: each }) =>
    unbroken(`${shortDayWords(day)}: ${numberWords(each[measure])}`),
  );
  const hidden = days.length - shown.length;
  const chart = {
    title: chartTitle(noun.many, 'day'),
    xAxis: `Day (${zoneWords(view.timeZone)})`,
    yAxis: noun.many.charAt(0).toUpperCase() + noun.many.slice(1),
    points: shown.map(({ day, figures: each }) => ({ x: day, y: each[measure] })),
    figures: figures.join(', '),
  };
  const peaks = [peakWords(days, measure, noun), ...(hidden > 0 ? [earlierDays(hidden)] : [])];
  return { ...NO_CHART, lineCharts: [chart], peaks: peaks.map((text) => ({ text })) };
}

/** Parts make a ring only when they are few, all there, and sum up to the whole: a file may stand in two of them. */
function isRing({ asked, rows, rowsInAll, total }: HuntingAnswerView, measure: Measure): boolean {
  const isFew = rows.length === rowsInAll && rows.length > 1 && rows.length <= DONUT_PARTS_MAX;
  const sum = rows.reduce((all, row) => all + row.figures[measure], 0);
  return PARTED.includes(asked.groupBy) && isFew && sum === total[measure];
}

function rankingChart(view: HuntingAnswerView, group: Group, amount: ChartAmount): Charts {
  const { measure, noun } = rankMeasure(view);
  const names = Math.min(amount.names, CHART_LABEL_MAX_GRAPHEMES);
  const rows = view.rows.slice(0, Math.min(amount.rows, CHART_BARS_MAX));
  const figures = rows.map(({ key, figures: each }) => {
    const name = key === null ? NOT_IN_DATA : toTextRun(key, names);
    return `${name}: ${numberWords(each[measure])}`;
  });
  const chart = {
    title: chartTitle(noun.many, group),
    points: rows.map(({ key, figures: each }) => ({
      x: key === null ? NOT_IN_DATA : toChartLabel(key, names),
      y: each[measure],
    })),
    figures: figures.join(', '),
    middle: numberWords(view.total[measure]),
  };
  return isRing({ ...view, rows }, measure)
    ? { ...NO_CHART, donutCharts: [chart] }
    : { ...NO_CHART, barCharts: [chart] };
}

/** A ring or bars for a ranking of two or more, a line for days; nothing where a chart would show a single figure. */
export function huntingCharts(view: HuntingAnswerView, amount: ChartAmount): Charts {
  const group = view.asked.groupBy;
  if (group !== null && group !== 'day') return view.rows.length > 1 ? rankingChart(view, group, amount) : NO_CHART;
  const hasAny = view.total.rows > 0 && view.days !== null && view.days.length > 1;
  return hasAny ? lineChart(view, view.days ?? [], amount.days) : NO_CHART;
}
