// One change of one alert: the alert afresh, intent on record, PATCH, read back, comment, outcome on record, every card
// redrawn. In this order and under one lock per alert; each step that fails stops what follows. How it was asked for, by
// a press on the alert's card or by words that were confirmed, makes no difference here.
import { isInsiderRisk, type Alert } from '../domain/alert';
import { versionOf } from '../domain/alert-version';
import { withConflict, type Conflict } from '../domain/conflict';
import { channelView } from '../domain/disclosure';
import { isBotError } from '../domain/errors';
import { instantFromMs } from '../domain/instant';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import { isChangeLegal, type Change } from '../domain/triage-rules';
import type { Untrusted } from '../domain/untrusted';
import type { AuditEntry, AuditOutcome } from '../ports/audit-trail';
import type { Lease, Leases } from '../ports/lease';
import type { Answer } from './answer';
import { askSecondPerson, clearanceFor, spend, type ApprovalDeps, type Held } from './clear-act';
import type { Place, Presser } from './click';
import { CLICK_READ_MS, makeChange, sayingForFailure, type Effect, type MakeChangeDeps } from './make-change';
import { conflictOf, type ConflictDeps } from './note-conflict';
import { refuse, sayingFor, type RefuseDeps } from './refuse';
import { syncAlert, type SyncDeps } from './sync-alert';
import { nameOf, refusal, userPrincipalNameOf, whoAsks, type KnownAsker, type WhoAsksDeps } from './who-asks';

/** A change takes a few Graph calls; the lock outlives them and ends by itself when the process dies. */
export const CHANGE_LOCK_MS = 30_000;
export const CHANGE_LOCK_WAIT_MS = 4_000;
const LOCK_POLL_MS = 50;
/** Who may change alerts, as a refusal names them. */
export const CHANGERS = ['analyst', 'investigator'] as const;

export interface ChangeDeps extends RefuseDeps, SyncDeps, WhoAsksDeps, ConflictDeps, MakeChangeDeps, ApprovalDeps {
  leases: Leases;
}

/** A well-formed change, and the person whose authority for it has just been asked afresh. */
export interface ChangeWanted {
  change: Change;
  comment: Untrusted | null;
  /** The alert as the bot knows it. */
  alert: StoredAlert;
  /** The state that the person saw when they decided. */
  version: string;
  presser: Presser;
  known: KnownAsker;
  /** As the audit names it. */
  verb: string;
  /** Where a second person is asked, should one be needed. */
  place: Place;
}

/** Checked, and about to be put on record with what the person is to the alert's subject. */
interface NotedChange extends ChangeWanted {
  conflict: Conflict;
  /** The second person, by UPN; null = none was needed. */
  approvedBy: string | null;
}

/** What whoever asked does at the moments that only this walk knows. */
export interface ChangeMoments {
  /**
   * Everything was checked: the intent goes on record, with what the next start needs should this process die. False =
   * somebody else was faster, and nothing is written.
   */
  begin(intent: AuditEntry, facts: { alertId: string; change: Change }): Promise<boolean>;
  /** The outcome goes on record. `none`: nothing was written to the alert. */
  end(outcome: AuditEntry, effect: Effect['is']): Promise<void>;
  /** The change was made and is on record. */
  made(): Promise<void>;
}

/** What there is to tell: the alert as it is now, with or without a sentence, or a sentence alone. */
export type Told = { alert: StoredAlert; saying: Saying | null } | ({ alert: null } & Held);

export interface Changed {
  told: Told;
  /**
   * `none`: nothing was written, the same click may be tried again. `open`: something was, and the audit could not
   * say what, so that the next start has to.
   */
  outcome: 'none' | 'applied' | 'uncertain' | 'open';
  /** As it was recorded with the change; `none` when nothing was recorded. */
  conflict: Conflict;
}

/** What is given in the conversation beside the answer: the question to a second person. */
export function laterOf(told: Told): { later?: Answer } {
  return told.alert === null && told.later !== undefined ? { later: told.later } : {};
}

