// Rows of DataSecurityBehaviors: what a person did of one kind on one day, written again whenever more of it is known.
// They are drawn from the events, so that both tables tell of the same acts.
import { createHash } from 'node:crypto';
import type { Workplace } from '../seed/workplace-schema';
import { behaviourLists } from './behaviour-lists';
import { BEHAVIOUR_KINDS, type BehaviourKind } from './behaviour-kinds';
import type { LabelBook } from './label-book';
import type { Cells, EventCells } from './table-rows';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Fewer acts in a day are no behaviour. */
export const FEWEST_ACTS = 2;
/** So many times the person's usual day, and so many acts at least, is anomalous. */
const ANOMALOUS_FACTOR = 3;
const ANOMALOUS_ACTS = 6;
const WRITTEN_AFTER_MS = 40 * 60_000;
const SERVICE = 'Microsoft Purview Insider Risk Management';

export interface BehaviourContext {
  labels: LabelBook;
  workplace: Workplace;
  /** Service accounts and the like have no behaviours. */
  isPerson(accountUpn: string): boolean;
}

interface DayOfActs {
  accountUpn: string;
  day: number;
  kind: BehaviourKind;
  acts: EventCells[];
}

/** `events` ordered by time; so is what comes back. */
export function behaviours(
  events: readonly EventCells[],
  context: BehaviourContext,
): (Cells & { Timestamp: number })[] {
  const days = [...daysOfActs(events, context).values()].filter(({ acts }) => acts.length >= FEWEST_ACTS);
  const usual = usualDays(days);
  return days
    .flatMap((day) => versions(day, usual.get(usualKey(day)) ?? 0, context))
    .sort((left, right) => left.Timestamp - right.Timestamp);
}

function daysOfActs(events: readonly EventCells[], { isPerson }: BehaviourContext): Map<string, DayOfActs> {
  const days = new Map<string, DayOfActs>();
  for (const event of events) {
    const accountUpn = String(event.AccountUpn ?? '');
    const action = String(event.ActionType ?? '');
    const kind = BEHAVIOUR_KINDS.find(({ of }) => of.test(action));
    if (!kind || !isPerson(accountUpn)) continue;
    const day = Math.floor(event.Timestamp / DAY_MS);
    const key = `${accountUpn}|${day}|${kind.action}`;
    const found = days.get(key);
    if (found) found.acts.push(event);
    else days.set(key, { accountUpn, day, kind, acts: [event] });
  }
  return days;
}

const usualKey = ({ accountUpn, kind }: DayOfActs) => `${accountUpn}|${kind.action}`;

/** The middle of a person's days with acts of a kind. */
function usualDays(days: readonly DayOfActs[]): Map<string, number> {
  const counts = new Map<string, number[]>();
  for (const day of days) counts.set(usualKey(day), [...(counts.get(usualKey(day)) ?? []), day.acts.length]);
  const middle = (all: number[]) => all.sort((left, right) => left - right)[Math.floor((all.length - 1) / 2)] ?? 0;
  return new Map([...counts].map(([key, all]) => [key, middle(all)]));
}

/** A row when it becomes a behaviour, one at half of its acts, one when the day is over. */
function versions(day: DayOfActs, usual: number, context: BehaviourContext): (Cells & { Timestamp: number })[] {
  const count = day.acts.length;
  const steps = [...new Set([FEWEST_ACTS, Math.max(FEWEST_ACTS, Math.ceil(count / 2)), count])];
  return steps.map((known) => versionOf(day, day.acts.slice(0, known), usual, context));
}

function versionOf(day: DayOfActs, acts: EventCells[], usual: number, context: BehaviourContext) {
  const { accountUpn, kind } = day;
  const first = acts[0]?.Timestamp ?? 0;
  const last = acts.at(-1)?.Timestamp ?? first;
  const policy = acts.length >= ANOMALOUS_ACTS ? (context.workplace.riskPolicies[1] ?? '') : '';
  return {
    Timestamp: last + WRITTEN_AFTER_MS,
    BehaviorId: behaviourId(day),
    ActionType: kind.action,
    ActionCategory: kind.category,
    Categories: JSON.stringify([kind.risk]),
    AttackTechniques: JSON.stringify(kind.techniques),
    Description: `${kind.action}: ${acts.length} on one day.`,
    ServiceSource: SERVICE,
    DetectionSource: SERVICE,
    StartTime: first,
    EndTime: last,
    ActivityCount: acts.length,
    IsAnomalous: acts.length >= ANOMALOUS_ACTS && acts.length >= usual * ANOMALOUS_FACTOR,
    IsContentHidden: false,
    AccountUpn: accountUpn,
    AccountEmail: accountUpn,
    Policies: policy,
    PolicyInfo: policy === '' ? [] : [{ PolicyName: policy }],
    ...behaviourLists(acts, policy, context),
  };
}

function behaviourId({ accountUpn, day, kind }: DayOfActs): string {
  return createHash('sha256').update(`${accountUpn}|${day}|${kind.action}`).digest('hex').slice(0, 32);
}
