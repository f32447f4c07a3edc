// Rows: sixty analysts whose clients refresh twenty cards at the same time, while another one changes alerts, through the
// Teams stand-in against the real process. The baseline is the bare echo in the bot's place, under the same storm.
import { z } from 'zod/v4';
import type { Amounts } from './amounts';
import type { BenchRow } from './bench-row';
import { ChildProgram } from './child-program';
import { quantile } from './figures';
import { freshDirectory, removeDirectory } from './fresh-directory';
import { Stage, type SeenMessage } from './stage';
import { storm, type PressedCard, type StormPlan, type StormTimes } from './storm';
import { CROWD, crowdMember, writeStormTenant } from './storm-tenant';

const POLL_INTERVAL_MS = 2_000;
const CARDS_WITHIN_MS = 30_000;
const CARDS = 20;
/** Cards beside the refreshed ones, so that a read which a change needs is not taken for one by a refresh. */
const WRITES = 5;
const GOAL_MS = 2_000;
/** What a refresh may cost Graph for one alert in a minute. */
const GOAL_READS = 1;
const CARD_ALERT = /alert \d+$/i;
const START = 'alert.start';
const ECHO = 'bare echo in its place';

const requests = z.looseObject({ value: z.array(z.looseObject({ method: z.string(), path: z.string() })) });
const execute = z.looseObject({ type: z.literal('Action.Execute'), verb: z.string() });

/** The first button of a card with the verb, wherever in it. */
function buttonOf(part: unknown, verb: string): object | null {
  if (typeof part !== 'object' || part === null) return null;
  const button = execute.safeParse(part);
  if (button.success && button.data.verb === verb) return button.data;
  for (const inner of Object.values(part)) {
    const found = buttonOf(inner, verb);
    if (found !== null) return found;
  }
  return null;
}

function startOf({ id, cards }: SeenMessage): PressedCard {
  const action = buttonOf(cards, START);
  if (action === null) throw new Error('a card has no button to start');
  return { activityId: id, action };
}

async function plan(stage: Stage, { stormRefreshes, stormMs }: Amounts): Promise<StormPlan> {
  const { emulator } = stage;
  await emulator.raise(CARDS + WRITES);
  await stage.cardsPosted(CARDS + WRITES, CARDS_WITHIN_MS);
  const writer = emulator.member('analyst');
  const posted = (await stage.posts(writer)).filter(({ summary }) => CARD_ALERT.test(summary ?? ''));
  const newest = posted.slice(-(CARDS + WRITES));
  return {
    refreshes: stormRefreshes,
    overMs: stormMs,
    people: Array.from({ length: CROWD }, (_, index) => crowdMember(index)),
    cards: newest.slice(0, CARDS).map(({ id }) => ({ activityId: id })),
    writes: newest.slice(CARDS).map(startOf),
    writer,
  };
}

/** Reads of one alert: the look at the list comes by the clock, whoever refreshes. */
async function readsOfAlerts(stage: Stage): Promise<number> {
  const route = '/_emulator/requests?method=GET&path=/v1.0/security/alerts_v2/*';
  return requests.parse(await stage.emulator.call('GET', route)).value.length;
}

async function refreshesAlone(stage: Stage, full: StormPlan): Promise<{ times: StormTimes; reads: number }> {
  await stage.emulator.call('DELETE', '/_emulator/requests');
  const times = await storm(stage.emulator, { ...full, writes: [] });
  return { times, reads: await readsOfAlerts(stage) };
}

/** The bot ends and the echo takes its port. It answers everything with the card that the bot answered last. */
async function echoed(stage: Stage, full: StormPlan, answer: unknown): Promise<StormTimes> {
  await stage.bot.end();
  const port = Number(new URL(stage.botEndpoint).port);
  const input = JSON.stringify({ answer, tokenCheck: null, port });
  const echo = ChildProgram.start({ entry: 'bench/echo-bot', input });
  try {
    await echo.firstLine();
    return await storm(stage.emulator, full);
  } finally {
    await echo.end();
  }
}

async function measure(stage: Stage, amounts: Amounts): Promise<BenchRow[]> {
  const full = await plan(stage, amounts);
  const { times, reads } = await refreshesAlone(stage, full);
  const mixed = await storm(stage.emulator, full);
  const bare = await echoed(stage, full, times.answer);
  const size = `${amounts.stormRefreshes} refreshes in ${amounts.stormMs / 1_000} s`;
  const within = (what: string, own: readonly number[], other: readonly number[], share: number): BenchRow => ({
    ...{ what, unit: 'ms', figure: quantile(own, share), goal: { is: 'figureUpTo', figure: GOAL_MS } },
    baseline: { name: ECHO, figure: quantile(other, share) },
  });
  return [
    within(`${size}, ${CROWD} people, ${CARDS} cards: p99`, times.refreshMs, bare.refreshMs, 0.99),
    within('the same while alerts are started: p99', mixed.refreshMs, bare.refreshMs, 0.99),
    within('starting an alert meanwhile, the slowest', mixed.writeMs, bare.writeMs, 1),
    {
      what: 'reads of an alert at Graph for that, each alert',
      unit: 'reads',
      figure: reads / CARDS,
      baseline: { name: 'one for each refresh', figure: amounts.stormRefreshes / CARDS },
      goal: { is: 'figureUpTo', figure: GOAL_READS },
    },
  ];
}

export async function stormRows(amounts: Amounts): Promise<BenchRow[]> {
  const directory = freshDirectory();
  try {
    const stage = await Stage.open({ pollIntervalMs: POLL_INTERVAL_MS, seedFile: writeStormTenant(directory) });
    try {
      return await measure(stage, amounts);
    } finally {
      await stage.close();
    }
  } finally {
    removeDirectory(directory);
  }
}