const only = (saying: Saying): Told => ({ alert: null, saying });
const nothing = (told: Told): Changed => ({ told, outcome: 'none', conflict: 'none' });

function entryOf(noted: NotedChange, outcome: AuditOutcome, word: string | null): AuditEntry {
  const { verb, presser, alert, conflict } = noted;
  const { objectId } = presser;
  const reason = withConflict(word, conflict);
  return { action: verb, outcome, actorObjectId: objectId, alertNumber: alert.number, cardRef: null, reason };
}

/** The alert differs from what the person saw. As the channel sees it: an owner who is its subject is no name here. */
export function staleSaying(stored: StoredAlert, commentAdded: boolean): Saying {
  const { status, owner, lastChange: last } = channelView(stored);
  return { code: 'stale', status, owner, changedBy: last?.who ?? null, changedAt: last?.at ?? null, commentAdded };
}

export class AlertChanger {
  constructor(
    private readonly deps: ChangeDeps,
    private readonly moments: ChangeMoments,
  ) {}

  /** Never rejects for what Graph or the store answered. */
  async change(wanted: ChangeWanted): Promise<Changed> {
    try {
      // The holder is this one click: two clicks in one process exclude each other too.
      const holder = `change:${this.deps.newMarker()}`;
      const lease = await this.lock(wanted.alert.id, holder);
      if (lease === null) return nothing(only({ code: 'changeInProgress' }));
      try {
        return await this.underLock(wanted);
      } finally {
        await this.unlock(lease, holder);
      }
    } catch (error) {
      if (!isBotError(error)) throw error;
      this.deps.logger.warn('a change was not made', { verb: wanted.verb, code: error.code, from: error.from });
      return nothing(only(sayingForFailure(error)));
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

  private async underLock(wanted: ChangeWanted): Promise<Changed> {
    const fresh = await this.deps.alertSource.readAlert(wanted.alert.id, CLICK_READ_MS);
    if (fresh === null) return nothing(await this.tellGone(wanted));
    const refused = await this.refusedAfterRead(wanted, fresh);
    if (refused !== null) return nothing(only(refused));
    const stale = versionOf(fresh) !== wanted.version;
    if (stale && wanted.change.kind !== 'comment') return nothing(await this.tellStale(wanted, fresh, false));
    const { presser, known, alert } = wanted;
    const conflict = await conflictOf(this.deps, presser, known, fresh.subject ?? alert.subject);
    const cleared = await this.clear(wanted, fresh);
    if ('saying' in cleared) return nothing({ alert: null, ...cleared });
    const noted = { ...wanted, conflict, approvedBy: cleared.approvedBy };
    const facts = { alertId: fresh.id, change: wanted.change };
    const isOurs = await this.moments.begin(entryOf(noted, 'intended', null), facts);
    if (!isOurs) return nothing(only({ code: 'cardNoLongerValid' }));
    return { ...(await this.carryOut(noted, fresh, stale)), conflict };
  }

  /** The four-eyes rule for the alert as just read; an approval is spent here, before anything is begun. */
  private async clear(wanted: ChangeWanted, fresh: Alert): Promise<Held | { approvedBy: string | null }> {
    const { alert, change, version, verb, presser, known, place } = wanted;
    // Nothing else is under the rule.
    if (change.kind !== 'resolve') return { approvedBy: null };
    const now = { ...alert, severity: fresh.severity, version, subject: fresh.subject ?? alert.subject };
    const ask = { act: { action: 'change' as const, change }, alert: now, presser, known };
    const clearance = await clearanceFor(this.deps, ask);
    if (clearance.is === 'notNeeded') return { approvedBy: null };
    if (clearance.is === 'needed') return askSecondPerson(this.deps, { ...ask, place, verb, reason: null });
    const isOurs = await spend(this.deps, clearance.ref);
    return isOurs ? clearance : { saying: { code: 'changeInProgress' } };
  }

  /** What only the fresh alert can tell: it is no insider-risk alert, it is about the presser, the change is illegal. */
  private async refusedAfterRead(wanted: ChangeWanted, fresh: Alert): Promise<Saying | null> {
    const { alert, change, presser, version, verb } = wanted;
    const known = await whoAsks(this.deps, presser, { subject: fresh.subject ?? alert.subject }, 'cached');
    const no = refusal(known, 'changeAlert');
    let saying: Saying | null = null;
    if (!isInsiderRisk(fresh)) saying = { code: 'notInsiderRisk' };
    else if (no !== null) saying = sayingFor(no, CHANGERS);
    else if (versionOf(fresh) === version && !isChangeLegal(change, fresh.status)) {
      saying = { code: 'changeNotLegal', status: fresh.status };
    }
    if (saying !== null) {
      await refuse(this.deps, {
        action: verb,
        actorObjectId: presser.objectId,
        alertNumber: alert.number,
        cardRef: null,
        reason: saying.code,
      });
    }
    return saying;
  }

  private async tellGone({ alert }: ChangeWanted): Promise<Told> {
    const { alertLog } = this.deps;
    await alertLog.commit({ decisions: [], gone: [alert.id] });
    this.deps.wake();
    const stored = await alertLog.findByNumber(alert.number);
    return { alert: stored ?? alert, saying: { code: 'alertGone' } };
  }

  private async tellStale(wanted: ChangeWanted, fresh: Alert, commentAdded: boolean): Promise<Told> {
    const alert = (await syncAlert(this.deps, fresh, null)) ?? wanted.alert;
    return { alert, saying: staleSaying(alert, commentAdded) };
  }

  private async carryOut(wanted: NotedChange, fresh: Alert, stale: boolean): Promise<Omit<Changed, 'conflict'>> {
    const { change, comment, presser, known, verb } = wanted;
    const { approvedBy } = wanted;
    const author = { userPrincipalName: userPrincipalNameOf(known, presser), comment, approvedBy };
    const effect = await makeChange(this.deps, fresh, change, author);
    if (effect.is === 'none') {
      await this.moments.end(entryOf(wanted, 'failed', effect.reason), 'none');
      return nothing(only(effect.saying));
    }
    // From here on something was written, or may have been: no failure may be told as "nothing was changed".
    try {
      const outcome =
        effect.is === 'uncertain'
          ? entryOf(wanted, 'failed', effect.reason)
          : entryOf(wanted, 'applied', effect.commented ? null : 'commentFailed');
      await this.moments.end(outcome, effect.is);
    } catch (error) {
      if (!isBotError(error)) throw error;
      this.deps.logger.error('the outcome of a change could not be written to the audit', { verb });
      return { told: only({ code: 'outcomeUncertain' }), outcome: 'open' };
    }
    return { told: await this.tellEffect(wanted, effect, stale), outcome: effect.is };
  }

  /** The change is on record: a card that cannot be drawn now is drawn by the next look. */
  private async tellEffect(wanted: ChangeWanted, effect: Exclude<Effect, { is: 'none' }>, stale: boolean) {
    try {
      if (effect.is === 'applied') return await this.tellApplied(wanted, effect, stale);
      if (effect.now !== null) return await this.tellStale(wanted, effect.now, false);
    } catch (error) {
      if (!isBotError(error)) throw error;
      this.deps.logger.warn('a change was made and its card not redrawn yet', { code: error.code });
      if (effect.is === 'applied') return only({ code: 'working' });
    }
    return only({ code: 'outcomeUncertain' });
  }

  private async tellApplied(
    wanted: ChangeWanted,
    { now, commented }: Extract<Effect, { is: 'applied' }>,
    stale: boolean,
  ): Promise<Told> {
    await this.moments.made();
    if (stale) return this.tellStale(wanted, now, true);
    const { change, known, presser } = wanted;
    const lastChange = { what: change.kind, who: nameOf(known, presser), at: instantFromMs(this.deps.clock.now()) };
    const stored: StoredAlert | null = await syncAlert(this.deps, now, lastChange);
    return { alert: stored ?? wanted.alert, saying: commented ? null : { code: 'changedButCommentFailed' } };
  }
}
