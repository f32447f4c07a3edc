// Details seen by somebody who manages the person an alert is about, or reports to them: they are warned each time, and
// the audit gets one line a day. A view that cannot be recorded so shows the posted card instead.
import { withConflict, isConflict, type Conflict } from '../domain/conflict';
import { channelView, hasDetails } from '../domain/disclosure';
import { isBotError } from '../domain/errors';
import type { AuditTrail } from '../ports/audit-trail';
import type { ClickLog } from '../ports/click-log';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { Pressed } from './answer-card';
import type { ClickAnswer } from './click';
import { conflictOf, withAside, type ConflictDeps } from './note-conflict';

/** Clients refresh by themselves, so one person's views of one alert leave one line in this time. */
export const VIEW_NOTED_MS = 24 * 3_600_000;

export interface NoteViewDeps extends ConflictDeps {
  auditTrail: AuditTrail;
  clickLog: ClickLog;
  clock: Clock;
  logger: Logger;
}

/** False when it could not be written down. */
async function record(deps: NoteViewDeps, { click, card }: Pressed, conflict: Conflict): Promise<boolean> {
  const { auditTrail, clickLog, clock, logger } = deps;
  const { objectId } = click.presser;
  const keys = [`conflictSeen:${card.alert.id}|${objectId}`];
  try {
    if ((await clickLog.take(keys, clock.now(), VIEW_NOTED_MS)) !== null) return true;
    try {
      const line = { action: 'alert.refresh', outcome: 'applied', reason: withConflict(null, conflict) } as const;
      const about = { actorObjectId: objectId, alertNumber: card.alert.number, cardRef: null };
      await auditTrail.append({ ...line, ...about }, clock.now());
    } catch (error) {
      await clickLog.release(keys);
      throw error;
    }
    await clickLog.keep(keys, { outcome: 'noted', facts: '{}' });
    return true;
  } catch (error) {
    if (!isBotError(error)) throw error;
    logger.error('a view in conflict of interest could not be written to the audit', { code: error.code });
    return false;
  }
}

/**
 * The answer to a press, as its viewer may have it. Given back as it is when it shows no details, and when it warns
 * already: the change that it tells of is on record with the conflict.
 */
export async function noteView(deps: NoteViewDeps, pressed: Pressed, answer: ClickAnswer): Promise<ClickAnswer> {
  if (answer.show !== 'card' || !hasDetails(answer.view) || answer.aside !== undefined) return answer;
  const { click, card, known } = pressed;
  const conflict = await conflictOf(deps, click.presser, known, card.alert.subject);
  if (!isConflict(conflict)) return answer;
  if (await record(deps, pressed, conflict)) return withAside(answer, conflict, 'view');
  return { ...answer, view: channelView(card.alert), refreshFor: [] };
}
