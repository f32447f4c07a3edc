// A clock that runs with the real one, except that every sleep is over at once and only moves the time shown.
import type { Clock } from '../../src/ports/clock';

export interface SkippingClock extends Clock {
  /** Every sleep asked for, in milliseconds. */
  readonly slept: number[];
  skip(ms: number): void;
}

/** `random` is what `random()` gives each time. */
export function createSkippingClock(random = 0): SkippingClock {
  let skipped = 0;
  const slept: number[] = [];
  return {
    slept,
    skip: (ms) => {
      skipped += ms;
    },
    now: () => Date.now() + skipped,
    random: () => random,
    sleep: async (ms) => {
      slept.push(ms);
      skipped += ms;
    },
  };
}
