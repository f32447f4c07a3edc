// How long each kind of call is waited for. A click has 10 s in all (Teams gives up after that); a look has its own pace.

export interface Patience {
  /** Longest time from the first byte sent to the last byte read. */
  attemptMs: number;
  /** Everything together: waits, renewals, retries. */
  totalMs: number;
  retries: number;
  /** First step of the exponential pause between attempts. */
  pauseBaseMs: number;
}

/** Looks at Graph, in nobody's way: up to five retries, then the look fails whole. */
export const POLL: Patience = { attemptMs: 20_000, totalMs: 120_000, retries: 5, pauseBaseMs: 2_000 };

/** A read somebody waits for. */
export const CLICK_READ: Patience = { attemptMs: 2_500, totalMs: 5_000, retries: 1, pauseBaseMs: 200 };

/** Roles asked anew before a write: 3 s in all, so attempts have to be short enough for a second one. */
export const FRESH_LOOKUP: Patience = { attemptMs: 1_800, totalMs: 3_000, retries: 1, pauseBaseMs: 200 };

/** What somebody waits for and can do without: one try, and then on without it. */
export const ASIDE: Patience = { attemptMs: 1_500, totalMs: 1_500, retries: 0, pauseBaseMs: 200 };

/** One PATCH or comment; settling a lost answer has to fit into `EDIT_TOTAL_MS` too. */
export const EDIT: Patience = { attemptMs: 3_000, totalMs: 6_000, retries: 2, pauseBaseMs: 200 };

/** A whole edit with its read-backs; less than the 10 s of a click, more than two attempts. */
export const EDIT_TOTAL_MS = 8_000;

/** A query may run for three minutes at Graph; the rest is for the way and for one more try of a failed connection. */
export const HUNTING_QUERY: Patience = { attemptMs: 185_000, totalMs: 200_000, retries: 1, pauseBaseMs: 1_000 };

/** What a hunting answer needs besides: labels, names, incidents. Nobody holds a click open for it. */
export const HUNTING_LOOKUP: Patience = { attemptMs: 10_000, totalMs: 25_000, retries: 2, pauseBaseMs: 500 };

/** One try at more than is needed: what large tenants refuse for good is not waited for. */
export const EXPANDED_READ: Patience = { attemptMs: 4_000, totalMs: 4_000, retries: 0, pauseBaseMs: 0 };

export const TOKEN: Patience = { attemptMs: 10_000, totalMs: 25_000, retries: 2, pauseBaseMs: 1_000 };

/** The same patience, ending no later than after `ms`. */
export function within(patience: Patience, ms: number): Patience {
  return { ...patience, totalMs: Math.min(patience.totalMs, ms), attemptMs: Math.min(patience.attemptMs, ms) };
}
