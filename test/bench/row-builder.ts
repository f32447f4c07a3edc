// A row of the benchmarks' table for tests, with what the test says about it.
import type { BenchRow } from '../../src/bench/bench-row';

export function rowWith(given: Partial<BenchRow>): BenchRow {
  return { what: 'a row', unit: 'ms', figure: 1, baseline: { name: 'a baseline', figure: 1 }, goal: null, ...given };
}
