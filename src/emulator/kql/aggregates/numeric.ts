// Sums, means, spreads, extremes and percentiles. Nulls take no part.
import { argumentOf, constantOf, onlyIf, type AggregateFunction, type AggregateFunctions } from './aggregate';
import { numberOf, type Read } from '../expressions/expression';
import { semanticFault } from '../expressions/scope';
import type { KqlValue } from '../kql-table';

const sum: AggregateFunction = (call) => {
  const read = numberOf(argumentOf(call, 0));
  return () => {
    let total = 0;
    return {
      add(row) {
        total += read(row) ?? 0;
      },
      results: () => [total],
    };
  };
};

/** Of nothing it is not a number. */
const avg: AggregateFunction = (call) => {
  const read = numberOf(argumentOf(call, 0));
  const ofNothing = call.type === 'real' ? NaN : null;
  return () => {
    let [total, count] = [0, 0];
    return {
      add(row) {
        const value = read(row);
        if (value === null) return;
        total += value;
        count += 1;
      },
      results: () => [count === 0 ? ofNothing : total / count],
    };
  };
};

/** Welford's running variance; `sample` divides by one less than the count. */
function spread(finish: (variance: number) => number, sample: boolean): AggregateFunction {
  return (call) => {
    const read = numberOf(argumentOf(call, 0));
    return () => {
      let [count, mean, squares] = [0, 0, 0];
      return {
        add(row) {
          const value = read(row);
          if (value === null) return;
          count += 1;
          const off = value - mean;
          mean += off / count;
          squares += off * (value - mean);
        },
        results: () => [count < 2 ? 0 : finish(squares / (sample ? count - 1 : count))],
      };
    };
  };
}

function extreme(isBetter: (a: Ordered, b: Ordered) => boolean): AggregateFunction {
  return (call) => {
    const read = orderedOf(argumentOf(call, 0).read);
    return () => {
      let best: Ordered | null = null;
      return {
        add(row) {
          const value = read(row);
          if (value !== null && (best === null || isBetter(value, best))) best = value;
        },
        results: () => [best],
      };
    };
  };
}

export type Ordered = string | number | boolean;

/** Values that can be put in order; a number that is none has no place. */
export function orderedOf(read: Read): Read<Ordered | null> {
  return (row) => {
    const value = read(row);
    return typeof value === 'object' || Number.isNaN(value) ? null : value;
  };
}

/** The smallest value that so many percent of the values do not exceed. */
function nearestRank(sorted: readonly number[], percent: number): KqlValue {
  if (sorted.length === 0) return null;
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[Math.min(rank, sorted.length) - 1] ?? null;
}

/** The service estimates percentiles; here they are exact. */
const percentiles: AggregateFunction = (call) => {
  const read = numberOf(argumentOf(call, 0));
  const wanted = call.args.slice(1).map((_, index) => {
    const percent = constantOf(call, index + 1);
    if (typeof percent !== 'number') throw semanticFault(`${call.name}() takes numbers of percent.`);
    return percent;
  });
  return () => {
    const values: number[] = [];
    return {
      add(row) {
        const value = read(row);
        if (value !== null) values.push(value);
      },
      results() {
        values.sort((a, b) => a - b);
        return wanted.map((percent) => nearestRank(values, percent));
      },
    };
  };
};

const max = extreme((a, b) => a > b);
const min = extreme((a, b) => a < b);
const stdev = spread(Math.sqrt, true);
const variance = spread((value) => value, true);

export const NUMERIC_AGGREGATES: AggregateFunctions = {
  sum,
  sumif: onlyIf(sum, 1),
  avg,
  avgif: onlyIf(avg, 1),
  max,
  maxif: onlyIf(max, 1),
  min,
  minif: onlyIf(min, 1),
  stdev,
  stdevif: onlyIf(stdev, 1),
  stdevp: spread(Math.sqrt, false),
  variance,
  varianceif: onlyIf(variance, 1),
  variancep: spread((value) => value, false),
  percentile: percentiles,
  percentiles,
};
