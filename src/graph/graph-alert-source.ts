// Reads insider-risk alerts from Microsoft Graph, a slice of time or one at a time. When to look, and what a reading
// means, is decided elsewhere.
import { isInsiderRisk, type Alert } from '../domain/alert';
import { isBotError } from '../domain/errors';
import { instantFromMs, type Instant } from '../domain/instant';
import type { AlertSlice, AlertSource, SliceRead } from '../ports/alert-source';
import type { Logger } from '../ports/logger';
import { alertFromGraph } from './alert-from-graph';
import { alertListAddress, PAGE_SIZE, SMALL_PAGE_SIZE } from './alert-list-address';
import type { AlertReader } from './alert-reader';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { walkPages, type PageWalk } from './list-pages';
import { POLL } from './patience';

const FILTERED_SOURCE = 'microsoftinsiderriskmanagement';

export class GraphAlertSource implements AlertSource {
  private saidFilterRefused = false;

  constructor(
    private readonly client: GraphClient,
    private readonly reader: AlertReader,
    private readonly tenantId: string,
    private readonly logger: Logger,
  ) {}

  async serverTime(): Promise<Instant> {
    const address = '/security/alerts_v2?$top=1';
    const { date } = await this.client.call({ method: 'GET', address, row: 'graphRead', lane: 'poll', patience: POLL });
    const ms = Date.parse(date ?? '');
    if (Number.isNaN(ms)) throw garbageAnswer();
    return instantFromMs(ms);
  }

  async readSlice(slice: AlertSlice): Promise<SliceRead> {
    const walk = await this.walk(slice);
    // A slice is used whole or not at all.
    const alerts = this.insiderRiskOf(walk.complete ? walk.elements : []);
    const missed = alerts.filter((alert) => alert.serviceSource?.toLowerCase() !== FILTERED_SOURCE);
    return { alerts, pages: walk.pages, complete: walk.complete, missedByFilter: missed.length };
  }

  readAlert(id: string, deadlineMs?: number): Promise<Alert | null> {
    return this.reader.read(id, deadlineMs);
  }

  /** A tenant whose Graph does not know the filter's literal is read unfiltered rather than not at all. */
  private async walk(slice: AlertSlice): Promise<PageWalk<Alert | null>> {
    try {
      return await this.walkInPages(slice);
    } catch (error) {
      if (slice.filter !== 'irm' || !isBotError(error, 'badRequest')) throw error;
      if (!this.saidFilterRefused) {
        this.logger.warn('Graph refuses the insider-risk filter; every alert is read and filtered here', {
          ...(error.status === undefined ? {} : { status: error.status }),
          ...(error.detail === undefined ? {} : { detail: error.detail }),
        });
      }
      this.saidFilterRefused = true;
      return this.walkInPages({ ...slice, filter: 'none' });
    }
  }

  private async walkInPages(slice: AlertSlice): Promise<PageWalk<Alert | null>> {
    const read = (element: unknown) => alertFromGraph(element, this.tenantId);
    const inPagesOf = (size: number) => {
      const { maxPages } = slice;
      const ask = { address: alertListAddress(slice, size), maxPages, lane: 'poll', patience: () => POLL } as const;
      return walkPages(this.client, ask, read);
    };
    try {
      return await inPagesOf(PAGE_SIZE);
    } catch (error) {
      if (!isBotError(error, 'tooLarge')) throw error;
      return inPagesOf(SMALL_PAGE_SIZE);
    }
  }

  /** Oldest update first; of two readings of one alert the newer, or the later read one of equals. */
  private insiderRiskOf(readings: readonly (Alert | null)[]): Alert[] {
    const newest = new Map<string, Alert>();
    let unusable = 0;
    for (const alert of readings) {
      if (alert === null) {
        unusable += 1;
      } else if (isInsiderRisk(alert) && isAtLeastAsNew(alert, newest.get(alert.id))) {
        newest.set(alert.id, alert);
      }
    }
    if (unusable > 0) this.logger.warn('Alerts without a usable id cannot be delivered', { count: unusable });
    return [...newest.values()].sort((a, b) => (updated(a) < updated(b) ? -1 : updated(a) > updated(b) ? 1 : 0));
  }
}

function updated(alert: Alert): string {
  return alert.lastUpdateDateTime ?? '';
}

function isAtLeastAsNew(alert: Alert, other: Alert | undefined): boolean {
  return other === undefined || updated(alert) >= updated(other);
}
