// Rows: from the commit of a new alert to the Connector's 201, against a bare POST of the same message to the same
// Connector. The pause between two looks is left out: it is the operator's choice.
import { join } from 'node:path';
import Libsql from 'libsql';
import { z } from 'zod/v4';
import type { Amounts } from './amounts';
import type { BenchRow } from './bench-row';
import { quantile } from './figures';
import { Stage } from './stage';
import { pause } from './wait-until';

const POLL_INTERVAL_MS = 250;
const POSTED_WITHIN_MS = 60_000;
const CREATED = 201;

const request = z.looseObject({
  at: z.string(),
  path: z.string(),
  status: z.number().nullable(),
  durationMs: z.number().nullable(),
  body: z.looseObject({ activity: z.looseObject({ summary: z.string().optional() }).optional() }).optional(),
});
const requests = z.looseObject({ value: z.array(request) });
const commitRow = z.object({ number: z.number(), committed_at: z.number() });

interface AcceptedPost {
  alertNumber: number;
  /** Milliseconds since the epoch, when the 201 left. */
  at: number;
  path: string;
  body: unknown;
}

/** Posts of alert cards since the recorder was cleared. */
async function acceptedPosts(stage: Stage): Promise<AcceptedPost[]> {
  const { value } = requests.parse(await stage.emulator.call('GET', '/_emulator/requests?method=POST'));
  return value.flatMap(({ at, path, status, durationMs, body }) => {
    const number = /alert (\d+)$/i.exec(body?.activity?.summary ?? '')?.[1];
    if (status !== CREATED || number === undefined) return [];
    return [{ alertNumber: Number(number), at: Date.parse(at) + (durationMs ?? 0), path, body }];
  });
}

/** Raises one alert after another, evenly over the time. */
async function raiseSpread(stage: Stage, { postAlerts, postSpreadMs }: Amounts): Promise<void> {
  const began = performance.now();
  for (let index = 0; index < postAlerts; index += 1) {
    await pause(Math.max(0, began + (index * postSpreadMs) / postAlerts - performance.now()));
    await stage.emulator.raise(1);
  }
}

async function barePosts(stage: Stage, like: AcceptedPost, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const began = performance.now();
    await stage.emulator.call('POST', like.path, like.body);
    times.push(performance.now() - began);
  }
  return times;
}

/** When the row of each alert was written, from the store of the bot, which has ended. */
function commitTimes(dataDir: string): Map<number, number> {
  const database = new Libsql(join(dataDir, 'store.db'), { readonly: true });
  try {
    const rows = z.array(commitRow).parse(database.prepare('select number, committed_at from alerts').all());
    return new Map(rows.map((row) => [row.number, row.committed_at]));
  } finally {
    database.close();
  }
}

async function measure(stage: Stage, amounts: Amounts): Promise<{ posts: number[]; bare: number[] }> {
  const accepted: AcceptedPost[] = [];
  const bare: number[] = [];
  for (let round = 1; round <= amounts.postRounds; round += 1) {
    await stage.emulator.call('DELETE', '/_emulator/requests');
    await raiseSpread(stage, amounts);
    await stage.cardsPosted(round * amounts.postAlerts, POSTED_WITHIN_MS);
    const posts = await acceptedPosts(stage);
    const [first] = posts;
    if (first === undefined || posts.length < amounts.postAlerts) throw new Error('not every post was recorded');
    accepted.push(...posts);
    bare.push(...(await barePosts(stage, first, amounts.postAlerts)));
  }
  await stage.bot.end();
  const committed = commitTimes(stage.dataDir);
  return { posts: accepted.map(({ alertNumber, at }) => at - (committed.get(alertNumber) ?? Number.NaN)), bare };
}

export async function postRows(amounts: Amounts): Promise<BenchRow[]> {
  const stage = await Stage.open({ pollIntervalMs: POLL_INTERVAL_MS });
  try {
    const { posts, bare } = await measure(stage, amounts);
    const row = (name: string, share: number): BenchRow => ({
      what: `commit of an alert to its accepted post, ${name}`,
      unit: 'ms',
      figure: quantile(posts, share),
      baseline: { name: `bare POST to the Connector, ${name}`, figure: quantile(bare, share) },
      goal: null,
    });
    return [row('median', 0.5), row('p95', 0.95)];
  } finally {
    await stage.close();
  }
}
