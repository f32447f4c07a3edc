// Rows: what a Teams client's own refresh of a card costs, through the real door with a signed token, against the
// smallest bot of the same packages that answers the same bytes without looking anything up.
import type { Amounts } from './amounts';
import type { BenchRow, Goal } from './bench-row';
import { openIdUrl } from './bot-process';
import { ChildProgram } from './child-program';
import { startEcho } from './echo-process';
import { median } from './figures';
import { recordInvokes, type InvokeRecorder, type RecordedInvoke } from './invoke-recorder';
import { loadResult, type LoadJob, type LoadResult } from './load-job';
import { Stage } from './stage';

const POLL_INTERVAL_MS = 2_000;
const CARD_WITHIN_MS = 30_000;
const LOAD_WITHIN_MS = 60_000;
const ABREAST = 10;
const WARM_UP_SHARE = 0.2;
const WITHIN_TIMES: Goal = { is: 'timesWorseUpTo', times: 1.25 };
const CARD_ALERT = /alert \d+$/i;

type Target = Pick<LoadJob, 'url' | 'authorization' | 'body'>;
type Loads = { alone: LoadResult[]; abreast: LoadResult[] };

async function load(target: Target, requests: number, abreast: number): Promise<LoadResult> {
  const warmUp = Math.round(requests * WARM_UP_SHARE);
  const job: LoadJob = { ...target, requests, abreast, warmUp, mustHold: 'AdaptiveCard', withinMs: LOAD_WITHIN_MS };
  const generator = ChildProgram.start({ entry: 'bench/load-generator', input: JSON.stringify(job) });
  return loadResult.parse(JSON.parse(await generator.finished(LOAD_WITHIN_MS)));
}

/** The analyst's client refreshes the card of a new alert once, which also looks up the analyst's roles. */
async function recordRefresh(stage: Stage, recorder: InvokeRecorder): Promise<RecordedInvoke> {
  const { emulator } = stage;
  await emulator.raise(1);
  await stage.cardsPosted(1, CARD_WITHIN_MS);
  const as = emulator.member('analyst');
  const card = (await stage.posts(as)).findLast(({ summary }) => CARD_ALERT.test(summary ?? ''));
  if (card === undefined) throw new Error('no card stands in the channel');
  const press = { as, conversationId: emulator.channel.id, activityId: card.id, trigger: 'automatic' };
  await emulator.call('POST', '/teams/api/actions', press);
  const recorded = recorder.last();
  if (recorded === null || !recorded.answer.includes('AdaptiveCard')) throw new Error('the refresh gave no card');
  return recorded;
}

async function measure(targets: readonly Target[], amounts: Amounts): Promise<Loads[]> {
  const loads: Loads[] = targets.map(() => ({ alone: [], abreast: [] }));
  // The first round is left out: it is when each process compiles what it runs.
  for (let round = 0; round <= amounts.refreshRounds; round += 1) {
    for (const [index, target] of targets.entries()) {
      const alone = await load(target, amounts.refreshesAlone, 1);
      const abreast = await load(target, amounts.refreshesAbreast, ABREAST);
      if (round === 0) continue;
      loads[index]?.alone.push(alone);
      loads[index]?.abreast.push(abreast);
    }
  }
  return loads;
}

function rowsAgainst(name: string, product: Loads, baseline: Loads, goal: Goal | null): BenchRow[] {
  const latency = ({ alone }: Loads) => median(alone.map(({ medianMs }) => medianMs));
  const throughput = ({ abreast }: Loads) => median(abreast.map(({ perSecond }) => perSecond));
  const row = (what: string, unit: BenchRow['unit'], figure: (loads: Loads) => number): BenchRow => ({
    ...{ what, unit, goal },
    figure: figure(product),
    baseline: { name, figure: figure(baseline) },
  });
  return [
    row('refresh of a card, one at a time, median', 'ms', latency),
    row(`refresh of a card, ${ABREAST} at a time`, 'requests/s', throughput),
  ];
}

async function compare(stage: Stage, recorded: RecordedInvoke, amounts: Amounts): Promise<BenchRow[]> {
  const { body, authorization, answer } = recorded;
  const bare = await startEcho(answer, null);
  const checking = await startEcho(answer, { appId: stage.emulator.botId, openIdUrl: openIdUrl(stage.emulator) });
  try {
    const targets = [
      { url: bare.url, authorization: null, body },
      { url: checking.url, authorization, body },
      { url: stage.botEndpoint, authorization, body },
    ];
    const [plain, proven, product] = await measure(targets, amounts);
    if (!plain || !proven || !product) throw new Error('a target was left out');
    return [
      ...rowsAgainst('bare echo, no token check', product, plain, WITHIN_TIMES),
      ...rowsAgainst('bare echo, the packages’ token check', product, proven, null),
    ];
  } finally {
    await Promise.all([bare.program.end(), checking.program.end()]);
  }
}

export async function refreshRows(amounts: Amounts): Promise<BenchRow[]> {
  let recorder: InvokeRecorder | undefined;
  const inFront = async (botEndpoint: string) => {
    recorder = await recordInvokes(botEndpoint);
    return recorder.endpoint;
  };
  const stage = await Stage.open({ pollIntervalMs: POLL_INTERVAL_MS, inFront });
  try {
    if (recorder === undefined) throw new Error('nothing stands in front of the bot');
    return await compare(stage, await recordRefresh(stage, recorder), amounts);
  } finally {
    await stage.close();
    recorder?.close();
  }
}
