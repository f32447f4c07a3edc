// One look at Graph: read a window slice by slice, decide what each alert means, commit rows, sends and watermark
// together. It fails whole: a slice that could not be read leaves the watermark where it was.
import { latest, instantFromMs, type Instant } from '../domain/instant';
import type { Alert } from '../domain/alert';
import { BotError } from '../domain/errors';
import { isErased, isSamePerson, type PersonIdentity } from '../domain/person';
import type { StoredAlert } from '../domain/stored-alert';
import type { AlertDecision, AlertLog, CommitResult, WatchState } from '../ports/alert-log';
import type { AlertSlice, AlertSource } from '../ports/alert-source';
import type { AnalystDirectory } from '../ports/analyst-directory';
import type { Clock } from '../ports/clock';
import type { ConversationBook } from '../ports/conversation-book';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import { backlogBoundary, decideAlert, withoutNews } from './decide-alert';
import type { OperationsDesk } from './tell-operations';
import { halve, planLook, type LookKind, type LookPlan } from './look-plan';

export const SLICE_PAGES = 20;
/** A slice too narrow to halve is read to this depth instead. */
export const NARROW_SLICE_PAGES = 500;
export const SLICES_PER_LOOK = 2_000;
/** People named without an object id, looked up per look; the rest follow when their alert changes or is swept. */
export const RESOLVES_PER_LOOK = 50;

export interface WatchDeps {
  alertSource: AlertSource;
  alertLog: AlertLog;
  conversationBook: ConversationBook;
  analystDirectory: AnalystDirectory;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  desk: Pick<OperationsDesk, 'tell'>;
}

export interface WatchSettings {
  pollOverlapMs: number;
  firstLookbackMs: number;
}

export interface LookResult {
  kind: LookKind;
  read: number;
  firstSeen: number;
  changed: number;
  pages: number;
}

interface Look {
  plan: LookPlan;
  state: WatchState;
  firstReadAt: Instant;
  fence: { lease: string; epoch: number };
  totals: LookResult;
  missedByFilter: number;
  resolves: number;
}

export class AlertWatch {
  private overlapPages = 0;

  constructor(
    private readonly deps: WatchDeps,
    private readonly settings: WatchSettings,
  ) {}

  /** Throws BotError when Graph or the store failed; what was committed before stays committed. */
  async look(fence: { lease: string; epoch: number }): Promise<LookResult> {
    const state = await this.deps.alertLog.watchState();
    const firstReadAt = state.firstReadAt ?? (await this.deps.alertSource.serverTime());
    const now = this.deps.clock.now();
    const plan = planLook(state, firstReadAt, {
      now,
      overlapMs: this.settings.pollOverlapMs,
      overlapPages: this.overlapPages,
    });
    const totals: LookResult = { kind: plan.kind, read: 0, firstSeen: 0, changed: 0, pages: 0 };
    const look: Look = { plan, state, firstReadAt, fence, totals, missedByFilter: 0, resolves: 0 };
    await this.walk(look);
    await this.finish(look, instantFromMs(now));
    return totals;
  }

  /** Oldest slice first; a slice with too many pages is halved and its older half read first. */
  private async walk(look: Look): Promise<void> {
    const open: Pick<AlertSlice, 'from' | 'to' | 'maxPages'>[] = [
      { from: look.plan.from, to: null, maxPages: SLICE_PAGES },
    ];
    // An end that is no end must not look like one: what stands in the slices left over would be lost.
    const tooLong = () => new BotError('tooLarge', { from: 'graph' });
    for (let count = 0; ; count += 1) {
      const slice = open.shift();
      if (slice === undefined) return;
      if (count >= SLICES_PER_LOOK) throw tooLong();
      const read = await this.deps.alertSource.readSlice({ ...slice, filter: look.plan.filter });
      look.totals.pages += read.pages;
      if (read.complete) {
        look.missedByFilter += read.missedByFilter;
        await this.commitSlice(look, read.alerts);
        continue;
      }
      const middle = halve(slice.from, slice.to, this.deps.clock.now());
      if (middle !== null) open.unshift({ ...slice, to: middle }, { ...slice, from: middle });
      else if (slice.maxPages < NARROW_SLICE_PAGES) open.unshift({ ...slice, maxPages: NARROW_SLICE_PAGES });
      else throw tooLong();
    }
  }

