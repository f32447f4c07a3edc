// Writes one change to Graph and finds out what became of it: the edit, a read back, the comment that names the person.
// Whether the change may be made was decided before; what is told and recorded of it is decided after.
import type { Alert } from '../domain/alert';
import { isBotError, type BotError, type ErrorCode } from '../domain/errors';
import type { Saying } from '../domain/saying';
import { patchFor, type AlertPatch, type Change } from '../domain/triage-rules';
import type { Untrusted } from '../domain/untrusted';
import type { AlertEditor } from '../ports/alert-editor';
import type { AlertSource } from '../ports/alert-source';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { changeComment } from './change-comment';
import { showsChange } from './shows-change';

export const CLICK_READ_MS = 2_500;
export const READ_BACK_TRIES = 3;
export const READ_BACK_PAUSE_MS = 300;

/** Codes of a write that may have arrived all the same. */
const ANSWER_LOST: readonly ErrorCode[] = ['timedOut', 'unavailable', 'garbage'];

export interface MakeChangeDeps {
  alertSource: AlertSource;
  alertEditor: AlertEditor;
  clock: Clock;
  logger: Logger;
  newMarker(): string;
}

/** Who makes the change, and what they typed beside it. */
export interface ChangeAuthor {
  userPrincipalName: string;
  comment: Untrusted | null;
  /** The second person, by UPN; null = none was needed. */
  approvedBy: string | null;
}

/** What became of the write. `now` is the alert as read after it. */
export type Effect =
  | { is: 'applied'; now: Alert; commented: boolean }
  | { is: 'uncertain'; reason: 'conflict' | 'unconfirmed'; now: Alert | null }
  | { is: 'none'; reason: string; saying: Saying };

export function sayingForFailure(error: BotError): Saying {
  if (error.from === 'store') return { code: 'auditUnavailable' };
  // Teams is asked for nothing but a channel's roster.
  if (error.from === 'connector') return { code: 'rosterUnavailable' };
  if (error.code !== 'throttled') return { code: 'graphUnavailable' };
  const seconds = error.retryAfterMs === undefined ? null : Math.ceil(error.retryAfterMs / 1000);
  return { code: 'graphThrottled', retryAfterSeconds: seconds };
}

/** Never rejects for what Graph answered. `fresh` is the alert as just read. */
export async function makeChange(
  deps: MakeChangeDeps,
  fresh: Alert,
  change: Change,
  author: ChangeAuthor,
): Promise<Effect> {
  try {
    const edited = await edit(deps, fresh, patchFor(change));
    if (edited.is !== 'applied') return edited;
    const commented = await addComment(deps, fresh.id, change, author);
    const { now } = edited;
    // Read before the comment was added: the card counts it all the same.
    return { is: 'applied', commented, now: commented ? { ...now, commentCount: now.commentCount + 1 } : now };
  } catch (error) {
    if (!isBotError(error)) throw error;
    const mayBeThere = error.from === 'graph' && ANSWER_LOST.includes(error.code);
    if (mayBeThere) return { is: 'uncertain', reason: 'unconfirmed', now: null };
    return { is: 'none', reason: error.code, saying: sayingForFailure(error) };
  }
}

/** Success is never claimed without having read it. */
async function edit(deps: MakeChangeDeps, fresh: Alert, patch: AlertPatch | null): Promise<Effect> {
  if (patch === null) return { is: 'applied', now: fresh, commented: false };
  const outcome = await deps.alertEditor.edit(fresh.id, patch);
  if (outcome === 'notApplied') return { is: 'none', reason: outcome, saying: { code: 'graphUnavailable' } };
  const now = await readBack(deps, fresh.id, patch);
  if (outcome === 'conflict') return { is: 'uncertain', reason: outcome, now };
  if (now !== null && showsChange(now, patch)) return { is: 'applied', now, commented: false };
  return { is: 'uncertain', reason: 'unconfirmed', now: null };
}

/** Reads lag behind writes: a few tries, the last answer counts. Null when none could be had. */
async function readBack(deps: MakeChangeDeps, id: string, patch: AlertPatch): Promise<Alert | null> {
  let seen: Alert | null = null;
  for (let attempt = 0; attempt < READ_BACK_TRIES; attempt += 1) {
    if (attempt > 0) await deps.clock.sleep(READ_BACK_PAUSE_MS);
    try {
      seen = await deps.alertSource.readAlert(id, CLICK_READ_MS);
    } catch (error) {
      if (!isBotError(error)) throw error;
    }
    if (seen !== null && showsChange(seen, patch)) return seen;
  }
  return seen;
}

/** A comment that fails does not undo the change: it is said, and stands in the audit. */
async function addComment(deps: MakeChangeDeps, id: string, change: Change, author: ChangeAuthor): Promise<boolean> {
  const marker = deps.newMarker();
  const text = changeComment(change, author.userPrincipalName, author.comment, marker, author.approvedBy);
  try {
    await deps.alertEditor.comment(id, text, marker);
    return true;
  } catch (error) {
    if (!isBotError(error) || change.kind === 'comment') throw error;
    deps.logger.error('the alert was changed but the comment naming the person was not added', { code: error.code });
    return false;
  }
}
