// When the next request may leave: the bot's own budget a minute, and the moment Graph asked to be left alone until.
// Clicks pass before looks: looks may use only their share of the budget, clicks all of it.
import { BotError } from '../domain/errors';
import type { Clock } from '../ports/clock';

export type Lane = 'click' | 'poll';

/** Graph counts requests to alerts, to hunting and to the directory apart: a wait in one does not hold up the others. */
export type Pool = 'security' | 'hunting' | 'directory';

export const BUDGET_WINDOW_MS = 60_000;
export const POLL_SHARE = 0.6;
const MAX_WAITS = 200;

export class RequestGate {
  private readonly sent: { at: number; lane: Lane }[] = [];
  private readonly notBefore: Record<Pool, number> = { security: 0, hunting: 0, directory: 0 };

  /** `requestsPerMinute` 0 = no limit of ours. */
  constructor(
    private readonly requestsPerMinute: number,
    private readonly clock: Clock,
  ) {}

  /** Graph answered 429: nobody asks this pool again before `ms` are over. */
  holdOff(pool: Pool, ms: number): void {
    this.notBefore[pool] = Math.max(this.notBefore[pool], this.clock.now() + ms);
  }

  /** Resolves when one request may leave and counts it. Throws `throttled` when that is not before `deadline` (ms). */
  async enter(lane: Lane, pool: Pool, deadline: number, signal: AbortSignal): Promise<void> {
    for (let waits = 0; waits < MAX_WAITS && !signal.aborted; waits += 1) {
      const now = this.clock.now();
      const freeAt = Math.max(this.notBefore[pool], this.budgetFreeAt(lane, now));
      if (freeAt <= now) {
        if (this.requestsPerMinute > 0) this.sent.push({ at: now, lane });
        return;
      }
      if (freeAt >= deadline) throw new BotError('throttled', { from: 'graph', retryAfterMs: freeAt - now });
      await this.clock.sleep(freeAt - now, signal);
    }
    throw new BotError(signal.aborted ? 'unavailable' : 'throttled', { from: 'graph' });
  }

  private budgetFreeAt(lane: Lane, now: number): number {
    if (this.requestsPerMinute === 0) return now;
    while (this.sent[0] !== undefined && this.sent[0].at <= now - BUDGET_WINDOW_MS) this.sent.shift();
    const whole = freeAfter(this.sent, this.requestsPerMinute, now);
    if (lane === 'click') return whole;
    const share = Math.max(1, Math.floor(this.requestsPerMinute * POLL_SHARE));
    const looks = this.sent.filter((request) => request.lane === 'poll');
    return Math.max(whole, freeAfter(looks, share, now));
  }
}

/** The moment at which fewer than `limit` of the requests lie in the window. */
function freeAfter(sent: readonly { at: number }[], limit: number, now: number): number {
  const blocking = sent[sent.length - limit];
  return blocking === undefined ? now : blocking.at + BUDGET_WINDOW_MS;
}
