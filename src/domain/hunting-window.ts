// Which time a hunting question is about: what was asked, the bot's own default, or the days around an alert, cut to
// what the data reach. All windows are half open and of second precision.
import type { Window } from './command';
import { instantToMs, type Instant } from './instant';

const DAY_MS = 86_400_000;
/** Hunting holds no more, and cuts longer requests without a word (Graph, "runHuntingQuery"). */
export const HUNTING_REACH_MS = 30 * DAY_MS;
export const DEFAULT_WINDOW_MS = 7 * DAY_MS;
export const BEFORE_ALERT_MS = 3 * DAY_MS;
export const AFTER_ALERT_MS = DAY_MS;

export interface HuntingWindow {
  window: Window;
  /** The period of equal length right before; null when it was not asked for or lies beyond the data. */
  previous: Window | null;
  /** Less was searched than was asked for. */
  cut: boolean;
  isDefault: boolean;
  /** The data hold the whole of the period before. */
  isComparable: boolean;
}

const wholeSeconds = (ms: number) => Math.floor(ms / 1_000) * 1_000;

function windowOf(from: number, to: number): Window {
  const second = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return { from: second(from), to: second(to) };
}

/**
 * `asked` null = the default, the seven days before `now` (ms since the epoch). Null when the whole window lies before
 * what the data reach, or after now.
 */
export function huntingWindow(asked: Window | null, compare: boolean, now: number): HuntingWindow | null {
  const end = wholeSeconds(now);
  const reach = end - HUNTING_REACH_MS;
  const wanted = asked === null ? end - DEFAULT_WINDOW_MS : Date.parse(asked.from);
  const to = asked === null ? end : Math.min(Date.parse(asked.to), end);
  const from = Math.max(wanted, reach);
  if (!(from < to)) return null;
  const before = from - (to - from);
  const beyond = from > wanted || before < reach;
  return {
    window: windowOf(from, to),
    previous: compare && !beyond ? windowOf(before, from) : null,
    cut: from > wanted || (compare && beyond),
    isDefault: asked === null,
    isComparable: !beyond,
  };
}

/** From three days before an alert's first activity to a day after its last, at most what hunting holds. */
export function windowAround(first: Instant, last: Instant): Window {
  const from = wholeSeconds(instantToMs(first)) - BEFORE_ALERT_MS;
  // A last activity within a second belongs to that second, which the end leaves out.
  const to = wholeSeconds(instantToMs(last)) + 1_000 + AFTER_ALERT_MS;
  return windowOf(Math.max(from, to - HUNTING_REACH_MS), Math.max(to, from));
}
