// What the bot knows of alerts, durably: rows, numbers, history, the watermark and the sends they cause, in one commit.
import type { Alert, AlertStatus, Severity } from '../domain/alert';
import type { AlertDiff } from '../domain/alert-diff';
import type { ChannelKey } from '../domain/channel-routing';
import type { Instant } from '../domain/instant';
import type { RiskKind } from '../domain/risk-kind';
import type { LastChange, StoredAlert } from '../domain/stored-alert';

export interface WatchState {
  /** Newest `lastUpdateDateTime` committed; null before the first read. */
  watermark: Instant | null;
  /** Graph's time when the first read began; backlog is measured from it. */
  firstReadAt: Instant | null;
  firstReadDone: boolean;
  /** Graph's time of the last whole 30-day sweep and of the last read of the whole overlap. */
  sweptAt: Instant | null;
  overlapReadAt: Instant | null;
  filter: 'irm' | 'none';
}

/** One alert of a commit, already decided. */
export interface AlertDecision {
  alert: Alert;
  diff: AlertDiff;
  riskKind: RiskKind;
  backlog: boolean;
  lastChange: LastChange | null;
  /** Content hash the decision was made against (null = never seen); a row that moved on meanwhile is left alone. */
  decidedAgainst: string | null;
  /** Channels that shall hold a card; one that has one already gets no second. */
  postTo: readonly ChannelKey[];
  /** Redraw every card of the alert. `mayWait`: no status, owner or severity change, so open forms may finish first. */
  redraw: 'no' | 'now' | 'mayWait';
  /** One reply in the thread of each existing card. */
  tellSeverityRise: boolean;
}

export interface AlertCommit {
  decisions: readonly AlertDecision[];
  /** Graph ids that Graph no longer knows: marked gone, their cards redrawn. */
  gone?: readonly string[];
  /** Only the given members are changed. */
  watch?: Partial<WatchState>;
  /** Given by the watcher: the commit fails with `leaseLost` when a newer epoch holds the lease. */
  fence?: { lease: string; epoch: number };
}

export interface CommitResult {
  firstSeen: number;
  changed: number;
  /** Decisions left alone because the row had moved on. */
  skipped: number;
}

/** What a digest tells of, newest first, each list at most as long as asked for. */
export interface DigestAlerts {
  /** Not resolved and not gone. */
  open: readonly StoredAlert[];
  /** First seen when they were resolved already, and without a card anywhere. */
  alreadyResolved: readonly StoredAlert[];
}

/** Filters that the store can apply; everything else is sieved by who asks. An empty list filters nothing. */
export interface AlertSearch {
  status: readonly AlertStatus[];
  severity: readonly Severity[];
  /** By `createdDateTime`, half open; null = any time. */
  window: { from: Instant; to: Instant } | null;
}

export interface AlertLog {
  watchState(): Promise<WatchState>;
  /** By Graph id; unknown ids are absent. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, StoredAlert>>;
  findByNumber(number: number): Promise<StoredAlert | null>;
  listForDigest(limit: number): Promise<DigestAlerts>;
  /** Alerts that Graph still knows, newest first, at most `limit`. */
  search(search: AlertSearch, limit: number): Promise<readonly StoredAlert[]>;
  /** All or nothing. Throws BotError `leaseLost`, `storeBusy`, `storeUnusable`. */
  commit(commit: AlertCommit): Promise<CommitResult>;
}
