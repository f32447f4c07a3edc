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
  /** Called before a slice or a single alert is read: edits made here happen while the bot is reading. */
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

  async readSlice(slice: AlertSlice): Promise<SliceRead> {
    this.slices.push(slice);
    await this.begin();
    const inWindow = this.all()
      .filter((alert) => isWithin(alert, slice) && (slice.filter === 'none' || alert.serviceSource === IRM))
      .sort((a, b) => ((a.lastUpdateDateTime ?? '') < (b.lastUpdateDateTime ?? '') ? -1 : 1));
    const pages = Math.max(1, Math.ceil(inWindow.length / this.pageSize));
    if (pages > slice.maxPages) return { alerts: [], pages: slice.maxPages, complete: false, missedByFilter: 0 };
    const alerts = inWindow.filter(isInsiderRisk);
    const missedByFilter = alerts.filter((alert) => alert.serviceSource !== IRM).length;
    return { alerts, pages, complete: true, missedByFilter };
  }

  async readAlert(id: string): Promise<Alert | null> {
    this.reads += 1;
    await this.begin();
    return this.get(id);
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
