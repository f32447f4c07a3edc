// Graph's allowance of alert operations: so many in any minute. Refused tries count too, as Graph's guidance warns.

export const WINDOW_MS = 60_000;

export interface Throttle {
  /** Counts one operation; 0 when it may go ahead, else whole seconds to wait. */
  take(): number;
}

export function createThrottle(clock: () => Date, perMinute: () => number): Throttle {
  let taken: number[] = [];
  return {
    take() {
      const limit = perMinute();
      if (limit === 0) return 0;
      const now = clock().getTime();
      taken = taken.filter((at) => at > now - WINDOW_MS);
      taken.push(now);
      if (taken.length <= limit) return 0;
      // No more than two windows' worth is kept, so that hammering cannot fill memory or shut the door for good.
      taken = taken.slice(-2 * limit);
      const leaving = taken[taken.length - limit] ?? now;
      return Math.max(1, Math.ceil((leaving + WINDOW_MS - now) / 1000));
    },
  };
}
