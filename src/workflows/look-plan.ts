// Which window the next look reads. Pure: state and time in, plan out.
import { earlierBy, instantFromMs, instantToMs, type Instant } from '../domain/instant';
import type { WatchState } from '../ports/alert-log';

export const FIRST_READ_MS = 30 * 24 * 3_600_000;
export const SWEEP_EVERY_MS = 24 * 3_600_000;
export const SWEEP_WINDOW_MS = 30 * 24 * 3_600_000;
/** A busy tenant's overlap may be many pages: then most looks re-read only the last minutes. */
export const OVERLAP_PAGES_TOO_MANY = 10;
export const RECENT_WINDOW_MS = 5 * 60_000;
export const WHOLE_OVERLAP_EVERY_MS = 10 * 60_000;

export type LookKind = 'first' | 'sweep' | 'overlap' | 'recent';

export interface LookPlan {
  kind: LookKind;
  from: Instant;
  filter: 'irm' | 'none';
}

export interface LookContext {
  now: number;
  overlapMs: number;
  /** Pages the last read of the whole overlap took; 0 when there was none. */
  overlapPages: number;
}

function isDue(last: Instant | null, everyMs: number, now: number): boolean {
  return last === null || now - instantToMs(last) >= everyMs;
}

/** `state.firstReadAt` must be set by then: the first read is measured from Graph's clock. */
export function planLook(state: WatchState, firstReadAt: Instant, context: LookContext): LookPlan {
  const { now, overlapMs, overlapPages } = context;
  if (!state.firstReadDone) return { kind: 'first', from: earlierBy(firstReadAt, FIRST_READ_MS), filter: state.filter };
  if (isDue(state.sweptAt, SWEEP_EVERY_MS, now)) {
    return { kind: 'sweep', from: instantFromMs(now - SWEEP_WINDOW_MS), filter: 'none' };
  }
  const watermark = state.watermark ?? firstReadAt;
  const busy = overlapPages > OVERLAP_PAGES_TOO_MANY && overlapMs > RECENT_WINDOW_MS;
  if (busy && !isDue(state.overlapReadAt, WHOLE_OVERLAP_EVERY_MS, now)) {
    return { kind: 'recent', from: earlierBy(watermark, RECENT_WINDOW_MS), filter: state.filter };
  }
  return { kind: 'overlap', from: earlierBy(watermark, overlapMs), filter: state.filter };
}

/** Halves a slice that had too many pages; null when it is too narrow to halve. */
export function halve(from: Instant, to: Instant | null, now: number): Instant | null {
  const start = instantToMs(from);
  const end = to === null ? Math.max(now, start) : instantToMs(to);
  const middle = Math.floor((start + end) / 2);
  return middle > start && middle < end ? instantFromMs(middle) : null;
}
