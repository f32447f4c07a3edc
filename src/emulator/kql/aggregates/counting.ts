// count, dcount and their conditional forms. The service estimates dcount; here it is exact. Nulls are not counted, an
// empty text is.
import type { KqlValue } from '../kql-table';
import { canonicalText } from '../values/dynamic';
import { argumentOf, onlyIf, type AggregateFunction, type AggregateFunctions } from './aggregate';

const count: AggregateFunction = () => () => {
  let rows = 0;
  return {
    add() {
      rows += 1;
    },
    results: () => [rows],
  };
};

const dcount: AggregateFunction = (call) => {
  const { read } = argumentOf(call, 0);
  return () => {
    const seen = new Set<KqlValue>();
    return {
      add(row) {
        const value = read(row);
        if (value !== null) seen.add(typeof value === 'object' ? canonicalText(value) : value);
      },
      results: () => [seen.size],
    };
  };
};

export const COUNTING_AGGREGATES: AggregateFunctions = {
  count,
  countif: onlyIf(count, 0),
  dcount,
  dcountif: onlyIf(dcount, 1),
};
