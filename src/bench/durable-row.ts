// Rows: one look that finds many new alerts, from its first request to the return of its commit, against the plainest
// way to write as many rows to the same disk.
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import Libsql from 'libsql';
import type { Amounts } from './amounts';
import type { BenchRow } from './bench-row';
import { EmulatorProcess } from './emulator-process';
import { median } from './figures';
import { lookAt } from './one-look';
import { freshDirectory, removeDirectory } from './fresh-directory';

export const ALERTS = 1_000;
/** About what one alert takes in the store. */
const ROW_BYTES = 750;
const GOAL_MS = 2_000;
const NO_BOT = 'http://127.0.0.1:9/api/messages';

/** Milliseconds for the rows in one transaction, on disk when it returns. */
function plainInserts(directory: string): number {
  const database = new Libsql(join(directory, 'plain.db'));
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('create table rows (number integer primary key, name text not null unique, body blob not null)');
  const rows = Array.from({ length: ALERTS }, (_, number) => ({ number, body: randomBytes(ROW_BYTES) }));
  const began = performance.now();
  database.exec('begin immediate');
  const insert = database.prepare('insert into rows (number, name, body) values (?, ?, ?)');
  for (const { number, body } of rows) insert.run(number, `row-${number}`, body);
  database.exec('commit');
  const took = performance.now() - began;
  database.close();
  return took;
}

async function inDirectory<T>(work: (directory: string) => T | Promise<T>): Promise<T> {
  const directory = freshDirectory();
  try {
    // What earlier rounds left is not to be collected while this one is timed; there without --expose-gc too.
    globalThis.gc?.();
    return await work(directory);
  } finally {
    removeDirectory(directory);
  }
}

/** The first round is left out: it is when the code is compiled. */
export async function durableRows({ durableRounds }: Amounts): Promise<BenchRow[]> {
  const emulator = await EmulatorProcess.start(NO_BOT);
  try {
    const before = Date.now();
    await emulator.raise(ALERTS);
    const inserts: number[] = [];
    const looks: { wholeMs: number; commitMs: number }[] = [];
    for (let round = 0; round <= durableRounds; round += 1) {
      const insert = await inDirectory(plainInserts);
      const look = await inDirectory((directory) => lookAt({ emulator, directory, since: before, expected: ALERTS }));
      if (round > 0) inserts.push(insert);
      if (round > 0) looks.push(look);
    }
    const baseline = { name: `${ALERTS} plain inserts in one transaction`, figure: median(inserts) };
    const whole = median(looks.map(({ wholeMs }) => wholeMs));
    const commit = median(looks.map(({ commitMs }) => commitMs));
    const goal = { is: 'figureUpTo', figure: GOAL_MS } as const;
    return [
      { what: `one look makes ${ALERTS} new alerts durable`, unit: 'ms', figure: whole, baseline, goal },
      { what: 'of that, the commits', unit: 'ms', figure: commit, baseline, goal: null },
    ];
  } finally {
    await emulator.end();
  }
}
