// `npm run bench [-- --quick --strict <row>…]`: measures and prints one table. Exit 0, 1 when a goal is missed and
// `--strict` asked for it, 2 when a row could not be measured or the arguments are wrong.
import { readArguments } from '../bench/bench-arguments';
import { EXIT_UNMEASURED, exitCodeOf } from '../bench/bench-row';
import { reportText } from '../bench/bench-table';
import { machineLine } from '../bench/machine';
import { runBench } from '../bench/run-bench';

/** As a shell counts an end by a signal: 128 and the signal's number. */
const EXIT_BY_SIGNAL = { SIGINT: 130, SIGTERM: 143 } as const;

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  // An end through `exit` takes the programs along that were started.
  process.once('SIGINT', () => process.exit(EXIT_BY_SIGNAL.SIGINT));
  process.once('SIGTERM', () => process.exit(EXIT_BY_SIGNAL.SIGTERM));
  const machine = machineLine();
  const began = performance.now();
  const report = await runBench(given, (row) => process.stderr.write(`measuring: ${row}\n`));
  process.stdout.write(reportText(report, machine));
  process.stderr.write(`took ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
  return exitCodeOf(report, given.strict);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : 'unknown'}\n`);
    process.exitCode = EXIT_UNMEASURED;
  },
);
