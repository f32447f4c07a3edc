// The report as text: one table that is Markdown too, so that it can be pasted into a page as it is.
import { isMet, timesWorse, type BenchReport, type BenchRow, type Goal, type Unit } from './bench-row';

const HEAD = ['row', 'figure', 'baseline', 'its figure', 'times worse', 'goal', 'met'];
/** Columns of words stand left, columns of figures right. */
const LEFT = [0, 2];

function figureWords(figure: number, unit: Unit): string {
  const digits = figure < 10 ? 2 : figure < 100 ? 1 : 0;
  return `${figure.toFixed(digits)} ${unit}`;
}

function goalWords(goal: Goal | null, unit: Unit): string {
  if (goal === null) return '–';
  if (goal.is === 'timesWorseUpTo') return `up to ${goal.times.toFixed(2)}`;
  return `${goal.is === 'figureUpTo' ? 'up to' : 'from'} ${goal.figure} ${unit}`;
}

function metWords(row: BenchRow): string {
  const met = isMet(row);
  if (met === null) return '–';
  return met ? 'yes' : 'NO';
}

function cellsOf(row: BenchRow): string[] {
  const { what, figure, unit, baseline, goal } = row;
  const own = figureWords(figure, unit);
  const other = figureWords(baseline.figure, unit);
  return [what, own, baseline.name, other, timesWorse(row).toFixed(2), goalWords(goal, unit), metWords(row)];
}

function pad(text: string, width: number, column: number): string {
  return LEFT.includes(column) ? text.padEnd(width) : text.padStart(width);
}

/** Lines of a Markdown table, every column as wide as its widest cell. */
export function tableLines(rows: readonly BenchRow[]): string[] {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const rule = widths.map((width, column) => '-'.repeat(width - 1) + (LEFT.includes(column) ? '-' : ':'));
  const line = (parts: readonly string[]) =>
    `| ${parts.map((part, column) => pad(part, widths[column] ?? 0, column)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(rule), ...body.map(line)];
}

/** The machine, the table and what could not be measured. */
export function reportText(report: BenchReport, machine: string): string {
  const missing = report.unmeasured.map(({ what, reason }) => `not measured: ${what} (${reason})`);
  const table = report.rows.length === 0 ? [] : ['', ...tableLines(report.rows)];
  return [machine, ...table, ...(missing.length === 0 ? [] : ['', ...missing]), ''].join('\n');
}
