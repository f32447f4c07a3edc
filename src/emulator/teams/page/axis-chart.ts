// Bars and lines as chart.js configurations.
import type { ChartConfiguration } from 'chart.js';
import { lineLetters, nameLines } from './bar-names.js';
import { barValues } from './bar-values.js';
import { barsOf, figure, seriesOf, stackedSeries, text, type Point, type Series } from './chart-facts.js';
import type { CardJson } from './view-shapes.js';

const INK = '#616161';
const GRID = '#ebebeb';
const REST = '#ebebeb';
const WIDEST_BAR = 36;
const grouped = new Intl.NumberFormat('en');

const base = { animation: false, maintainAspectRatio: false, responsive: true } as const;

/** A title that is not given takes no room. */
function axis(chart: CardJson, which: 'xAxisTitle' | 'yAxisTitle', lines: boolean) {
  const words = text(chart[which]);
  return {
    title: { display: words !== '', text: words, color: INK },
    grid: { display: lines, color: GRID },
    border: { display: !lines, color: GRID },
    ticks: { color: INK, precision: 0 },
  };
}

function heights(chart: CardJson) {
  const [min, max] = [figure(chart['yMin']), figure(chart['yMax'])];
  return {
    ...axis(chart, 'yAxisTitle', true),
    beginAtZero: min === undefined,
    ...(min !== undefined && { suggestedMin: min }),
    ...(max !== undefined && { suggestedMax: max }),
  };
}

const categories = (all: readonly Series[]) => [...new Set(all.flatMap(({ points }) => points.map(({ x }) => x)))];
const along = (names: readonly (string | number)[], { points }: Series) =>
  names.map((name) => points.find(({ x }) => x === name)?.y ?? null);

export function verticalConfig(chart: CardJson): ChartConfiguration<'bar'> {
  const bars = barsOf(chart);
  const valued = chart['showBarValues'] === true;
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ x }) => x),
      datasets: [{ data: bars.map(({ y }) => y), backgroundColor: bars.map(({ colour }) => colour), ...barShape }],
    },
    options: {
      ...base,
      layout: { padding: { top: valued ? 16 : 4 } },
      plugins: { legend: { display: false } },
      scales: { x: axis(chart, 'xAxisTitle', false), y: heights(chart) },
    },
    plugins: valued ? [barValues((index) => (bars[index] ? grouped.format(bars[index].y) : ''))] : [],
  };
}

const barShape = { maxBarThickness: WIDEST_BAR, borderRadius: 2 } as const;

export function groupedConfig(chart: CardJson): ChartConfiguration<'bar'> {
  const series = seriesOf(chart);
  const names = categories(series);
  const stacked = chart['stacked'] === true;
  return {
    type: 'bar',
    data: {
      labels: names,
      datasets: series.map((one) => ({
        label: one.legend,
        data: along(names, one),
        backgroundColor: one.colour,
        ...barShape,
      })),
    },
    options: {
      ...base,
      plugins: { legend: { display: false } },
      scales: { x: { ...axis(chart, 'xAxisTitle', false), stacked }, y: { ...heights(chart), stacked } },
    },
  };
}

/** The axis of names beside lying bars. */
function nameAxis(names: readonly string[]) {
  return {
    ...axis({}, 'yAxisTitle', false),
    ticks: {
      color: INK,
      autoSkip: false,
      callback(this: { chart: { width: number } }, _: unknown, index: number) {
        return nameLines(names[index] ?? '', lineLetters(this.chart.width));
      },
    },
  };
}

export function lyingConfig(chart: CardJson): ChartConfiguration<'bar'> {
  const bars = barsOf(chart);
  const mode = text(chart['displayMode']) || 'AbsoluteWithAxis';
  const whole = bars.reduce((sum, { y }) => sum + y, 0);
  const ofWhole = mode === 'PartToWhole';
  const words = ({ y }: Point) => (ofWhole ? `${Math.round((y / (whole || 1)) * 100)}%` : grouped.format(y));
  const datasets = [{ data: bars.map(({ y }) => y), backgroundColor: bars.map(({ colour }) => colour), ...barShape }];
  const rest = { ...barShape, data: bars.map(({ y }) => whole - y), backgroundColor: bars.map(() => REST) };
  return {
    type: 'bar',
    data: { labels: bars.map(({ x }) => String(x)), datasets: ofWhole ? [...datasets, rest] : datasets },
    options: {
      ...base,
      indexAxis: 'y',
      layout: { padding: { right: 36 } },
      plugins: { legend: { display: false } },
      scales: {
        x: {
          ...axis(chart, 'xAxisTitle', mode === 'AbsoluteWithAxis'),
          display: mode === 'AbsoluteWithAxis',
          stacked: ofWhole,
        },
        y: { ...nameAxis(bars.map(({ x }) => String(x))), stacked: ofWhole },
      },
    },
    plugins: [barValues((index) => (bars[index] ? words(bars[index]) : ''))],
  };
}

export function stackedConfig(chart: CardJson): ChartConfiguration<'bar'> {
  const series = stackedSeries(chart);
  const names = (series[0]?.points ?? []).map(({ x }) => String(x));
  return {
    type: 'bar',
    data: {
      labels: names,
      datasets: series.map(({ legend, colour, points }) => ({
        label: legend,
        data: points.map(({ y }) => y),
        backgroundColor: colour,
        ...barShape,
        borderRadius: 0,
      })),
    },
    options: {
      ...base,
      indexAxis: 'y',
      plugins: { legend: { display: false } },
      scales: { x: { ...axis(chart, 'xAxisTitle', true), stacked: true }, y: { ...nameAxis(names), stacked: true } },
    },
  };
}
