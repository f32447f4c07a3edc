// The rows of a hunting query as figures: totals, the period before, ranked groups and days without gaps.
import type { HuntingDay, HuntingFigures } from './disclose-hunting';
import type { HuntingQuestion } from './hunting-question';
import { localDaysBetween } from './local-days';

/** What a row tells of. `nameless`: events without a person; `groups`: how many groups there are, in `events`. */
export const ANSWER_PARTS = ['total', 'previous', 'nameless', 'day', 'group', 'groups'] as const;
export type AnswerPart = (typeof ANSWER_PARTS)[number];

/** One row as every hunting query gives it, checked at the door. */
export interface AnswerRow {
  readonly part: AnswerPart;
  /** Empty where the value was empty in the data. */
  readonly key: string;
  readonly files: number;
  readonly people: number;
  readonly events: number;
}

/** A day more than the longest window touches would be no picture anybody reads. */
export const DAYS_MAX = 31;

export interface RankedGroup {
  /** Null: the value was empty in the data. */
  readonly key: string | null;
  readonly figures: HuntingFigures;
}

export interface HuntingSummary {
  readonly total: HuntingFigures;
  /** Null when no comparison was made. */
  readonly previous: HuntingFigures | null;
  readonly groups: readonly RankedGroup[];
  readonly groupsInAll: number;
  /** One entry a local day; null when it would be a single point or more than `DAYS_MAX`. */
  readonly days: readonly HuntingDay[] | null;
  /** Events whose person is not named in the data. */
  readonly nameless: number;
}

const NOTHING: HuntingFigures = { files: 0, people: 0, rows: 0 };

const figuresOf = ({ files, people, events }: AnswerRow): HuntingFigures => ({ files, people, rows: events });

/** By files, then by rows, then by name, so that equal figures always stand in one order. */
function byRank(a: RankedGroup, b: RankedGroup): number {
  const difference = b.figures.files - a.figures.files || b.figures.rows - a.figures.rows;
  if (difference !== 0) return difference;
  const [left, right] = [a.key ?? '', b.key ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

function ranked(rows: readonly AnswerRow[]): RankedGroup[] {
  return rows.map((row) => ({ key: row.key === '' ? null : row.key, figures: figuresOf(row) })).sort(byRank);
}

function daysOf(question: HuntingQuestion, rows: readonly AnswerRow[]): HuntingDay[] | null {
  const { window, timeZone } = question;
  const counted = new Map(rows.map((row) => [row.key, figuresOf(row)]));
  const days = localDaysBetween(Date.parse(window.from), Date.parse(window.to), timeZone);
  if (days.length < 2 || days.length > DAYS_MAX) return null;
  return days.map((day) => ({ day, figures: counted.get(day) ?? NOTHING }));
}

/** `rows`: of the query that was built from the question. A part that found nothing has no row and counts as nothing. */
export function summarize(question: HuntingQuestion, rows: readonly AnswerRow[]): HuntingSummary {
  const of = (part: AnswerPart) => rows.filter((row) => row.part === part);
  const single = (part: AnswerPart) => of(part)[0];
  const days = of('day');
  const groups = ranked(question.groupBy === 'day' ? days : of('group'));
  const figures = (row: AnswerRow | undefined) => (row === undefined ? NOTHING : figuresOf(row));
  const inAll = question.groupBy === 'day' ? groups.length : (single('groups')?.events ?? groups.length);
  return {
    total: figures(single('total')),
    previous: question.previous === null ? null : figures(single('previous')),
    groups: question.groupBy === null ? [] : groups.slice(0, question.top),
    groupsInAll: question.groupBy === null ? 0 : Math.max(inAll, groups.length),
    days: daysOf(question, days),
    nameless: single('nameless')?.events ?? 0,
  };
}
