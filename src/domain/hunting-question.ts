// A hunting question of which nothing is left to find out: instants instead of words about time, ids instead of names.
import { createHash } from 'node:crypto';
import type { DlpOutcome, HuntingActivity, HuntingGroup, HuntingSlots, Window } from './command';

export const HUNTING_TOP_DEFAULT = 10;
/** More rows are no summary, and no card holds them. */
export const HUNTING_TOP_MAX = 50;

export type HuntingTable = 'DataSecurityEvents' | 'DataSecurityBehaviors';

/** `severity` belongs to alerts; the rows of hunting have none. */
export type AnswerableGroup = Exclude<HuntingGroup, 'severity'>;

export interface QuestionPerson {
  /** Null when it has no form that may stand in a query. */
  readonly userPrincipalName: string | null;
  readonly objectId: string | null;
}

export interface HuntingQuestion {
  /** Unusual behaviour is asked of another table, whose counts are never added to these. */
  readonly counts: 'events' | 'behaviors';
  readonly window: Window;
  readonly previous: Window | null;
  /** IANA zone whose days are counted. */
  readonly timeZone: string;
  readonly activity: HuntingActivity | null;
  readonly targetDomain: string | null;
  /** The label's own id and its sublabels'. */
  readonly labelIds: readonly string[] | null;
  readonly person: QuestionPerson | null;
  readonly department: string | null;
  readonly device: string | null;
  readonly sensitiveInfoTypeId: string | null;
  readonly dlpOutcome: DlpOutcome | null;
  readonly groupBy: AnswerableGroup | null;
  readonly top: number;
}

/** The text that runs, and the time limit that is sent beside it. */
export interface HuntingQuery {
  readonly text: string;
  /** ISO 8601 `start/end`. */
  readonly timespan: string;
}

export function tableOf(question: Pick<HuntingQuestion, 'counts'>): HuntingTable {
  return question.counts === 'events' ? 'DataSecurityEvents' : 'DataSecurityBehaviors';
}

/** Which slot of the question the data cannot answer. */
export type UnanswerableSlot = 'department' | 'dlpOutcome' | 'groupBy';

const GROUPS_OF_BEHAVIORS: readonly HuntingGroup[] = [
  'account',
  'domain',
  'day',
  'label',
  'activity',
  'application',
  'policy',
];

/** Null = the tables hold what is asked for. Behaviours have no department, no DLP outcome and no device to rank. */
export function unanswerableSlot(slots: HuntingSlots): UnanswerableSlot | null {
  if (slots.groupBy === 'severity') return 'groupBy';
  if (slots.anomalousOnly !== true) return null;
  if (slots.department !== undefined) return 'department';
  if (slots.dlpOutcome !== undefined) return 'dlpOutcome';
  return slots.groupBy === undefined || GROUPS_OF_BEHAVIORS.includes(slots.groupBy) ? null : 'groupBy';
}

export function topOf(slots: Pick<HuntingSlots, 'top'>): number {
  return Math.min(HUNTING_TOP_MAX, Math.max(1, Math.trunc(slots.top ?? HUNTING_TOP_DEFAULT)));
}

/** For the audit: says which query ran without saying about whom. */
export function queryHash(query: HuntingQuery): string {
  return createHash('sha256').update(`${query.timespan}\n${query.text}`).digest('hex');
}
