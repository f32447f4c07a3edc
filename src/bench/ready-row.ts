// Row: from the start of the process to `/readyz` 200, against the time Node needs to load the bot packages alone. The
// store is new each time and Graph is the emulator with its seed, so the first look at 30 days is part of the figure.
import type { Amounts } from './amounts';
import type { BenchRow } from './bench-row';
import { BotProcess } from './bot-process';
import { ChildProgram } from './child-program';
import { EmulatorProcess } from './emulator-process';
import { median } from './figures';
import { freePort } from './free-port';
import { freshDirectory, removeDirectory } from './fresh-directory';

const NO_BOT = 'http://127.0.0.1:9/api/messages';
const POLL_INTERVAL_MS = 30_000;
const LOAD_WITHIN_MS = 20_000;
const GOAL_TIMES = 2;

async function timeToLoad(): Promise<number> {
  const began = performance.now();
  await ChildProgram.start({ entry: 'bench/packages-alone' }).finished(LOAD_WITHIN_MS);
  return performance.now() - began;
}

async function timeToReady(emulator: EmulatorProcess): Promise<number> {
  const port = await freePort();
  const dataDir = freshDirectory();
  const began = performance.now();
  const bot = BotProcess.start({ emulator, port, dataDir, pollIntervalMs: POLL_INTERVAL_MS });
  try {
    await bot.ready();
    return performance.now() - began;
  } finally {
    await bot.end();
    removeDirectory(dataDir);
  }
}

/** The first start of each is left out: it fills the disk's cache. */
export async function readyRows({ startRounds }: Amounts): Promise<BenchRow[]> {
  const emulator = await EmulatorProcess.start(NO_BOT);
  try {
    const loads: number[] = [];
    const starts: number[] = [];
    for (let round = 0; round <= startRounds; round += 1) {
      const [load, start] = [await timeToLoad(), await timeToReady(emulator)];
      if (round > 0) loads.push(load);
      if (round > 0) starts.push(start);
    }
    const baseline = { name: 'loading the bot packages alone', figure: median(loads) };
    const goal = { is: 'timesWorseUpTo', times: GOAL_TIMES } as const;
    return [{ what: 'start to ready', unit: 'ms', figure: median(starts), baseline, goal }];
  } finally {
    await emulator.end();
  }
}
