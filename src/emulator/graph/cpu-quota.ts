// The tenant's share of processing for hunting: so much work in each quarter of an hour, then nothing until the next.

export const CYCLE_MS = 15 * 60_000;

export interface CpuQuota {
  /** Milliseconds of work left in this cycle; Infinity without a limit. */
  left(): number;
  spend(ms: number): void;
  /** Whole seconds until the next cycle begins. */
  secondsToNext(): number;
}

/** `perCycle` in milliseconds; 0 = no limit. Cycles begin at each quarter of the hour. */
export function createCpuQuota(clock: () => Date, perCycle: () => number): CpuQuota {
  let cycle = -1;
  let spent = 0;
  const turn = () => {
    const now = Math.floor(clock().getTime() / CYCLE_MS);
    if (now !== cycle) spent = 0;
    cycle = now;
  };
  return {
    left() {
      turn();
      return perCycle() === 0 ? Infinity : Math.max(0, perCycle() - spent);
    },
    spend(ms) {
      turn();
      spent += ms;
    },
    secondsToNext: () => Math.max(1, Math.ceil((CYCLE_MS - (clock().getTime() % CYCLE_MS)) / 1000)),
  };
}
