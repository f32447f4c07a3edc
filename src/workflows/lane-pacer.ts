// Remembers what was sent where, so that no channel is written to faster than Teams allows. Memory only: after a
// restart Teams' own 429 is the backstop.
import type { ChannelKey } from '../domain/channel-routing';
import { nextFreeAt, TEAMS_APP_WINDOWS, type RateWindow } from '../domain/lane-limits';

const REMEMBERED_SENDS = 1_800;
const REMEMBERED_APP_SENDS = 50;
/** Lanes idle for longer than the widest window are forgotten. */
const IDLE_LANE_MS = 3_600_000;

export class LanePacer {
  private readonly sent = new Map<ChannelKey, number[]>();
  private readonly waits = new Map<ChannelKey, number>();
  private appSends: number[] = [];

  constructor(private readonly windows: readonly RateWindow[]) {}

  /** The first moment at which the channel may be written to again. */
  freeAt(channel: ChannelKey, now: number): number {
    const lane = nextFreeAt(this.sent.get(channel) ?? [], this.windows, now);
    return Math.max(lane, this.appFreeAt(now), this.waits.get(channel) ?? 0);
  }

  /** Whether the app's own limit is used up: then no channel may be written to, seen before or not. */
  isFull(now: number): boolean {
    return this.appFreeAt(now) > now;
  }

  recordSend(channel: ChannelKey, now: number): void {
    const lane = this.sent.get(channel) ?? [];
    lane.push(now);
    this.sent.set(channel, lane.slice(-REMEMBERED_SENDS));
    this.appSends = [...this.appSends, now].slice(-REMEMBERED_APP_SENDS);
  }

  /** The service asked for a wait (429), or the channel cannot be written to for now. */
  holdUntil(channel: ChannelKey, until: number): void {
    this.waits.set(channel, Math.max(until, this.waits.get(channel) ?? 0));
  }

  release(channel: ChannelKey): void {
    this.waits.delete(channel);
  }

  /** Channels that may not be written to now. */
  blocked(now: number): ChannelKey[] {
    const known = new Set([...this.sent.keys(), ...this.waits.keys()]);
    for (const channel of known) this.forgetIfIdle(channel, now);
    return [...known].filter((channel) => this.freeAt(channel, now) > now);
  }

  private appFreeAt(now: number): number {
    return this.windows.length === 0 ? now : nextFreeAt(this.appSends, TEAMS_APP_WINDOWS, now);
  }

  private forgetIfIdle(channel: ChannelKey, now: number): void {
    const last = this.sent.get(channel)?.at(-1) ?? 0;
    if (last < now - IDLE_LANE_MS && (this.waits.get(channel) ?? 0) <= now) {
      this.sent.delete(channel);
      this.waits.delete(channel);
    }
  }
}
