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
}

export interface IncidentsListed {
  /** Newest first. */
  incidents: readonly Incident[];
  /** False: there are more than may be listed, and these are those that Graph names first. */
  complete: boolean;
}

export interface IncidentAsk {
  /** How long the whole question may take. */
  withinMs: number;
  /** Count its alerts of other products, where Graph can say. */
  countAlerts: boolean;
}

export interface IncidentSource {
  /** Nothing of their alerts is counted. `withinMs`: how long all of it may take. Throws BotError. */
  list(query: IncidentQuery, withinMs: number): Promise<IncidentsListed>;
  /** Fresh; a merged incident's successor in its place. Null when Graph does not know the id. Throws BotError. */
  read(id: string, ask: IncidentAsk): Promise<Incident | null>;
}
