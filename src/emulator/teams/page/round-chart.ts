// Donut, pie and gauge as chart.js configurations. What stands in their middle is text of the page.
import type { ChartConfiguration, Plugin } from 'chart.js';
import { chartColour } from './chart-colours.js';
import { figure, listOf, partsOf, text } from './chart-facts.js';
import { gaugeMax } from './chart-words.js';
import type { CardJson } from './view-shapes.js';

const REST = '#e8e8e8';
const NEEDLE = '#242424';

function round(values: number[], colours: string[], labels: string[], cutout: string): ChartConfiguration<'doughnut'> {
  return {
    type: 'doughnut',
    data: { labels, datasets: [{ data: values, backgroundColor: colours, borderColor: '#ffffff', borderWidth: 2 }] },
    options: {
      cutout,
      animation: false,
      maintainAspectRatio: false,
      responsive: true,
      plugins: { legend: { display: false } },
    },
  };
}

export function donutConfig(chart: CardJson): ChartConfiguration<'doughnut'> {
  const parts = partsOf(chart);
  const hole = chart['type'] === 'Chart.Pie' ? '0%' : chart['thickness'] === 'Thin' ? '80%' : '66%';
  return round(
    parts.map(({ y }) => y),
    parts.map(({ colour }) => colour),
    parts.map(({ x }) => String(x)),
    hole,
  );
}

/** A half ring of segments with a needle; without segments the reached part of it is filled. */
export function gaugeConfig(chart: CardJson): ChartConfiguration<'doughnut'> {
  const [min, max] = [figure(chart['min']) ?? 0, gaugeMax(chart)];
  const value = Math.min(Math.max(figure(chart['value']) ?? min, min), max);
  const segments = listOf(chart['segments']).filter(({ size }) => (figure(size) ?? 0) > 0);
  const plain = round([value - min, max - value], [chartColour(undefined, 'categorical', 0), REST], ['', ''], '72%');
  const config =
    segments.length === 0
      ? plain
      : round(
          segments.map(({ size }) => figure(size) ?? 0),
          segments.map(({ color }, place) => chartColour(color, chart['colorSet'], place)),
          segments.map(({ legend }) => text(legend)),
          '72%',
        );
  const share = max === min ? 0 : (value - min) / (max - min);
  const options = { ...config.options, rotation: -90, circumference: 180, plugins: { legend: { display: false } } };
  return { ...config, options, plugins: chart['showNeedle'] === false ? [] : [needle(share)] };
}

/** `share` from 0 (left) to 1 (right). */
function needle(share: number): Plugin<'doughnut'> {
  return {
    id: 'needle',
    afterDatasetsDraw(chart) {
      const arc = chart.getDatasetMeta(0).data[0];
      if (!arc) return;
      const { x, y, innerRadius, outerRadius } = arc.getProps(['x', 'y', 'innerRadius', 'outerRadius'], true) as Ring;
      const { ctx } = chart;
      ctx.save();
      ctx.translate(x, y);
      ctx.rotate(Math.PI * (share - 1));
      ctx.fillStyle = NEEDLE;
      ctx.beginPath();
      ctx.moveTo(innerRadius - 6, -3);
      ctx.lineTo(outerRadius + 2, 0);
      ctx.lineTo(innerRadius - 6, 3);
      ctx.closePath();
      ctx.fill();
      ctx.restore();
    },
  };
}

interface Ring {
  x: number;
  y: number;
  innerRadius: number;
  outerRadius: number;
}
