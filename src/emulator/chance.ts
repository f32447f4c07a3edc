// A seeded source of chance: the same seed gives the same choices, so that a feed and a month of rows can be repeated.

export interface Chance {
  /** 32 bits. */
  word(): number;
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** True once in `times` on average. */
  oneIn(times: number): boolean;
  /** Undefined only when there is nothing to choose from. */
  pick<T>(choices: readonly T[]): T | undefined;
  /** Throws an error when there is nothing to choose from. */
  one<T>(choices: readonly T[]): T;
  guid(): string;
}

/** mulberry32, which is small and good enough for choosing. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => word() % limit;
  const pick = <T>(choices: readonly T[]): T | undefined => choices[word() % choices.length];
  return {
    word,
    below,
    oneIn: (times) => below(times) === 0,
    pick,
    one<T>(choices: readonly T[]): T {
      const index = below(Math.max(1, choices.length));
      if (choices.length === 0) throw new Error('there is nothing to choose from');
      return choices[index] as T;
    },
    guid() {
      const hex = [word(), word(), word(), word()].map((part) => part.toString(16).padStart(8, '0')).join('');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}

/** Chooses by weight; the sums are made once. */
export function weighted<T>(choices: readonly T[], weightOf: (choice: T) => number): (chance: Chance) => T {
  let sum = 0;
  const ends = choices.map((choice) => (sum += weightOf(choice)));
  return (chance) => {
    const at = (chance.word() / 2 ** 32) * sum;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const chosen = choices[low];
    if (chosen === undefined) throw new Error('there is nothing to choose from');
    return chosen;
  };
}
