// A chart in one sentence, for who does not see it: its kind, its title and every figure in it.
import {
  barsOf,
  figure,
  listOf,
  partsOf,
  seriesOf,
  stackedSeries,
  text,
  type Point,
  type Series,
} from './chart-facts.js';
import type { CardJson } from './view-shapes.js';

const KINDS: Record<string, string> = {
  'Chart.Donut': 'Donut chart',
  'Chart.Pie': 'Pie chart',
  'Chart.VerticalBar': 'Bar chart',
  'Chart.VerticalBar.Grouped': 'Grouped bar chart',
  'Chart.HorizontalBar': 'Horizontal bar chart',
  'Chart.HorizontalBar.Stacked': 'Stacked bar chart',
  'Chart.Line': 'Line chart',
  'Chart.Gauge': 'Gauge',
};

const points = (all: readonly Point[]) => all.map(({ x, y }) => `${x} ${y}`).join(', ');
const series = (all: readonly Series[]) => all.map((one) => `${one.legend}: ${points(one.points)}`).join('; ');

const FIGURES: Record<string, (chart: CardJson) => string> = {
  'Chart.Donut': (chart) => points(partsOf(chart)),
  'Chart.Pie': (chart) => points(partsOf(chart)),
  'Chart.VerticalBar': (chart) => points(barsOf(chart)),
  'Chart.HorizontalBar': (chart) => points(barsOf(chart)),
  'Chart.VerticalBar.Grouped': (chart) => series(seriesOf(chart)),
  'Chart.Line': (chart) => series(seriesOf(chart)),
  'Chart.HorizontalBar.Stacked': (chart) => series(stackedSeries(chart)),
  'Chart.Gauge': (chart) =>
    [
      gaugeText(chart),
      text(chart['subLabel']),
      listOf(chart['segments'])
        .map(({ legend }) => text(legend))
        .join(', '),
    ]
      .filter(Boolean)
      .join('; '),
};

export function chartWords(chart: CardJson): string {
  const type = text(chart['type']);
  const title = text(chart['title']);
  return `${KINDS[type] ?? 'Chart'}${title === '' ? '' : `, ${title}`}: ${FIGURES[type]?.(chart) || 'no figures'}.`;
}

/** What stands in the middle of a gauge: `35%` of its range, or `7/20`. */
export function gaugeText(chart: CardJson): string {
  const [value, min, max] = [figure(chart['value']) ?? 0, figure(chart['min']) ?? 0, gaugeMax(chart)];
  if (chart['valueFormat'] === 'Fraction') return `${value}/${max}`;
  return `${Math.round((max === min ? 0 : (value - min) / (max - min)) * 100)}%`;
}

/** The segments reach as far as the gauge does when no end is given. */
export function gaugeMax(chart: CardJson): number {
  const sizes = listOf(chart['segments']).map(({ size }) => figure(size) ?? 0);
  const min = figure(chart['min']) ?? 0;
  return figure(chart['max']) ?? (sizes.length > 0 ? min + sizes.reduce((sum, size) => sum + size, 0) : 100);
}
