// A month of everybody's work and the day after it, in which the program runs: rows of DataSecurityEvents by the same
// seed are the same rows.
import { createChance, weighted, type Chance } from '../chance';
import type { ActContext } from './act';
import { agentCells, assistantActs } from './assistant-acts';
import { fileActs } from './file-acts';
import { gmailStory } from './gmail-story';
import { leavingActs } from './leaving-acts';
import { sequenceRows } from './sequences';
import type { Stage } from './stage';
import type { EventCells } from './table-rows';
import { workingHours } from './working-hours';

export const DAY_MS = 24 * 3_600_000;
export const MONTH_DAYS = 30;
/** Rows of a month when nothing else is asked for. */
export const DEFAULT_EVENTS = 24_000;

/** One row in so many is written by a service account, has no account, or begins a sequence. */
const BY_AGENTS = 16;
const WITHOUT_ACCOUNT = 60;
const BEGINS_SEQUENCE = 400;
const BUSY_DAYS = 7;
const BUSY_FACTOR = 4;

export interface MonthOptions {
  stage: Stage;
  /** Milliseconds since the epoch: the month ends here, and a day of rows lies after it. */
  now: number;
  /** How many rows the month has, besides those of the stories told in it. */
  count: number;
  chanceSeed: number;
}

const pickAct = weighted([...fileActs, ...leavingActs, ...assistantActs], ({ weight }) => weight);

/** Ordered by time. */
export function monthOfEvents({ stage, now, count, chanceSeed }: MonthOptions): EventCells[] {
  const chance = createChance(chanceSeed);
  const pickWorker = crowd(stage, chance);
  const month = workingHours(now - MONTH_DAYS * DAY_MS, now);
  const dayAfter = workingHours(now, now + DAY_MS);
  const rows: EventCells[] = [];
  const add = (at: number) => {
    const context = { ...pickWorker(now - at < BUSY_DAYS * DAY_MS), chance };
    if (chance.oneIn(BEGINS_SEQUENCE)) rows.push(...sequenceRows(context, at));
    else rows.push(oneRow(context, at));
  };
  while (rows.length < count) add(month(chance));
  for (let left = Math.ceil(count / MONTH_DAYS); left > 0; left -= 1) add(dayAfter(chance));
  rows.push(...gmailStory(stage, now));
  return inOrder(rows.map((row) => ({ ActivityId: chance.guid(), ...row })));
}

export function inOrder(rows: EventCells[]): EventCells[] {
  return rows.sort((left, right) => left.Timestamp - right.Timestamp);
}

/** Some work more than others, and a few much more of late. */
function crowd({ contexts, workplace }: Stage, chance: Chance) {
  const share = new Map(contexts.map((context) => [context, 2 + chance.below(7)]));
  const usual = weighted(contexts, (context) => share.get(context) ?? 1);
  const busy = ({ worker }: ActContext) => workplace.busyLately.includes(worker.person.accountName);
  const late = weighted(contexts, (context) => (share.get(context) ?? 1) * (busy(context) ? BUSY_FACTOR : 1));
  return (lately: boolean) => (lately ? late(chance) : usual(chance));
}

function oneRow(context: ActContext, at: number): EventCells {
  const { chance, worker, workplace } = context;
  if (chance.oneIn(BY_AGENTS)) {
    return { AccountUpn: chance.one(workplace.serviceAccounts), ...agentCells(context), Timestamp: at };
  }
  const row: EventCells = { ...worker.who, ...pickAct(chance).cells(context), Timestamp: at };
  return chance.oneIn(WITHOUT_ACCOUNT) ? withoutAccount(row) : row;
}

function withoutAccount(row: EventCells): EventCells {
  return { ...row, AccountUpn: '', AccountObjectId: '', Department: '' };
}
