// One change of one alert: authority afresh, the alert afresh, intent on record, PATCH, read back, comment, outcome on
// record, every card redrawn. In this order and under one lock per alert; each step that fails stops what follows.
import { isInsiderRisk, type Alert } from '../domain/alert';
import { versionOf } from '../domain/alert-version';
import { isBotError, type BotError } from '../domain/errors';
import { instantFromMs } from '../domain/instant';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import { isChangeLegal, patchFor, type Change } from '../domain/triage-rules';
import { Untrusted } from '../domain/untrusted';
import type { AlertEditor } from '../ports/alert-editor';
import type { AlertSource } from '../ports/alert-source';
import type { Lease, Leases } from '../ports/lease';
import type { OpenForms } from '../ports/open-forms';
import { cardAnswer, message, type Pressed } from './answer-card';
import { changeComment } from './change-comment';
import type { ClickAnswer } from './click';
import { refuse, type RefuseDeps } from './refuse';
import { showsChange } from './shows-change';
import { syncAlert, type SyncDeps } from './sync-alert';
import { whoAsks, type WhoAsksDeps } from './who-asks';

export const CLICK_READ_MS = 2_500;
/** A change takes a few Graph calls; the lock outlives them and ends by itself when the process dies. */
export const CHANGE_LOCK_MS = 30_000;
export const CHANGE_LOCK_WAIT_MS = 4_000;
const LOCK_POLL_MS = 50;
export const READ_BACK_TRIES = 3;
const READ_BACK_PAUSE_MS = 300;

export interface ChangeDeps extends RefuseDeps, SyncDeps, WhoAsksDeps {
  alertSource: AlertSource;
  alertEditor: AlertEditor;
  leases: Leases;
  openForms: OpenForms;
  newMarker(): string;
  /** Notes that the effect has begun, for the next start should this process die. */
  noteIntent(facts: { alertId: string; change: Change }): Promise<void>;
}

/** `effect` false: nothing was written, the same click may be tried again. */
export interface Changed {
  answer: ClickAnswer;
  effect: boolean;
}

const nothing = (answer: ClickAnswer): Changed => ({ answer, effect: false });

export function sayingForFailure(error: BotError): Saying {
  if (error.from === 'store') return { code: 'auditUnavailable' };
  if (error.code !== 'throttled') return { code: 'graphUnavailable' };
  const seconds = error.retryAfterMs === undefined ? null : Math.ceil(error.retryAfterMs / 1000);
  return { code: 'graphThrottled', retryAfterSeconds: seconds };
}

export class AlertChanger {
  constructor(private readonly deps: ChangeDeps) {}

  /** Never rejects. The presser's authority has been checked afresh; the change is well-formed. */
  async change(pressed: Pressed, change: Change): Promise<Changed> {
    try {
      // The holder is this one click: two clicks in one process exclude each other too.
      const holder = `change:${this.deps.newMarker()}`;
      const lease = await this.lock(pressed.card.alert.id, holder);
      if (lease === null) return nothing(message({ code: 'changeInProgress' }));
      try {
        return await this.underLock(pressed, change);
      } finally {
        await this.deps.leases.release(lease, holder);
      }
    } catch (error) {
      if (!isBotError(error)) throw error;
      this.deps.logger.warn('a change was not made', { verb: pressed.click.verb, code: error.code, from: error.from });
      return nothing(message(sayingForFailure(error)));
    }
  }

  private async lock(alertId: string, holder: string): Promise<Lease | null> {
    const { leases, clock } = this.deps;
    const until = clock.now() + CHANGE_LOCK_WAIT_MS;
    for (;;) {
      const lease = await leases.acquire(`alert:${alertId}`, holder, CHANGE_LOCK_MS, clock.now());
      if (lease !== null || clock.now() >= until) return lease;
      await clock.sleep(LOCK_POLL_MS);
    }
  }

  private async underLock(pressed: Pressed, change: Change): Promise<Changed> {
    const { alert } = pressed.card;
    const fresh = await this.deps.alertSource.readAlert(alert.id, CLICK_READ_MS);
    if (fresh === null) return nothing(await this.answerGone(pressed));
    const refused = await this.refusedAfterRead(pressed, fresh, change);
    if (refused !== null) return nothing(message(refused));
    const stale = versionOf(fresh) !== pressed.click.version;
    if (stale && change.kind !== 'comment') return nothing(await this.answerStale(pressed, fresh, false));
    return this.carryOut(pressed, fresh, change, stale);
  }

  /** What only the fresh alert can tell: it is no insider-risk alert, it is about the presser, the change is illegal. */
  private async refusedAfterRead(pressed: Pressed, fresh: Alert, change: Change): Promise<Saying | null> {
    const { click, card } = pressed;
    const known = await whoAsks(this.deps, click.presser, { subject: fresh.subject ?? card.alert.subject }, 'cached');
    let saying: Saying | null = null;
    if (!isInsiderRisk(fresh)) saying = { code: 'notInsiderRisk' };
    else if (known.asker.isSubject) saying = { code: 'isSubject' };
    else if (versionOf(fresh) === click.version && !isChangeLegal(change, fresh.status)) {
      saying = { code: 'changeNotLegal', status: fresh.status };
    }
    if (saying !== null) {
      await refuse(this.deps, {
        action: click.verb,
        actorObjectId: click.presser.objectId,
        alertNumber: card.alert.number,
        cardRef: null,
        reason: saying.code,
      });
    }
    return saying;
  }

