// A chart on the page: its title, the drawing, its legend, and one sentence with the same figures for who cannot see
// it. The drawing lives while its element is on the page.
import type * as Charts from 'chart.js';
import { groupedConfig, lyingConfig, stackedConfig, verticalConfig } from './axis-chart.js';
import { listOf, text } from './chart-facts.js';
import { chartLegend, chartTitle } from './chart-legend.js';
import { chartWords, gaugeMax, gaugeText } from './chart-words.js';
import { element } from './element.js';
import { lineConfig } from './line-chart.js';
import { donutConfig, gaugeConfig } from './round-chart.js';
import type { CardJson } from './view-shapes.js';

declare global {
  interface Window {
    /** The browser's build is the class itself; the module's type names what it holds. */
    Chart: typeof Charts.Chart;
  }
}

const UPRIGHT_PX = 230;
const ROUND_PX = 190;
const GAUGE_PX = 130;
const ROW_PX = 34;
const AXIS_PX = 40;

interface Kind {
  config(
    chart: CardJson,
  ): Charts.ChartConfiguration<'bar'> | Charts.ChartConfiguration<'line'> | Charts.ChartConfiguration<'doughnut'>;
  height(chart: CardJson): number;
}

const lying = (chart: CardJson) => Math.max(1, listOf(chart['data']).length) * ROW_PX + AXIS_PX;

const KINDS: Record<string, Kind> = {
  'Chart.Donut': { config: donutConfig, height: () => ROUND_PX },
  'Chart.Pie': { config: donutConfig, height: () => ROUND_PX },
  'Chart.VerticalBar': { config: verticalConfig, height: () => UPRIGHT_PX },
  'Chart.VerticalBar.Grouped': { config: groupedConfig, height: () => UPRIGHT_PX },
  'Chart.HorizontalBar': { config: lyingConfig, height: lying },
  'Chart.HorizontalBar.Stacked': { config: stackedConfig, height: lying },
  'Chart.Line': { config: lineConfig, height: () => UPRIGHT_PX },
  'Chart.Gauge': { config: gaugeConfig, height: () => GAUGE_PX },
};

export const CHART_TYPES = Object.keys(KINDS);

/** Makes the drawing when it comes onto the page and ends it when it leaves. */
class ChartPlot extends HTMLElement {
  chart: CardJson = {};
  private drawing: Charts.Chart | undefined;

  connectedCallback(): void {
    const kind = KINDS[text(this.chart['type'])];
    if (!kind) return;
    const canvas = element('canvas', { role: 'img', 'aria-label': chartWords(this.chart) });
    this.style.height = `${kind.height(this.chart)}px`;
    this.replaceChildren(canvas, ...middleOf(this.chart));
    window.Chart.defaults.font.family = getComputedStyle(this).fontFamily;
    // Each kind's configuration is whole; only their union has no one type that the constructor takes.
    this.drawing = new window.Chart(canvas, kind.config(this.chart) as Charts.ChartConfiguration);
  }

  disconnectedCallback(): void {
    this.drawing?.destroy();
    this.drawing = undefined;
  }
}

customElements.define('chart-plot', ChartPlot);

function middleOf(chart: CardJson): HTMLElement[] {
  const type = text(chart['type']);
  if (type === 'Chart.Donut' && text(chart['value']) !== '') {
    return [element('span', { class: 'chart-middle', 'aria-hidden': 'true' }, text(chart['value']))];
  }
  if (type !== 'Chart.Gauge') return [];
  const below = text(chart['subLabel']);
  const middle = element('span', { class: 'chart-middle low', 'aria-hidden': 'true' }, gaugeText(chart));
  if (below !== '') middle.append(element('small', {}, below));
  return [middle];
}

/** Both ends of a gauge, below its ring. */
function endsOf(chart: CardJson): HTMLElement | undefined {
  if (chart['type'] !== 'Chart.Gauge' || chart['showMinMax'] === false) return undefined;
  const ends = [text(chart['min'] ?? 0), text(gaugeMax(chart))].map((end) => element('span', {}, end));
  return element('div', { class: 'chart-ends', 'aria-hidden': 'true' }, ...ends);
}

export function chartFigure(chart: CardJson): HTMLElement {
  const plot = new ChartPlot();
  plot.chart = chart;
  const figure = element('div', { class: 'chart' });
  if (typeof chart['maxWidth'] === 'string') figure.style.maxWidth = chart['maxWidth'];
  figure.append(...[chartTitle(chart), plot, endsOf(chart), chartLegend(chart)].filter((part) => part !== undefined));
  return figure;
}
