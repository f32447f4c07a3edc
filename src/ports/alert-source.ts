// Reads alerts from where they live. Read only; what a reading means is decided elsewhere.
import type { Alert } from '../domain/alert';
import type { Instant } from '../domain/instant';

/** Half-open `[from, to)` over `lastUpdateDateTime`; `to` null = no end. */
export interface AlertSlice {
  from: Instant;
  to: Instant | null;
  /** `irm` asks Graph for insider-risk alerts alone; `none` reads every product's. */
  filter: 'irm' | 'none';
  maxPages: number;
}

export interface SliceRead {
  /** Insider-risk alerts only, whatever the filter, oldest update first. Empty when `complete` is false. */
  alerts: Alert[];
  pages: number;
  /** False when the slice has more pages than allowed: nothing of it may be used, halve it. */
  complete: boolean;
  /** Insider-risk alerts that the `irm` filter would not have found (a renamed source). */
  missedByFilter: number;
}

export interface AlertSource {
  /** Graph's own clock, from the Date header of a small read. Throws BotError. */
  serverTime(): Promise<Instant>;
  /** Whole or not at all: one bad page fails the slice. Throws BotError. */
  readSlice(slice: AlertSlice): Promise<SliceRead>;
  /** Fresh, never cached. Null when Graph does not know the id. Throws BotError. */
  readAlert(id: string, deadlineMs?: number): Promise<Alert | null>;
}
