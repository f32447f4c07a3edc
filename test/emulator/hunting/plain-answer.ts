// The figures of a hunting answer counted in plain TypeScript, from the words of what is promised: files are distinct
// names of objects that are not empty, people distinct account names, events rows; rankings go by files. A list counts
// once under each of its elements, and what is empty is a group of its own.
import { DateTime } from 'luxon';
import type { HuntingQuestion } from '../../../src/domain/hunting-question';
import type { HuntingSummary, RankedGroup } from '../../../src/domain/hunting-summary';
import { parts, type Act } from './plain-acts';
import { isAskedFor } from './plain-filters';

const MOST_DAYS = 31;

type Figures = RankedGroup['figures'];

function figuresOf(acts: readonly Act[]): Figures {
  const named = (values: readonly string[]) => new Set(values.filter((value) => value !== '')).size;
  return { files: named(acts.map(({ file }) => file)), people: named(acts.map(({ upn }) => upn)), rows: acts.length };
}

const orNothing = (values: readonly string[]) => (values.length === 0 ? [''] : [...new Set(values)]);

const GROUPS: Record<NonNullable<HuntingQuestion['groupBy']>, (act: Act, timeZone: string) => readonly string[]> = {
  account: ({ upn }) => [upn],
  domain: ({ hosts }) => orNothing(hosts),
  department: ({ department }) => [department],
  device: ({ devices }) => orNothing(devices),
  label: ({ labels }) => orNothing(labels),
  activity: ({ action }) => orNothing(parts(action, ';')),
  application: ({ application }) => [application],
  policy: ({ policies }) => orNothing(policies),
  day: ({ at }, timeZone) => [dayOf(at, timeZone)],
};

function groupsOf(question: HuntingQuestion, acts: readonly Act[]): RankedGroup[] {
  const { groupBy, timeZone } = question;
  if (groupBy === null) return [];
  const groups = new Map<string, Act[]>();
  for (const act of acts) {
    for (const key of GROUPS[groupBy](act, timeZone)) groups.set(key, [...(groups.get(key) ?? []), act]);
  }
  const ranked = [...groups].map(([key, some]) => ({ key, figures: figuresOf(some) }));
  ranked.sort(
    (a, b) => b.figures.files - a.figures.files || b.figures.rows - a.figures.rows || (a.key < b.key ? -1 : 1),
  );
  return ranked.map(({ key, figures }) => ({ key: key === '' ? null : key, figures }));
}

const dayOf = (at: number, zone: string) => DateTime.fromMillis(at, { zone }).toISODate() ?? '';

function daysOf({ window, timeZone: zone }: HuntingQuestion, acts: readonly Act[]): HuntingSummary['days'] {
  const end = DateTime.fromISO(window.to, { zone });
  const days: string[] = [];
  for (let day = DateTime.fromISO(window.from, { zone }).startOf('day'); day < end; day = day.plus({ days: 1 })) {
    days.push(day.toISODate() ?? '');
  }
  if (days.length < 2 || days.length > MOST_DAYS) return null;
  return days.map((day) => ({ day, figures: figuresOf(acts.filter(({ at }) => dayOf(at, zone) === day)) }));
}

/** `acts`: everything that the tenant has, asked for or not. */
export function plainAnswer(question: HuntingQuestion, acts: readonly Act[]): HuntingSummary {
  const { window, previous, top } = question;
  const wanted = acts.filter((act) => isAskedFor(question, act));
  const within = ({ from, to }: { from: string; to: string }) =>
    wanted.filter(({ at }) => at >= Date.parse(from) && at < Date.parse(to));
  const now = within(window);
  const groups = groupsOf(question, now);
  return {
    total: figuresOf(now),
    previous: previous === null ? null : figuresOf(within(previous)),
    groups: groups.slice(0, top),
    groupsInAll: groups.length,
    days: daysOf(question, now),
    nameless: now.filter(({ upn }) => upn === '').length,
  };
}
