// Teams' published rate limits for one bot (page "Rate limit", 2026): sliding windows per conversation and one over
// everything. Decides only whether a request fits; answering 429 is left to the routes.

/** At most `count` requests in any `seconds` seconds. */
export interface RateWindow {
  count: number;
  seconds: number;
}

export const SEND_WINDOWS: readonly RateWindow[] = [
  { count: 7, seconds: 1 },
  { count: 8, seconds: 2 },
  { count: 60, seconds: 30 },
  { count: 1800, seconds: 3600 },
];

export const ROSTER_WINDOWS: readonly RateWindow[] = [
  { count: 14, seconds: 1 },
  { count: 16, seconds: 2 },
  { count: 120, seconds: 30 },
  { count: 3600, seconds: 3600 },
];

export const OVERALL_WINDOWS: readonly RateWindow[] = [{ count: 50, seconds: 1 }];

/** Milliseconds until one more request fits under `windows`; 0 when it fits now. `times` is oldest first. */
export function waitFor(times: readonly number[], windows: readonly RateWindow[], now: number): number {
  return windows.reduce((wait, { count, seconds }) => {
    const blocking = times[times.length - count];
    return blocking === undefined ? wait : Math.max(wait, blocking + seconds * 1000 - now);
  }, 0);
}

function longest(windows: readonly RateWindow[]): number {
  return Math.max(...windows.map((window) => window.seconds)) * 1000;
}

export type LimitedOperation = 'send' | 'roster';

/** Counts admitted requests. Whether updates count like posts is not published; here they do. */
export class RateLimits {
  private readonly admitted = new Map<string, number[]>();

  constructor(private readonly now: () => number) {}

  /** Admits a request and returns undefined, or returns the whole seconds to wait and counts nothing. */
  take(operation: LimitedOperation, conversation: string): number | undefined {
    const windows = operation === 'send' ? SEND_WINDOWS : ROSTER_WINDOWS;
    const own = this.times(`${operation} ${conversation}`, windows);
    const all = this.times('all', OVERALL_WINDOWS);
    const now = this.now();
    const wait = Math.max(waitFor(own, windows, now), waitFor(all, OVERALL_WINDOWS, now));
    if (wait > 0) return Math.max(1, Math.ceil(wait / 1000));
    own.push(now);
    all.push(now);
    return undefined;
  }

  private times(key: string, windows: readonly RateWindow[]): number[] {
    const since = this.now() - longest(windows);
    const kept = (this.admitted.get(key) ?? []).filter((time) => time > since);
    this.admitted.set(key, kept);
    return kept;
  }
}
