// The command line of the benchmarks.

export const ROW_NAMES = [
  'refresh',
  'post',
  'durable',
  'memory',
  'ready',
  'reading',
  'hunting',
  'answer',
  'audit',
  'masking',
  'storm',
] as const;
export type RowName = (typeof ROW_NAMES)[number];

export interface BenchArguments {
  /** Fewer repetitions of the same rows. */
  quick: boolean;
  /** A missed goal is a failure. */
  strict: boolean;
  /** In the order of the table. */
  rows: readonly RowName[];
}

const FLAGS = ['--quick', '--strict'];
export const USAGE = `usage: npm run bench -- [--quick] [--strict] [${ROW_NAMES.join(' ')}]`;

/** Rows are named to run them alone; none named = all. Throws RangeError with the usage for anything unknown. */
export function readArguments(args: readonly string[]): BenchArguments {
  const named = args.filter((arg) => !FLAGS.includes(arg));
  const unknown = named.filter((arg) => !(ROW_NAMES as readonly string[]).includes(arg));
  if (unknown.length > 0) throw new RangeError(`there is no ${unknown.join(', ')}\n${USAGE}`);
  return {
    quick: args.includes('--quick'),
    strict: args.includes('--strict'),
    rows: ROW_NAMES.filter((name) => named.length === 0 || named.includes(name)),
  };
}