  private async answerGone(pressed: Pressed): Promise<ClickAnswer> {
    const { alertLog } = this.deps;
    await alertLog.commit({ decisions: [], gone: [pressed.card.alert.id] });
    this.deps.wake();
    const stored = await alertLog.findByNumber(pressed.card.alert.number);
    return cardAnswer(pressed, stored ?? pressed.card.alert, { code: 'alertGone' });
  }

  private async answerStale(pressed: Pressed, fresh: Alert, commentAdded: boolean): Promise<ClickAnswer> {
    const stored = (await syncAlert(this.deps, fresh, null)) ?? pressed.card.alert;
    const last = stored.lastChange;
    const saying: Saying = {
      code: 'stale',
      status: stored.status,
      owner: stored.assignedTo,
      changedBy: last?.who ?? null,
      changedAt: last?.at ?? null,
      commentAdded,
    };
    return cardAnswer(pressed, stored, saying);
  }

  private async carryOut(pressed: Pressed, fresh: Alert, change: Change, stale: boolean): Promise<Changed> {
    await this.audit(pressed, 'intended', null);
    await this.deps.noteIntent({ alertId: fresh.id, change });
    try {
      const edited = await this.edit(pressed, fresh, change);
      if ('answer' in edited) return edited;
      const commented = await this.comment(pressed, change);
      await this.audit(pressed, 'applied', commented ? null : 'commentFailed');
      return { answer: await this.answerApplied(pressed, edited.now, change, { stale, commented }), effect: true };
    } catch (error) {
      if (!isBotError(error)) throw error;
      await this.audit(pressed, 'failed', error.code);
      return nothing(message(sayingForFailure(error)));
    }
  }

  /** The alert as Graph shows it after the edit; success is never claimed without having read it. */
  private async edit(pressed: Pressed, fresh: Alert, change: Change): Promise<{ now: Alert } | Changed> {
    const patch = patchFor(change);
    if (patch === null) return { now: fresh };
    const outcome = await this.deps.alertEditor.edit(fresh.id, patch);
    if (outcome === 'notApplied') {
      await this.audit(pressed, 'failed', 'notApplied');
      return nothing(message({ code: 'graphUnavailable' }));
    }
    const now = await this.readBack(fresh.id, change);
    if (outcome === 'applied' && now !== null && showsChange(now, patch)) return { now };
    await this.audit(pressed, 'failed', outcome === 'conflict' ? 'conflict' : 'unconfirmed');
    const answer =
      outcome === 'conflict' && now !== null
        ? await this.answerStale(pressed, now, false)
        : message({ code: 'outcomeUncertain' });
    return { answer, effect: true };
  }

  private async readBack(id: string, change: Change): Promise<Alert | null> {
    const patch = patchFor(change) ?? {};
    let seen: Alert | null = null;
    for (let attempt = 0; attempt < READ_BACK_TRIES; attempt += 1) {
      if (attempt > 0) await this.deps.clock.sleep(READ_BACK_PAUSE_MS);
      seen = await this.deps.alertSource.readAlert(id, CLICK_READ_MS);
      if (seen !== null && showsChange(seen, patch)) return seen;
    }
    return seen;
  }

  /** A comment that fails does not undo the change: it is said, and stands in the audit. */
  private async comment(pressed: Pressed, change: Change): Promise<boolean> {
    const { alertEditor, newMarker, logger } = this.deps;
    const marker = newMarker();
    const upn = pressed.known.person?.userPrincipalName ?? pressed.click.presser.objectId;
    const text = changeComment(change, upn, pressed.click.inputs.comment, marker);
    try {
      await alertEditor.comment(pressed.card.alert.id, text, marker);
      return true;
    } catch (error) {
      if (!isBotError(error) || change.kind === 'comment') throw error;
      logger.error('the alert was changed but the comment naming the person was not added', { code: error.code });
      return false;
    }
  }

  private async answerApplied(
    pressed: Pressed,
    now: Alert,
    change: Change,
    how: { stale: boolean; commented: boolean },
  ): Promise<ClickAnswer> {
    const { click, card, known } = pressed;
    await this.deps.openForms.close(card.cardId, click.presser.objectId);
    if (how.stale) return this.answerStale(pressed, now, true);
    const name = known.person?.displayName ?? known.person?.userPrincipalName ?? null;
    const who = name === null ? click.presser.name : Untrusted.of(name);
    const lastChange = { what: change.kind, who, at: instantFromMs(this.deps.clock.now()) };
    const stored: StoredAlert | null = await syncAlert(this.deps, now, lastChange);
    const saying: Saying | null = how.commented ? null : { code: 'changedButCommentFailed' };
    return cardAnswer(pressed, stored ?? card.alert, saying);
  }

  private async audit(pressed: Pressed, outcome: 'intended' | 'applied' | 'failed', reason: string | null) {
    const { click, card } = pressed;
    await this.deps.auditTrail.append(
      {
        action: click.verb,
        outcome,
        actorObjectId: click.presser.objectId,
        alertNumber: card.alert.number,
        cardRef: null,
        reason,
      },
      this.deps.clock.now(),
    );
  }
}
