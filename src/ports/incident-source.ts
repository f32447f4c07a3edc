// Reads incidents from where they live. Read only. Incidents of every product come: Graph has no filter for insider
// risk, so that whoever asks keeps those whose id an insider-risk alert names.
import type { Incident } from '../domain/incident';
import type { IncidentStatus } from '../domain/command';
import type { Severity } from '../domain/alert';

export interface IncidentQuery {
  /** Empty = every status. */
  status: readonly IncidentStatus[];
  /** Empty = every severity. */
  severity: readonly Severity[];
  /** By `createdDateTime`, UTC, half open; null = any time. */
  window: { from: string; to: string } | null;
  /** From 1; more than Graph gives in one page is cut. */
  top: number;
}

export interface IncidentSource {
  /** Newest first. Throws BotError. */
  list(query: IncidentQuery): Promise<readonly Incident[]>;
  /** Fresh; a merged incident's successor in its place. Null when Graph does not know the id. Throws BotError. */
  read(id: string): Promise<Incident | null>;
}
