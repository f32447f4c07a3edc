// The ground truth of a run: every request the stand-ins took, when, and how it ended. It keeps the newest ones only.
import { pathMatches } from './path-pattern';

/** Older entries are dropped beyond this many. */
export const RECORDED_REQUESTS = 20_000;

export interface RecordedRequest {
  id: number;
  /** When the request's head was accepted: ISO 8601, milliseconds. */
  at: string;
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  /** Parsed body, for writes. */
  body?: unknown;
  /** Null until an answer left, and for ever when none did. */
  status: number | null;
  durationMs: number | null;
  /** Names the switched-on fault that befell the request. */
  fault: string | null;
}

export interface RecordFilter {
  method?: string | undefined;
  path?: string | undefined;
  since?: string | undefined;
}

export class Recorder {
  private entries: RecordedRequest[] = [];
  private lastId = 0;

  open(entry: Omit<RecordedRequest, 'id' | 'status' | 'durationMs' | 'fault'>): RecordedRequest {
    const opened: RecordedRequest = { id: ++this.lastId, ...entry, status: null, durationMs: null, fault: null };
    this.entries.push(opened);
    if (this.entries.length > RECORDED_REQUESTS) this.entries = this.entries.slice(-RECORDED_REQUESTS);
    return opened;
  }

  /** Entries in order of arrival; `path` may hold `*`, `since` is an inclusive ISO instant. */
  list(filter: RecordFilter = {}): RecordedRequest[] {
    const since = filter.since === undefined ? -Infinity : Date.parse(filter.since);
    return this.entries.filter(
      (entry) =>
        (filter.method === undefined || entry.method === filter.method.toUpperCase()) &&
        (filter.path === undefined || pathMatches(filter.path, entry.path)) &&
        Date.parse(entry.at) >= since,
    );
  }

  clear(): void {
    this.entries = [];
  }
}
