// One change of one alert: authority afresh, the alert afresh, intent on record, PATCH, read back, comment, outcome on
// record, every card redrawn. In this order and under one lock per alert; each step that fails stops what follows.
import { isInsiderRisk, type Alert } from '../domain/alert';
import { versionOf } from '../domain/alert-version';
import { channelView } from '../domain/disclosure';
import { isBotError } from '../domain/errors';
import { instantFromMs } from '../domain/instant';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import { isChangeLegal, type Change } from '../domain/triage-rules';
import { Untrusted } from '../domain/untrusted';
import type { Lease, Leases } from '../ports/lease';
import type { OpenForms } from '../ports/open-forms';
import { cardAnswer, message, type Pressed } from './answer-card';
import type { ClickAnswer } from './click';
import { CLICK_READ_MS, makeChange, sayingForFailure, type Effect, type MakeChangeDeps } from './make-change';
import { refuse, sayingFor, type RefuseDeps } from './refuse';
import { syncAlert, type SyncDeps } from './sync-alert';
import { refusal, whoAsks, type WhoAsksDeps } from './who-asks';

/** A change takes a few Graph calls; the lock outlives them and ends by itself when the process dies. */
export const CHANGE_LOCK_MS = 30_000;
export const CHANGE_LOCK_WAIT_MS = 4_000;
const LOCK_POLL_MS = 50;
/** Who may change alerts, as a refusal names them. */
export const CHANGERS = ['analyst', 'investigator'] as const;

export interface ChangeDeps extends RefuseDeps, SyncDeps, WhoAsksDeps, MakeChangeDeps {
  leases: Leases;
  openForms: OpenForms;
  /** Notes that the effect has begun, for the next start should this process die. */
  noteIntent(facts: { alertId: string; change: Change }): Promise<void>;
}

export interface Changed {
  answer: ClickAnswer;
  /**
   * `none`: nothing was written, the same click may be tried again. `open`: something was, and the audit could not
   * say what, so that the next start has to.
   */
  outcome: 'none' | 'applied' | 'uncertain' | 'open';
}

const nothing = (answer: ClickAnswer): Changed => ({ answer, outcome: 'none' });

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
        await this.unlock(lease, holder);
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

  /** A lock that is not given back ends by itself; that must not turn a change that was made into a failure. */
  private async unlock(lease: Lease, holder: string): Promise<void> {
    try {
      await this.deps.leases.release(lease, holder);
    } catch (error) {
      if (!isBotError(error)) throw error;
      this.deps.logger.warn('the lock of a change was left to end by itself', { code: error.code });
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
    const no = refusal(known, 'changeAlert');
    let saying: Saying | null = null;
    if (!isInsiderRisk(fresh)) saying = { code: 'notInsiderRisk' };
    else if (no !== null) saying = sayingFor(no, CHANGERS);
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
    // As the channel sees it: an owner who is the alert's subject is no name here either.
    const { owner, lastChange: last } = channelView(stored);
    const saying: Saying = {
      code: 'stale',
      status: stored.status,
      owner,
      changedBy: last?.who ?? null,
      changedAt: last?.at ?? null,
      commentAdded,
    };
    return cardAnswer(pressed, stored, saying);
  }

  private async carryOut(pressed: Pressed, fresh: Alert, change: Change, stale: boolean): Promise<Changed> {
    await this.audit(pressed, 'intended', null);
    await this.deps.noteIntent({ alertId: fresh.id, change });
    const { click, known } = pressed;
    const userPrincipalName = known.person?.userPrincipalName ?? click.presser.objectId;
    const effect = await makeChange(this.deps, fresh, change, { userPrincipalName, comment: click.inputs.comment });
    if (effect.is === 'none') {
      await this.audit(pressed, 'failed', effect.reason);
      return nothing(message(effect.saying));
    }
    // From here on something was written, or may have been: no failure may be told as "nothing was changed".
    try {
      if (effect.is === 'uncertain') await this.audit(pressed, 'failed', effect.reason);
      else await this.audit(pressed, 'applied', effect.commented ? null : 'commentFailed');
    } catch (error) {
      if (!isBotError(error)) throw error;
      this.deps.logger.error('the outcome of a change could not be written to the audit', { verb: pressed.click.verb });
      return { answer: message({ code: 'outcomeUncertain' }), outcome: 'open' };
    }
    return { answer: await this.answerEffect(pressed, effect, change, stale), outcome: effect.is };
  }

  /** The change is on record: a card that cannot be drawn now is drawn by the next look. */
  private async answerEffect(
    pressed: Pressed,
    effect: Exclude<Effect, { is: 'none' }>,
    change: Change,
    stale: boolean,
  ): Promise<ClickAnswer> {
    try {
      if (effect.is === 'applied') {
        return await this.answerApplied(pressed, effect.now, change, { stale, commented: effect.commented });
      }
      if (effect.now !== null) return await this.answerStale(pressed, effect.now, false);
    } catch (error) {
      if (!isBotError(error)) throw error;
      this.deps.logger.warn('a change was made and its card not redrawn yet', { code: error.code });
      if (effect.is === 'applied') return message({ code: 'working' });
    }
    return message({ code: 'outcomeUncertain' });
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
