// `npm run interpret -- [--now ISO] [--tz IANA] "text"`: the command a sentence is read as, as one line of JSON. With
// `--lines`, one for each line of standard input. Exit 0, also for `unknown`; 2 for wrong arguments or a line that is no sentence.
import { createInterface } from 'node:readline';
import type { Command } from '../domain/command';
import { readSentence } from '../language/read-sentence';
import { readArguments, type InterpretArguments } from './interpret-arguments';
import { readLine } from './interpret-line';

const EXIT_WRONG = 2;
const UNKNOWN: Command = { command: 'unknown' };

const complain = (what: string, error: unknown) =>
  void process.stderr.write(`interpret: ${what}${error instanceof Error ? error.message : 'unknown'}\n`);

/** At the reader's pace; false when the reader has gone. */
function print(command: Command): Promise<boolean> {
  return new Promise((resolve) => process.stdout.write(`${JSON.stringify(command)}\n`, (error) => resolve(!error)));
}

/** Every line gets its answer, so that answers keep their places; a wrong one is told of and fails the whole in the end. */
async function interpretLines(given: InterpretArguments): Promise<number> {
  let [number, code] = [0, 0];
  // Told of by `print` already; without a listener the same error would end the process.
  process.stdout.on('error', () => {});
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    let command = UNKNOWN;
    try {
      const { text, now, timeZone } = readLine(line, given);
      command = readSentence(text, { now, timeZone }).command;
    } catch (error) {
      complain(`line ${number}: `, error);
      code = EXIT_WRONG;
    }
    if (!(await print(command))) break;
  }
  return code;
}

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (given.text === null) return interpretLines(given);
  await print(readSentence(given.text, given).command);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    complain('', error);
    process.exitCode = EXIT_WRONG;
  },
);
