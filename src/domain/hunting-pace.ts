// How often the hunting tables may be asked: the tenant's quota belongs to everybody who hunts there.
import { nextFreeAt } from './lane-limits';

export interface HuntingPace {
  /** The whole bot; 0 = no limit of ours. */
  perMinute: number;
  /** One person; 0 = no limit of ours. */
  perPersonPerMinute: number;
}

export const PACE_WINDOW_MS = 60_000;
/** Queries under way at a time. */
export const HUNTS_AT_ONCE = 3;
/** Questions that wait for one of them to end; each may take three minutes. */
export const HUNTS_WAITING_MAX = 12;

export interface HuntStart {
  at: number;
  /** Object id of who asked. */
  person: string;
}

export type PaceRefusal = { code: 'askedTooOften' | 'botQuotaUsed'; retryAfterSeconds: number };

function waitFor(starts: readonly HuntStart[], limit: number, now: number): number {
  const windows = limit === 0 ? [] : [{ ms: PACE_WINDOW_MS, sends: limit }];
  const sent = starts.map(({ at }) => at);
  return nextFreeAt(sent, windows, now) - now;
}

/** Null = go on. `starts`: ascending, of the last minute at least. */
export function paceRefusal(
  starts: readonly HuntStart[],
  pace: HuntingPace,
  person: string,
  now: number,
): PaceRefusal | null {
  const own = waitFor(
    starts.filter((start) => start.person === person),
    pace.perPersonPerMinute,
    now,
  );
  if (own > 0) return { code: 'askedTooOften', retryAfterSeconds: Math.ceil(own / 1_000) };
  const all = waitFor(starts, pace.perMinute, now);
  return all > 0 ? { code: 'botQuotaUsed', retryAfterSeconds: Math.ceil(all / 1_000) } : null;
}
