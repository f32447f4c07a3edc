// Takes a fresh read of one alert into the log, with its redraws, outside the watcher's round.
import type { Alert } from '../domain/alert';
import { diffAlert } from '../domain/alert-diff';
import { channelsFor } from '../domain/channel-routing';
import { instantFromMs } from '../domain/instant';
import type { LastChange, StoredAlert } from '../domain/stored-alert';
import type { AlertDecision, AlertLog } from '../ports/alert-log';
import type { Clock } from '../ports/clock';
import type { ConversationBook } from '../ports/conversation-book';
import { decideAlert, withoutNews } from './decide-alert';

/** The watcher may commit the same change in between; then the row is read again. */
export const SYNC_TRIES = 4;

export interface SyncDeps {
  alertLog: AlertLog;
  conversationBook: ConversationBook;
  clock: Clock;
  /** Sends were queued. */
  wake(): void;
}

/** Who made the change is news of its own: the cards are redrawn even when the watcher already saw the new state. */
function ownChange(alert: Alert, stored: StoredAlert, lastChange: LastChange, postTo: string[]): AlertDecision {
  return { ...withoutNews(alert, stored), lastChange, postTo, redraw: 'now' };
}

/** Gives the stored alert after the commit. `lastChange` null = nobody of ours changed it. */
export async function syncAlert(
  deps: SyncDeps,
  fresh: Alert,
  lastChange: LastChange | null,
): Promise<StoredAlert | null> {
  const { alertLog, conversationBook, clock } = deps;
  const subscriptions = await conversationBook.subscriptions();
  for (let attempt = 0; attempt < SYNC_TRIES; attempt += 1) {
    const stored = (await alertLog.find([fresh.id])).get(fresh.id) ?? null;
    if (stored === null) return null;
    const alert: Alert = { ...fresh, subject: fresh.subject ?? stored.subject };
    const seenAt = instantFromMs(clock.now());
    // Somebody else's newer change was seen meanwhile: the older state must not come back.
    if (diffAlert(stored, alert).news === 'stale') return stored;
    const seen = decideAlert(alert, stored, { subscriptions, backlogBefore: null, seenAt });
    const own = lastChange && ownChange(alert, stored, lastChange, channelsFor(alert, subscriptions));
    const decision = own && seen ? { ...seen, lastChange, redraw: 'now' as const } : (own ?? seen);
    if (decision === null) return stored;
    const result = await alertLog.commit({ decisions: [decision] });
    if (result.skipped === 0) {
      deps.wake();
      return alertLog.findByNumber(stored.number);
    }
  }
  return (await alertLog.find([fresh.id])).get(fresh.id) ?? null;
}
