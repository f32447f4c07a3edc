// take_any, arg_max, arg_min: values of one row of the group.
import type { KqlValue } from '../kql-table';
import type { Read, Row } from '../expressions/expression';
import { argumentOf, onlyIf, type AggregateFunction, type AggregateFunctions } from './aggregate';
import { orderedOf, type Ordered } from './numeric';

/** Of each argument the first value that is neither null nor empty, if there is one. */
const takeAny: AggregateFunction = ({ args }) => {
  const reads = args.map(({ read }) => read);
  return () => {
    const found: KqlValue[] = reads.map(() => null);
    let missing = reads.length;
    return {
      add(row) {
        if (missing === 0) return;
        for (const [index, read] of reads.entries()) {
          if (found[index] !== null && found[index] !== '') continue;
          found[index] = read(row);
          if (found[index] !== null && found[index] !== '') missing -= 1;
        }
      },
      results: () => found,
    };
  };
};

/** Rows without a value to compare count only when no row has one; of equals the first stays. */
function argument(isBetter: (a: Ordered, b: Ordered) => boolean): AggregateFunction {
  return (call) => {
    const compared = orderedOf(argumentOf(call, 0).read);
    const reads: Read[] = call.args.map(({ read }) => read);
    return () => {
      let [best, chosen]: [Ordered | null, Row | null] = [null, null];
      return {
        add(row) {
          const value = compared(row);
          const wins = value === null ? chosen === null : best === null || isBetter(value, best);
          if (wins) [best, chosen] = [value, row];
        },
        results() {
          const row = chosen;
          return row === null ? reads.map(() => null) : reads.map((read) => read(row));
        },
      };
    };
  };
}

export const CHOOSING_AGGREGATES: AggregateFunctions = {
  take_any: takeAny,
  any: takeAny,
  take_anyif: onlyIf(takeAny, 1),
  anyif: onlyIf(takeAny, 1),
  arg_max: argument((a, b) => a > b),
  arg_min: argument((a, b) => a < b),
};
