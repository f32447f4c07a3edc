// Rows: the slowest of all shapes of hunting question over a large month of events, and the slowest of those that the
// bot puts itself, against the plainest query over the same rows. The emulator executes; the bot has no part in it.
import { z } from 'zod/v4';
import type { Amounts } from './amounts';
import type { BenchRow } from './bench-row';
import { botQuestions } from './bot-questions';
import { EmulatorProcess } from './emulator-process';
import { median } from './figures';
import { HUNTING_SHAPES } from './hunting-shapes';

const NO_BOT = 'http://127.0.0.1:9/api/messages';
const HUNT = '/v1.0/security/runHuntingQuery';
/** In the month, in every run: fewer would be another figure. */
const EVENTS = 100_000;
const GOAL_MS = 1_000;
const PLAINEST = 'DataSecurityEvents | count';

const answer = z.looseObject({ results: z.array(z.record(z.string(), z.unknown())) });

interface Asked {
  name: string;
  text: string;
  timespan?: string;
}
interface Timed {
  name: string;
  ms: number;
}

async function ask(emulator: EmulatorProcess, { text, timespan }: Omit<Asked, 'name'>) {
  const body = timespan === undefined ? { Query: text } : { Query: text, Timespan: timespan };
  return answer.parse(await emulator.call('POST', HUNT, body)).results;
}

async function timeOf(emulator: EmulatorProcess, asked: Asked): Promise<number> {
  const began = performance.now();
  await ask(emulator, asked);
  return performance.now() - began;
}

/** The first round is left out: it is when the month is made and the engine loaded and compiled. */
async function timesOf(emulator: EmulatorProcess, all: readonly Asked[], rounds: number): Promise<Timed[]> {
  const times = all.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, asked] of all.entries()) {
      const ms = await timeOf(emulator, asked);
      if (round > 0) times[index]?.push(ms);
    }
  }
  return all.map(({ name }, index) => ({ name, ms: median(times[index] ?? []) }));
}

function slowest(times: readonly Timed[]): Timed {
  return times.reduce((slow, one) => (one.ms > slow.ms ? one : slow));
}

export async function huntingRows({ huntingRounds }: Amounts): Promise<BenchRow[]> {
  const emulator = await EmulatorProcess.start(NO_BOT, { events: EVENTS });
  try {
    const plainest = { name: 'counting the rows', text: PLAINEST };
    const schema = await ask(emulator, { text: 'DataSecurityEvents | getschema | project ColumnName' });
    const columns = new Set(schema.map(({ ColumnName }) => String(ColumnName)));
    const shapes = HUNTING_SHAPES.map(({ name, query }) => ({ name, text: query }));
    const own = botQuestions(columns, Date.now());
    const [counting, ...times] = await timesOf(emulator, [plainest, ...shapes, ...own], huntingRounds);
    const baseline = { name: plainest.name, figure: counting?.ms ?? NaN };
    const row = (what: string, { ms }: Timed): BenchRow => {
      return { what, unit: 'ms', figure: ms, baseline, goal: { is: 'figureUpTo', figure: GOAL_MS } };
    };
    const [slow, slowOwn] = [slowest(times.slice(0, shapes.length)), slowest(times.slice(shapes.length))];
    return [
      row(`slowest of ${shapes.length} hunting queries over ${EVENTS} events: ${slow.name}`, slow),
      row(`slowest of ${own.length} queries of the bot's own: ${slowOwn.name}`, slowOwn),
    ];
  } finally {
    await emulator.end();
  }
}
