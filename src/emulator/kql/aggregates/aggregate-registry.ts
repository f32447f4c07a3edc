// Every aggregate that is executed, by name.
import type { AggregateFunctions } from './aggregate';
import { CHOOSING_AGGREGATES } from './choosing';
import { COLLECTING_AGGREGATES } from './collecting';
import { COUNTING_AGGREGATES } from './counting';
import { NUMERIC_AGGREGATES } from './numeric';

export const AGGREGATE_FUNCTIONS: AggregateFunctions = {
  ...COUNTING_AGGREGATES,
  ...NUMERIC_AGGREGATES,
  ...COLLECTING_AGGREGATES,
  ...CHOOSING_AGGREGATES,
};
