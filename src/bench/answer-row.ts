// Row: the bot's own share of a hunting answer, from the typed question to the Connector's 201 for the answer card,
// less the time that Graph's stand-in took, against a bare POST of the same card to the same Connector.
import { z } from 'zod/v4';
import type { Amounts } from './amounts';
import type { BenchRow } from './bench-row';
import { median } from './figures';
import { Stage } from './stage';
import { waitUntil } from './wait-until';

/** No look at alerts falls into an answer by chance more than once or twice a run. */
const POLL_INTERVAL_MS = 30_000;
const ANSWERED_WITHIN_MS = 30_000;
const ANSWER_POLL_MS = 5;
const GOAL_MS = 50;
const ACCEPTED = [200, 201];
const SAID = '/teams/api/messages';

const request = z.looseObject({
  at: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number().nullable(),
  durationMs: z.number().nullable(),
  body: z.unknown(),
});
const requests = z.looseObject({ value: z.array(request) });
type Request = z.infer<typeof request>;

interface Answered {
  /** Milliseconds that were neither Graph's nor spent before the question reached Teams. */
  ownMs: number;
  /** The post that carried the answer. */
  post: Request;
}

async function recorded(stage: Stage): Promise<Request[]> {
  return requests.parse(await stage.emulator.call('GET', '/_emulator/requests')).value;
}

/** A card, posted or put in the place of a word that the question takes a while. */
function answerIn(all: readonly Request[]): Request | undefined {
  return all.find(({ method, status, path, body }) => {
    const isWrite = method !== 'GET' && ACCEPTED.includes(status ?? 0) && path.startsWith('/connector/');
    return isWrite && JSON.stringify(body ?? '').includes('AdaptiveCard');
  });
}

const endOf = ({ at, durationMs }: Request) => Date.parse(at) + (durationMs ?? 0);

/** Each question differs from the ones before, so that none is answered from what is remembered. */
async function askOnce(stage: Stage, number: number): Promise<Answered> {
  const { emulator } = stage;
  await emulator.call('DELETE', '/_emulator/requests');
  const said = { as: emulator.member('analyst'), conversationId: emulator.channel.id, mentionBot: true };
  const began = Date.now();
  await emulator.call('POST', SAID, { ...said, text: `top ${number} domains by uploads in the last 14 days` });
  let all: Request[] = [];
  const isAnswered = async () => answerIn((all = await recorded(stage))) !== undefined;
  await waitUntil('the answer is posted', isAnswered, { withinMs: ANSWERED_WITHIN_MS, everyMs: ANSWER_POLL_MS });
  const post = answerIn(all);
  if (post === undefined) throw new Error('the answer is gone again');
  const atGraph = all.filter(({ path }) => path.startsWith('/v1.0/'));
  const hunts = atGraph.filter(({ path }) => path.endsWith('/runHuntingQuery'));
  if (hunts.length === 0) throw new Error('no hunting query was put to Graph');
  const graphMs = atGraph.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
  return { ownMs: endOf(post) - began - graphMs, post };
}

async function barePost(stage: Stage, { method, path, body }: Request): Promise<number> {
  const began = performance.now();
  await stage.emulator.call(method, path, body);
  return performance.now() - began;
}

export async function answerRows({ answers }: Amounts): Promise<BenchRow[]> {
  const stage = await Stage.open({ pollIntervalMs: POLL_INTERVAL_MS });
  try {
    const own: number[] = [];
    const bare: number[] = [];
    // The first is left out: with it the schema is read, the month made and roles looked up.
    for (let number = 0; number <= answers; number += 1) {
      const { ownMs, post } = await askOnce(stage, number + 1);
      const bareMs = await barePost(stage, post);
      if (number > 0) own.push(ownMs);
      if (number > 0) bare.push(bareMs);
    }
    const baseline = { name: 'bare POST of the same card', figure: median(bare) };
    const what = "the bot's own share of a hunting answer, median";
    return [{ what, unit: 'ms', figure: median(own), baseline, goal: { is: 'figureUpTo', figure: GOAL_MS } }];
  } finally {
    await stage.close();
  }
}
