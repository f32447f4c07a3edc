// Alerts as Graph holds them: filtered, paged and read by the window, with faults on demand.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isInsiderRisk, type Alert } from '../../src/domain/alert';
import type { BotError } from '../../src/domain/errors';
import { instantFromMs, type Instant } from '../../src/domain/instant';
import type { AlertSlice, AlertSource, SliceRead } from '../../src/ports/alert-source';
import { IRM } from '../builders/alert';
import { START_MS } from '../builders/instants';

export class FakeAlertSource implements AlertSource {
  /** Graph's own clock, apart from the bot's. */
  nowMs = START_MS;
  pageSize = 100;
  /** Every slice asked for, in order. */
  readonly slices: AlertSlice[] = [];
  reads = 0;
  /** Called before a page or a single alert is read: edits made here happen while the bot is reading. */
  beforeRead: () => void | Promise<void> = () => undefined;
  private readonly alerts = new Map<string, Alert>();
  private readonly faults: (BotError | null)[] = [];

  put(...alerts: readonly Alert[]): void {
    for (const alert of alerts) this.alerts.set(alert.id, alert);
  }

  remove(id: string): void {
    this.alerts.delete(id);
  }

  get(id: string): Alert | null {
    return this.alerts.get(id) ?? null;
  }

  all(): Alert[] {
    return [...this.alerts.values()];
  }

  /** The next calls fail so, one each; null lets one pass. */
  failNext(...faults: (BotError | null)[]): void {
    this.faults.push(...faults);
  }

  serverTime(): Promise<Instant> {
    return Promise.resolve(instantFromMs(this.nowMs));
  }

  /** Page by page, as Graph counts them: an alert that moves while pages are read is met twice, or not at all. */
  async readSlice(slice: AlertSlice): Promise<SliceRead> {
    this.slices.push(slice);
    const found = new Map<string, Alert>();
    let pages = 0;
    for (let more = true; more; pages += 1) {
      if (pages >= slice.maxPages) return { alerts: [], pages, complete: false, missedByFilter: 0 };
      await this.begin();
      const listed = this.list(slice);
      const page = listed.slice(pages * this.pageSize, (pages + 1) * this.pageSize);
      for (const alert of page) if (isInsiderRisk(alert)) found.set(alert.id, alert);
      more = listed.length > (pages + 1) * this.pageSize;
    }
    const alerts = [...found.values()].sort(byUpdate);
    return { alerts, pages, complete: true, missedByFilter: alerts.filter((alert) => !passesFilter(alert)).length };
  }

  async readAlert(id: string): Promise<Alert | null> {
    this.reads += 1;
    await this.begin();
    return this.get(id);
  }

  private list(slice: AlertSlice): Alert[] {
    return this.all()
      .filter((alert) => isWithin(alert, slice) && (slice.filter === 'none' || passesFilter(alert)))
      .sort(byUpdate);
  }

  private async begin(): Promise<void> {
    await nextTurn();
    await this.beforeRead();
    const fault = this.faults.shift();
    if (fault) throw fault;
  }
}

function isWithin(alert: Alert, { from, to }: AlertSlice): boolean {
  const updated = alert.lastUpdateDateTime;
  return updated !== null && updated >= from && (to === null || updated < to);
}

function passesFilter(alert: Alert): boolean {
  return alert.serviceSource === IRM;
}

function byUpdate(a: Alert, b: Alert): number {
  const [left, right] = [a.lastUpdateDateTime ?? '', b.lastUpdateDateTime ?? ''];
  return left < right ? -1 : Number(left > right);
}
