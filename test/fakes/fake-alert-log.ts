// Alerts in memory, with the sends that a commit causes.
import { severityRank } from '../../src/domain/alert';
import { isStub, stubOf } from '../../src/domain/alert-stub';
import { versionOf } from '../../src/domain/alert-version';
import { BotError } from '../../src/domain/errors';
import { instantToMs } from '../../src/domain/instant';
import { identifiersOf } from '../../src/domain/person';
import type { StoredAlert } from '../../src/domain/stored-alert';
import type {
  AlertCommit,
  AlertDecision,
  AlertLog,
  CommitResult,
  DigestAlerts,
  WatchState,
  AlertSearch,
} from '../../src/ports/alert-log';
import { cardFor, queuePost } from './fake-cards';
import type { FakePeopleBook } from './fake-people-book';
import type { FakeCard, FakeState } from './fake-state';

const FORM_WAIT_MS = 60_000;

function byAgeThenNumber(a: StoredAlert, b: StoredAlert): number {
  const [older, younger] = [a.createdDateTime ?? '', b.createdDateTime ?? ''];
  if (older === younger) return b.number - a.number;
  return older < younger ? 1 : -1;
}

export class FakeAlertLog implements AlertLog {
  private lastNumber = 999;

  constructor(
    private readonly state: FakeState,
    private readonly people: FakePeopleBook,
    private readonly tenantId: string,
  ) {}

