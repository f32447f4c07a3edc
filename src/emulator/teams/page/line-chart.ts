// Lines as a chart.js configuration. Where every x is a number, or every x a date, the axis is true to scale; one odd
// value turns it into a row of names.
import type { ChartConfiguration } from 'chart.js';
import { NARROW_PX } from './bar-names.js';
import { figure, seriesOf, text, type Series } from './chart-facts.js';
import type { CardJson } from './view-shapes.js';

const INK = '#616161';
const GRID = '#ebebeb';
const DAY_MS = 86_400_000;
/** Steps between the days that are named; fewer on a phone. */
const MOST_STEPS = 6;
const NARROW_MOST_STEPS = 4;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

type Scale = 'numbers' | 'dates' | 'names';

export function scaleOf(series: readonly Series[]): Scale {
  const all = series.flatMap(({ points }) => points.map(({ x }) => x));
  if (all.every((x) => typeof x === 'number')) return 'numbers';
  return all.every((x) => typeof x === 'string' && DATE.test(x)) ? 'dates' : 'names';
}

export function lineConfig(chart: CardJson): ChartConfiguration<'line'> {
  const series = seriesOf(chart);
  const scale = scaleOf(series);
  const names = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => String(x))))];
  const place = (x: string | number) =>
    scale === 'numbers' ? Number(x) : scale === 'dates' ? Date.parse(String(x)) : names.indexOf(String(x));
  return {
    type: 'line',
    data: {
      datasets: series.map(({ legend, colour, points }) => ({
        label: legend,
        data: points.map(({ x, y }) => ({ x: place(x), y })),
        borderColor: colour,
        backgroundColor: colour,
        borderWidth: 2,
        // The first and the last point lie on the edge.
        clip: false,
        pointRadius: points.length > 20 ? 0 : 2.5,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      responsive: true,
      plugins: {
        legend: { display: false },
        tooltip: { callbacks: { title: ([item]) => nameAt(scale, names, item?.parsed.x ?? 0) } },
      },
      scales: { x: { type: 'linear', ...along(chart, scale, names, series) }, y: heights(chart) },
    },
  };
}

function nameAt(scale: Scale, names: readonly string[], at: number): string {
  if (scale === 'names') return names[at] ?? '';
  if (scale === 'numbers') return String(at);
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

function along(chart: CardJson, scale: Scale, names: readonly string[], series: readonly Series[]) {
  const words = text(chart['xAxisTitle']);
  const places = scale === 'dates' ? names.map((name) => Date.parse(name)) : names.map((_, index) => index);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const unit = scale === 'dates' ? DAY_MS : 1;
  const stepIn = (widthPx: number) => {
    const most = widthPx < NARROW_PX ? NARROW_MOST_STEPS : MOST_STEPS;
    return Math.max(1, Math.ceil((last - first) / unit / most)) * unit;
  };
  const stepped = scale !== 'numbers' && series.length > 0 && names.length > 0;
  return {
    title: { display: words !== '', text: words, color: INK },
    grid: { display: false },
    border: { color: GRID },
    ...(stepped && {
      min: first,
      max: last,
      // The library would spread its marks evenly over the axis, between the days that they name.
      afterBuildTicks: (axis: { ticks: { value: number }[]; chart: { width: number } }) => {
        const step = stepIn(axis.chart.width);
        axis.ticks = places.filter((at) => (at - first) % step === 0).map((value) => ({ value }));
      },
    }),
    ticks: {
      color: INK,
      maxRotation: 0,
      callback: (at: string | number) => nameAt(scale, names, Number(at)),
    },
  };
}

function heights(chart: CardJson) {
  const [min, max] = [figure(chart['yMin']), figure(chart['yMax'])];
  const words = text(chart['yAxisTitle']);
  return {
    title: { display: words !== '', text: words, color: INK },
    grid: { color: GRID },
    border: { display: false },
    ticks: { color: INK, precision: 0 },
    beginAtZero: min === undefined,
    ...(min !== undefined && { suggestedMin: min }),
    ...(max !== undefined && { suggestedMax: max }),
  };
}
