// Rows: sixty analysts whose clients refresh twenty cards at the same time, then again while somebody changes alerts, at
// the door of the real process. The baseline is the bare echo under the same storm.
import { z } from 'zod/v4';
import type { Amounts } from './amounts';
import type { BenchRow } from './bench-row';
import { startEcho } from './echo-process';
import { quantile } from './figures';
import { freshDirectory, removeDirectory } from './fresh-directory';
import { recordInvokes, type InvokeRecorder } from './invoke-recorder';
import { Stage } from './stage';
import { storm, type SignedPress, type StormTimes } from './storm';
import { PressMaker } from './storm-presses';
import { CROWD, crowdMember, writeStormTenant } from './storm-tenant';

const POLL_INTERVAL_MS = 2_000;
const CARDS_WITHIN_MS = 60_000;
const CARDS = 20;
/** Of cards beside the refreshed ones, so that a read which a change needs is not taken for one by a refresh. */
const STARTS = 5;
const GOAL_MS = 2_000;
/** What refreshes may cost Graph for one alert in a minute. */
const GOAL_READS = 1;
const CARD_ALERT = /alert \d+$/i;
const ECHO = 'bare echo, no token check';

const requests = z.looseObject({ value: z.array(z.unknown()) });

interface Plan {
  refreshes: SignedPress[];
  starts: SignedPress[];
  overMs: number;
}

async function plan(stage: Stage, recorder: InvokeRecorder, amounts: Amounts): Promise<Plan> {
  await stage.emulator.raise(CARDS + STARTS);
  await stage.cardsPosted(CARDS + STARTS, CARDS_WITHIN_MS);
  const analyst = stage.emulator.member('analyst');
  const posted = (await stage.posts(analyst)).filter(({ summary }) => CARD_ALERT.test(summary ?? ''));
  const cards = posted.slice(-(CARDS + STARTS));
  recorder.withhold();
  const maker = new PressMaker(stage, recorder);
  const people = Array.from({ length: CROWD }, (_, index) => crowdMember(index));
  return {
    refreshes: await maker.refreshes(amounts.stormRefreshes, people, cards.slice(0, CARDS)),
    starts: await maker.starts(analyst, cards.slice(CARDS)),
    overMs: amounts.stormMs,
  };
}

/** Reads of single alerts: the list is looked at by the clock, whoever refreshes. */
async function readsOfAlerts(stage: Stage): Promise<number> {
  const route = '/_emulator/requests?method=GET&path=/v1.0/security/alerts_v2/*';
  return requests.parse(await stage.emulator.call('GET', route)).value.length;
}

async function echoed(answer: string, { refreshes, starts, overMs }: Plan) {
  const { program, url } = await startEcho(answer, null);
  try {
    const alone = await storm(url, refreshes, overMs);
    return { alone, starts: await storm(url, starts, overMs) };
  } finally {
    await program.end();
  }
}

async function measure(stage: Stage, plan: Plan): Promise<BenchRow[]> {
  const { refreshes, starts, overMs } = plan;
  const url = stage.botEndpoint;
  await stage.emulator.call('DELETE', '/_emulator/requests');
  const alone = await storm(url, refreshes, overMs);
  const reads = await readsOfAlerts(stage);
  const [mixed, started] = await Promise.all([storm(url, refreshes, overMs), storm(url, starts, overMs)]);
  const bare = await echoed(alone.answer, plan);
  const row = (what: string, share: number, own: StormTimes, echo: StormTimes): BenchRow => ({
    ...{ what, unit: 'ms', figure: quantile(own.ms, share), goal: { is: 'figureUpTo', figure: GOAL_MS } },
    baseline: { name: ECHO, figure: quantile(echo.ms, share) },
  });
  const size = `${refreshes.length} refreshes in ${overMs / 1_000} s, ${CROWD} people, ${CARDS} cards`;
  return [
    { ...row(`${size}: median`, 0.5, alone, bare.alone), goal: null },
    row('the same, p99', 0.99, alone, bare.alone),
    row('the same once more while alerts are started, p99', 0.99, mixed, bare.alone),
    row(`starting one of ${starts.length} alerts meanwhile, the slowest`, 1, started, bare.starts),
    {
      what: 'reads of an alert at Graph that the refreshes cause',
      unit: 'reads',
      figure: reads / CARDS,
      baseline: { name: 'one for each refresh', figure: refreshes.length / CARDS },
      goal: { is: 'figureUpTo', figure: GOAL_READS },
    },
  ];
}

async function onStage(seedFile: string, amounts: Amounts): Promise<BenchRow[]> {
  let recorder: InvokeRecorder | undefined;
  const inFront = async (botEndpoint: string) => {
    recorder = await recordInvokes(botEndpoint);
    return recorder.endpoint;
  };
  const stage = await Stage.open({ pollIntervalMs: POLL_INTERVAL_MS, inFront, seedFile });
  try {
    if (recorder === undefined) throw new Error('nothing stands in front of the bot');
    return await measure(stage, await plan(stage, recorder, amounts));
  } finally {
    await stage.close();
    recorder?.close();
  }
}

export async function stormRows(amounts: Amounts): Promise<BenchRow[]> {
  const directory = freshDirectory();
  try {
    return await onStage(writeStormTenant(directory), amounts);
  } finally {
    removeDirectory(directory);
  }
}
