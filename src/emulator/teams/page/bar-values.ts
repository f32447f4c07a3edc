// Writes each bar's figure at its end.
import type { Chart, Plugin } from 'chart.js';

const GAP_PX = 4;
const INK = '#424242';

/** `words` gets the place in the first series; bars without words stay bare. */
export function barValues(words: (index: number) => string): Plugin<'bar'> {
  return {
    id: 'barValues',
    afterDatasetsDraw(chart: Chart<'bar'>) {
      const lying = chart.options.indexAxis === 'y';
      const { ctx } = chart;
      ctx.save();
      ctx.fillStyle = INK;
      ctx.font = `600 11px ${String(chart.options.font?.family ?? 'sans-serif')}`;
      ctx.textAlign = lying ? 'left' : 'center';
      ctx.textBaseline = lying ? 'middle' : 'bottom';
      chart.getDatasetMeta(0).data.forEach((bar, index) => {
        const { x, y } = bar.getProps(['x', 'y'], true);
        ctx.fillText(words(index), lying ? Math.min(x + GAP_PX, chart.width) : x, lying ? y : y - GAP_PX);
      });
      ctx.restore();
    },
  };
}