  async watchState(): Promise<WatchState> {
    return { ...this.state.watch };
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, StoredAlert>> {
    const found = this.state.alerts.filter((alert) => ids.includes(alert.stored.id));
    return new Map(found.map((alert) => [alert.stored.id, this.whole(alert.stored.number)]));
  }

  async findByNumber(number: number): Promise<StoredAlert | null> {
    return this.state.alertByNumber(number) ? this.whole(number) : null;
  }

  async search({ status, severity, window }: AlertSearch, limit: number): Promise<readonly StoredAlert[]> {
    const isMeant = ({ status: has, severity: level, createdDateTime: created }: StoredAlert) =>
      (status.length === 0 || (has !== null && status.includes(has))) &&
      (severity.length === 0 || (level !== null && severity.includes(level))) &&
      (window === null || (created !== null && created >= window.from && created < window.to));
    return this.state.alerts
      .filter(({ stored }) => !stored.gone && isMeant(stored))
      .sort((a, b) => byAgeThenNumber(a.stored, b.stored))
      .slice(0, limit)
      .map(({ stored }) => this.whole(stored.number));
  }

  async listForDigest(limit: number): Promise<DigestAlerts> {
    const known = this.state.alerts
      .filter(({ stored }) => !stored.gone)
      .sort((a, b) => byAgeThenNumber(a.stored, b.stored));
    const hasCard = (number: number) => this.state.cards.some((card) => card.alertNumber === number);
    const resolved = known.filter(({ stored, wasEverOpen }) => {
      return stored.status === 'resolved' && !wasEverOpen && !stored.backlog && !hasCard(stored.number);
    });
    const listed = (rows: typeof known) => rows.slice(0, limit).map(({ stored }) => this.whole(stored.number));
    return {
      open: listed(known.filter(({ stored }) => stored.status !== 'resolved')),
      alreadyResolved: listed(resolved),
    };
  }

  async commit(commit: AlertCommit): Promise<CommitResult> {
    const { fence } = commit;
    const lease = fence && this.state.leases.get(fence.lease);
    if (fence && lease?.epoch !== fence.epoch) throw new BotError('leaseLost', { from: 'store' });
    const result: CommitResult = { firstSeen: 0, changed: 0, skipped: 0 };
    for (const decision of commit.decisions) {
      const counted = this.apply(decision);
      if (counted !== null) result[counted] += 1;
    }
    for (const id of commit.gone ?? []) this.markGone(id);
    Object.assign(this.state.watch, commit.watch);
    return result;
  }

  private apply(decision: AlertDecision): keyof CommitResult | null {
    const { alert, diff } = decision;
    const row = this.state.alerts.find(({ stored }) => stored.id === alert.id);
    if (isStub(alert, row?.stored ?? null))
      decision = { ...decision, alert: stubOf(alert), lastChange: null, postTo: [] };
    if (diff.news === 'stale' || (row?.stored.contentHash ?? null) !== decision.decidedAgainst) return 'skipped';
    const standing = this.state.cards.filter((card) => card.alertNumber === row?.stored.number && !card.gone);
    const number = row?.stored.number ?? (this.lastNumber += 1);
    this.keep(decision, number);
    for (const card of standing) this.stir(decision, card);
    for (const channel of new Set(decision.postTo)) {
      queuePost(this.state, cardFor(this.state, number, channel), priorityOf(alert.severity), this.state.now());
    }
    if (!row) return 'firstSeen';
    return diff.news === 'nothing' ? null : 'changed';
  }

  private keep(decision: AlertDecision, number: number): void {
    const { alert, riskKind, backlog } = decision;
    const row = this.state.alertByNumber(number);
    const stub = isStub(alert, row?.stored ?? null);
    const person = alert.subject === null ? (row?.person ?? null) : this.people.meet(alert.subject);
    const { serviceSource: _source, title: _title, categories: _categories, ...rest } = alert;
    const { alertPolicyId: _policy, details, ...ofAlert } = rest;
    for (const named of details.people) if (identifiersOf(named).length > 0) this.people.meet(named);
    const lastChange = decision.lastChange ?? row?.stored.lastChange ?? null;
    const revealedUntil = row?.stored.revealedUntil ?? null;
    const reduced = stub ? (row?.stored.reduced ?? null) : null;
    const own = {
      tenantId: this.tenantId,
      number,
      version: versionOf(alert),
      riskKind,
      backlog,
      lastChange,
      reduced,
      revealedUntil,
    };
    const stored: StoredAlert = { ...ofAlert, ...own, gone: false, alias: null, subject: null };
    const wasEverOpen = stored.status !== 'resolved' || (row?.wasEverOpen ?? false);
    const now = this.state.now();
    const resolvedAt = alert.resolvedDateTime === null ? (row?.endedAt ?? now) : instantToMs(alert.resolvedDateTime);
    const endedAt = alert.status === 'resolved' ? Math.min(resolvedAt, now) : null;
    const kept = { stored, person, wasEverOpen, endedAt, details: stub ? null : details };
    if (row) Object.assign(row, kept);
    else this.state.alerts.push({ ...kept, committedAt: now });
  }

  private stir(decision: AlertDecision, card: FakeCard): void {
    const { severity } = decision.alert;
    const about = { alertNumber: card.alertNumber, card, priority: priorityOf(severity) };
    if (decision.redraw !== 'no') this.redraw(card, decision.redraw, about.priority);
    if (decision.tellSeverityRise) this.state.queue('reply', card.channel, this.state.now(), { ...about, severity });
  }

  private redraw(card: FakeCard, when: 'now' | 'mayWait', priority: number): void {
    const now = this.state.now();
    const undrawn = this.state.sends.some(
      ({ kind, state, possibleRepeat, card: of }) =>
        kind === 'post' && of === card && ['queued', 'withheld'].includes(state) && !possibleRepeat,
    );
    if (undrawn) return;
    const hasForm = this.state.forms.some((form) => form.cardId === card.id && form.until > now);
    const notBefore = when === 'mayWait' && hasForm ? now + FORM_WAIT_MS : now;
    const waiting = this.state.waitingUpdate(card);
    if (!waiting) {
      const { alertNumber, tier } = card;
      this.state.queue('update', card.channel, now, { alertNumber, card, priority, notBefore, tier });
      return;
    }
    waiting.priority = priority;
    if (waiting.attempts === 0) waiting.notBefore = Math.min(waiting.notBefore, notBefore);
  }

  /** As the card redraws ask for. */
  redrawAll(number: number): void {
    const severity = this.state.alertByNumber(number)?.stored.severity ?? null;
    const standing = this.state.cards.filter((card) => card.alertNumber === number && !card.gone);
    for (const card of standing) this.redraw(card, 'now', priorityOf(severity));
  }

  private markGone(id: string): void {
    const row = this.state.alerts.find(({ stored }) => stored.id === id && !stored.gone);
    if (!row) return;
    row.stored.gone = true;
    row.endedAt ??= this.state.now();
    this.redrawAll(row.stored.number);
  }

  private whole(number: number): StoredAlert {
    const row = this.state.alertByNumber(number);
    if (!row) throw new RangeError(`no alert ${number}`);
    if (row.person === null) return { ...row.stored };
    const { alias, ...subject } = this.people.present(row.person);
    return { ...row.stored, alias, subject };
  }
}

function priorityOf(severity: StoredAlert['severity']): number {
  return severityRank(severity ?? 'high');
}
