// Row: the most memory the real process holds while it delivers many alerts with its limits off, against a process that
// only loads the bot packages.
import type { Amounts } from './amounts';
import type { BenchRow } from './bench-row';
import { ChildProgram } from './child-program';
import { residentMb, watchMemory } from './resident-memory';
import { Stage } from './stage';

/** As in the demo; in production looks come every 30 s, and each leaves something to collect. */
const POLL_INTERVAL_MS = 2_000;
const LOOK_EVERY_MS = 50;
const DELIVERED_WITHIN_MS = 120_000;
const GOAL_MB = 300;

async function packagesAlone(): Promise<number> {
  const program = ChildProgram.start({ entry: 'bench/packages-alone', args: ['stay'] });
  try {
    await program.firstLine();
    return residentMb(program.pid);
  } finally {
    await program.end();
  }
}

async function whileDelivering(count: number): Promise<number> {
  const stage = await Stage.open({ pollIntervalMs: POLL_INTERVAL_MS });
  let memory: ReturnType<typeof watchMemory> | undefined;
  try {
    memory = watchMemory(stage.bot.pid, LOOK_EVERY_MS);
    await stage.emulator.raise(count);
    await stage.cardsPosted(count, DELIVERED_WITHIN_MS);
    return memory.stop();
  } finally {
    memory?.stop();
    await stage.close();
  }
}

export async function memoryRows({ deliveredAlerts }: Amounts): Promise<BenchRow[]> {
  const baseline = { name: 'loading the bot packages alone', figure: await packagesAlone() };
  const figure = await whileDelivering(deliveredAlerts);
  const what = `memory while ${deliveredAlerts} alerts are delivered, peak`;
  return [{ what, unit: 'MB', figure, baseline, goal: { is: 'figureUpTo', figure: GOAL_MB } }];
}
