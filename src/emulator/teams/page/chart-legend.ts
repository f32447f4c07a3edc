// The title above a chart and the legend below it, as text of the page, so that both wrap on a phone.
import { element } from './element.js';
import { figure, listOf, partsOf, seriesOf, stackedSeries, text } from './chart-facts.js';
import { chartColour } from './chart-colours.js';
import type { CardJson } from './view-shapes.js';

interface Entry {
  legend: string;
  colour: string;
}

const parts = (chart: CardJson): Entry[] => partsOf(chart).map(({ x, colour }) => ({ legend: String(x), colour }));

const ENTRIES: Record<string, (chart: CardJson) => Entry[]> = {
  'Chart.Donut': parts,
  'Chart.Pie': parts,
  'Chart.VerticalBar.Grouped': seriesOf,
  'Chart.Line': seriesOf,
  'Chart.HorizontalBar.Stacked': stackedSeries,
  'Chart.Gauge': (chart) =>
    listOf(chart['segments']).map(({ legend, color, size }, place) => ({
      legend: `${text(legend)}${figure(size) === undefined ? '' : ` (${figure(size)})`}`,
      colour: chartColour(color, chart['colorSet'], place),
    })),
};

/** Their drawing stands in the middle, and so does what explains it. */
const ROUND = ['Chart.Donut', 'Chart.Pie', 'Chart.Gauge'];

export function chartTitle(chart: CardJson): HTMLElement | undefined {
  const title = text(chart['title']);
  if (chart['showTitle'] !== true || title === '') return undefined;
  return element('div', { class: 'chart-title' }, title);
}

/** Undefined where there is nothing to tell apart. */
export function chartLegend(chart: CardJson): HTMLElement | undefined {
  const entries = (ENTRIES[text(chart['type'])]?.(chart) ?? []).filter(({ legend }) => legend !== '');
  if (chart['showLegend'] === false || entries.length === 0) return undefined;
  const items = entries.map(({ legend, colour }) => {
    const swatch = element('span', { class: 'chart-swatch', 'aria-hidden': 'true' });
    swatch.style.background = colour;
    return element('li', {}, swatch, legend);
  });
  return element('ul', { class: `chart-legend${ROUND.includes(text(chart['type'])) ? ' round' : ''}` }, ...items);
}
