// Puts hunting queries to Microsoft Graph. A query costs the tenant's processing, so that little is repeated, and a 429
// is not waited for: whoever asks before it is over hears so at once.
import { BotError, isBotError } from '../domain/errors';
import type { HuntingColumns } from '../domain/hunting-columns';
import type { HuntingQuery, HuntingTable } from '../domain/hunting-question';
import type { AnswerRow } from '../domain/hunting-summary';
import type { SensitivityLabel } from '../domain/sensitivity-label';
import type { Clock } from '../ports/clock';
import type { Hunting } from '../ports/hunting';
import { answerRows } from './answer-rows';
import type { GraphClient } from './graph-client';
import { readLabels } from './label-list';
import { HUNTING_QUERY } from './patience';
import { probeColumns } from './schema-probe';
import { TimedCache } from './timed-cache';

export const COLUMNS_MS = 24 * 60 * 60_000;
/** Sharing is switched on within minutes: a table that is missing is looked for again soon. */
export const NO_TABLE_MS = 5 * 60_000;
export const LABELS_MS = 60 * 60_000;
/** How long hunting rests after a 429 that names no time. */
export const QUOTA_PAUSE_MS = 60_000;

const ADDRESS = '/security/runHuntingQuery';

export class GraphHunting implements Hunting {
  private readonly known: TimedCache<HuntingColumns | null>;
  private readonly labelTree: TimedCache<readonly SensitivityLabel[]>;
  private restsUntil = 0;

  constructor(
    private readonly client: GraphClient,
    private readonly clock: Clock,
  ) {
    this.known = new TimedCache(2, (columns) => (columns === null ? NO_TABLE_MS : COLUMNS_MS), clock);
    this.labelTree = new TimedCache(1, () => LABELS_MS, clock);
  }

  async run({ text, timespan }: HuntingQuery): Promise<readonly AnswerRow[]> {
    return answerRows(await this.ask(text, timespan));
  }

  async columns(table: HuntingTable, freshness: 'known' | 'fresh'): Promise<HuntingColumns | null> {
    const probe = () => probeColumns((text, timespan) => this.ask(text, timespan), table);
    return freshness === 'fresh' ? this.known.put(table, await probe()) : this.known.get(table, probe);
  }

  labels(): Promise<readonly SensitivityLabel[]> {
    return this.labelTree.get('labels', () => readLabels(this.client));
  }

  /** `timespan` is always sent: without it Graph takes 30 days, whatever the query says. */
  private async ask(query: string, timespan: string): Promise<unknown> {
    const left = this.restsUntil - this.clock.now();
    if (left > 0) throw new BotError('throttled', { from: 'graph', status: 429, retryAfterMs: left });
    const body = { Query: query, Timespan: timespan };
    const work = { row: 'huntingQuery', lane: 'click', patience: HUNTING_QUERY } as const;
    try {
      return (await this.client.call({ method: 'POST', address: ADDRESS, ...work, body })).body;
    } catch (error) {
      throw this.rested(error);
    }
  }

  /** Notes until when Graph wants to be left alone, and says so where Graph did not. */
  private rested(error: unknown): unknown {
    if (!isBotError(error, 'throttled') || error.status === undefined) return error;
    const { status, retryAfterMs = QUOTA_PAUSE_MS } = error;
    this.restsUntil = Math.max(this.restsUntil, this.clock.now() + retryAfterMs);
    return new BotError('throttled', { from: 'graph', status, retryAfterMs });
  }
}