  private async commitSlice(look: Look, alerts: readonly Alert[]): Promise<void> {
    const { alertLog, conversationBook, clock } = this.deps;
    const seenAt = instantFromMs(clock.now());
    const stored = await alertLog.find(alerts.map((alert) => alert.id));
    const subscriptions = await conversationBook.subscriptions();
    const backlogBefore = look.state.firstReadDone
      ? null
      : backlogBoundary(look.firstReadAt, this.settings.firstLookbackMs);
    const decisions: AlertDecision[] = [];
    for (const alert of alerts) {
      const known = stored.get(alert.id) ?? null;
      const decision = decideAlert(alert, known, { subscriptions, backlogBefore, seenAt });
      if (decision === null && !this.isSubjectDue(look, alert, known)) continue;
      const taken = decision?.alert ?? alert;
      const subject = await this.completeSubject(look, taken.subject, known?.subject ?? null);
      if (decision !== null) decisions.push({ ...decision, alert: { ...taken, subject } });
      else if (known !== null && subject?.objectId) decisions.push(withoutNews({ ...alert, subject }, known));
    }
    const watermark = this.watermarkAfter(look.state.watermark, alerts, seenAt);
    const result = await alertLog.commit({
      decisions,
      watch: { watermark, firstReadAt: look.firstReadAt },
      fence: look.fence,
    });
    look.state = { ...look.state, watermark };
    this.count(look.totals, alerts.length, result);
  }

  /** Never past our own clock: an alert dated in the future must not hide those that follow. */
  private watermarkAfter(before: Instant | null, alerts: readonly Alert[], now: Instant): Instant | null {
    return alerts.reduce<Instant | null>((mark, { lastUpdateDateTime: at }) => {
      if (at === null) return mark;
      const capped = at > now ? now : at;
      return mark === null ? capped : latest(mark, capped);
    }, before);
  }

  /** Whom the directory could not name when the alert was first seen is asked for again once a day. */
  private isSubjectDue(look: Look, alert: Alert, known: StoredAlert | null): boolean {
    if (look.plan.kind !== 'sweep' || known === null || known.contentHash !== alert.contentHash) return false;
    return known.subject !== null && known.subject.objectId === null && !isErased(known.subject);
  }

  /** An alias must not change when evidence names the same person by UPN today and by object id tomorrow. */
  private async completeSubject(
    look: Look,
    subject: PersonIdentity | null,
    known: PersonIdentity | null,
  ): Promise<PersonIdentity | null> {
    if (subject === null || subject.objectId !== null) return subject;
    if (known?.objectId && isSamePerson(subject, known)) return { ...subject, objectId: known.objectId };
    if (look.resolves >= RESOLVES_PER_LOOK) return subject;
    look.resolves += 1;
    try {
      const found = await this.deps.analystDirectory.resolve(subject);
      return found === null ? subject : { ...found, displayName: subject.displayName ?? found.displayName };
    } catch {
      this.deps.logger.warn('a person could not be looked up; the alert is kept without an object id');
      return subject;
    }
  }

  private async finish(look: Look, began: Instant): Promise<void> {
    const watch: Partial<WatchState> = {};
    if (look.plan.kind === 'first') watch.firstReadDone = true;
    if (look.plan.kind === 'sweep') watch.sweptAt = began;
    if (look.plan.kind === 'overlap') {
      this.overlapPages = look.totals.pages;
      watch.overlapReadAt = began;
    }
    if (look.missedByFilter > 0 && look.state.filter === 'irm') {
      watch.filter = 'none';
      this.deps.logger.error('Graph names insider-risk alerts by another source: reading every product from now on', {
        count: look.missedByFilter,
      });
      await this.deps.desk.tell('sourceRenamed');
    }
    if (look.state.watermark === null) watch.watermark = look.firstReadAt;
    if (Object.keys(watch).length > 0) await this.deps.alertLog.commit({ decisions: [], watch, fence: look.fence });
  }

  private count(totals: LookResult, read: number, result: CommitResult): void {
    totals.read += read;
    totals.firstSeen += result.firstSeen;
    totals.changed += result.changed;
    if (result.firstSeen > 0) this.deps.metrics.alertSeen(result.firstSeen);
  }
}
