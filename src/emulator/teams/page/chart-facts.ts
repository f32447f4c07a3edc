// Reads a chart of a card into what is drawn and said of it: named series of points. Figures that are none are left
// out, as a client would.
import { chartColour } from './chart-colours.js';
import type { CardJson } from './view-shapes.js';

export interface Point {
  /** Category, or the name of a part. */
  x: string | number;
  y: number;
  colour: string;
}

export interface Series {
  legend: string;
  colour: string;
  points: Point[];
}

export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
export const figure = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

export function listOf(value: unknown): CardJson[] {
  return Array.isArray(value) ? value.filter((one): one is CardJson => typeof one === 'object' && one !== null) : [];
}

/** `legend` and `value` of each part of a whole. */
export function partsOf(chart: CardJson): Point[] {
  return listOf(chart['data']).flatMap(({ legend, value, color }, place) => {
    const y = figure(value);
    return y === undefined ? [] : [{ x: text(legend), y, colour: chartColour(color, chart['colorSet'], place) }];
  });
}

/** `x` and `y` of each bar; bars share the chart's colour unless they name their own. */
export function barsOf(chart: CardJson): Point[] {
  return pointsOf(listOf(chart['data']), chart['color'], chart['colorSet'], 0);
}

/** Series with `values` of `x` and `y`. */
export function seriesOf(chart: CardJson): Series[] {
  return listOf(chart['data']).map(({ legend, values, color }, place) => {
    const points = pointsOf(listOf(values), color, chart['colorSet'], place);
    return { legend: text(legend), colour: chartColour(color, chart['colorSet'], place), points };
  });
}

function pointsOf(entries: CardJson[], own: unknown, set: unknown, place: number): Point[] {
  return entries.flatMap(({ x, y, color }) => {
    const height = figure(y);
    if (height === undefined) return [];
    return [{ x: figure(x) ?? text(x), y: height, colour: chartColour(color ?? own, set, place) }];
  });
}

/** Rows of parts turned into series: one for each legend, with a point for each row. */
export function stackedSeries(chart: CardJson): Series[] {
  const rows = listOf(chart['data']);
  const legends = [...new Set(rows.flatMap((row) => listOf(row['data']).map((part) => text(part['legend']))))];
  return legends.map((legend, place) => {
    const parts = rows.map((row) => listOf(row['data']).find((part) => text(part['legend']) === legend));
    const colour = chartColour(
      parts.find((part) => part?.['color'] !== undefined)?.['color'],
      chart['colorSet'],
      place,
    );
    const points = rows.map((row, index) => ({
      x: text(row['title']),
      y: figure(parts[index]?.['value']) ?? 0,
      colour,
    }));
    return { legend, colour, points };
  });
}
