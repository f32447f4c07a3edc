// One line of the table: a figure of the product beside the figure of something simpler, measured in the same run.

export type Unit = 'ms' | 'requests/s' | 'sentences/s' | 'rows/s' | 'MB' | 'reads';

/** Either a bound on the figure itself, from above or from below, or on how many times worse than the baseline it may be. */
export type Goal = { is: 'figureUpTo' | 'figureFrom'; figure: number } | { is: 'timesWorseUpTo'; times: number };

export interface BenchRow {
  what: string;
  unit: Unit;
  figure: number;
  baseline: { name: string; figure: number };
  /** Null = told for orientation alone. */
  goal: Goal | null;
}

/** A row whose figures could not be had, with the reason in words. */
export interface UnmeasuredRow {
  what: string;
  reason: string;
}

export interface BenchReport {
  rows: readonly BenchRow[];
  unmeasured: readonly UnmeasuredRow[];
}

export const EXIT_GOAL_MISSED = 1;
export const EXIT_UNMEASURED = 2;

const MORE_IS_BETTER: readonly Unit[] = ['requests/s', 'sentences/s', 'rows/s'];

/** How many times worse the product is than the baseline: 1 = equal, under 1 = better. */
export function timesWorse({ unit, figure, baseline }: Pick<BenchRow, 'unit' | 'figure' | 'baseline'>): number {
  return MORE_IS_BETTER.includes(unit) ? baseline.figure / figure : figure / baseline.figure;
}

/** Null where there is no goal. */
export function isMet(row: BenchRow): boolean | null {
  const { goal } = row;
  if (goal === null) return null;
  if (goal.is === 'timesWorseUpTo') return timesWorse(row) <= goal.times;
  return goal.is === 'figureUpTo' ? row.figure <= goal.figure : row.figure >= goal.figure;
}

/** A missed goal counts with `strict` alone; a row without figures always does. */
export function exitCodeOf({ rows, unmeasured }: BenchReport, strict: boolean): number {
  if (unmeasured.length > 0) return EXIT_UNMEASURED;
  return strict && rows.some((row) => isMet(row) === false) ? EXIT_GOAL_MISSED : 0;
}
