// How fast one channel may be written to. Teams counts sends per conversation in several windows at once.

export interface RateWindow {
  ms: number;
  sends: number;
}

/** Teams' limits of one bot in one conversation (page "rate limiting", 8 October 2026); all hold at once. */
export const TEAMS_LANE_WINDOWS: readonly RateWindow[] = [
  { ms: 1_000, sends: 7 },
  { ms: 2_000, sends: 8 },
  { ms: 30_000, sends: 60 },
  { ms: 3_600_000, sends: 1_800 },
];

/** One app in one tenant, over all conversations. */
export const TEAMS_APP_WINDOWS: readonly RateWindow[] = [{ ms: 1_000, sends: 50 }];

/** The lane with the operator's own 30-second limit in place of Teams'; 0 = no limit of ours at all. */
export function laneWindows(postsPer30s: number): readonly RateWindow[] {
  if (postsPer30s === 0) return [];
  return TEAMS_LANE_WINDOWS.map((window) => (window.ms === 30_000 ? { ...window, sends: postsPer30s } : window));
}

/** The first moment at or after `now` at which one more send keeps every window; `sentAt` ascending, ms. */
export function nextFreeAt(sentAt: readonly number[], windows: readonly RateWindow[], now: number): number {
  let free = now;
  for (const { ms, sends } of windows) {
    const blocking = sentAt[sentAt.length - sends];
    if (blocking !== undefined) free = Math.max(free, blocking + ms);
  }
  return free;
}
