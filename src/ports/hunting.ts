// Asks the hunting tables. The caller has built the query and decides how often it may ask.
import type { HuntingColumns } from '../domain/hunting-columns';
import type { HuntingQuery, HuntingTable } from '../domain/hunting-question';
import type { AnswerRow } from '../domain/hunting-summary';
import type { SensitivityLabel } from '../domain/sensitivity-label';

export interface Hunting {
  /**
   * Rows of a query built by `domain/hunting-kql`. Throws BotError: `badRequest` (a table or column the tenant lacks, or
   * a query that is too heavy), `throttled` (calls or processing used up, `retryAfterMs` says for how long),
   * `timedOut`, `tooLarge`, `forbidden` (ThreatHunting.Read.All is missing), `garbage`, `unavailable`.
   */
  run(query: HuntingQuery): Promise<readonly AnswerRow[]>;
  /** `known` may be a day old. Null: the tenant has no such table, data sharing is off. Throws BotError. */
  columns(table: HuntingTable, freshness: 'known' | 'fresh'): Promise<HuntingColumns | null>;
  /** Top labels with their sublabels, up to an hour old. Throws BotError. */
  labels(): Promise<readonly SensitivityLabel[]>;
}
