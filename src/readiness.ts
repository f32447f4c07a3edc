// Whether the bot does its job right now, and the three figures that say how well.

/** Looks may fail this many times in a row before the bot counts as not ready. */
export const POLLS_UNTIL_UNREADY = 5;

export interface ReadinessFacts {
  now: number;
  lastLookAt: number | null;
  oldestUnsentAt: number | null;
  outboxDepth: number;
  pollIntervalMs: number;
}

/** Ages in milliseconds; null = there is nothing to have an age. */
export interface Readiness {
  ready: boolean;
  body: { lastPollAgeMs: number | null; oldestUnsentAgeMs: number | null; outboxDepth: number };
}

export function readinessOf(facts: ReadinessFacts): Readiness {
  const age = (since: number | null) => (since === null ? null : Math.max(0, facts.now - since));
  const lastPollAgeMs = age(facts.lastLookAt);
  const ready = lastPollAgeMs !== null && lastPollAgeMs <= facts.pollIntervalMs * POLLS_UNTIL_UNREADY;
  return {
    ready,
    body: { lastPollAgeMs, oldestUnsentAgeMs: age(facts.oldestUnsentAt), outboxDepth: facts.outboxDepth },
  };
}
