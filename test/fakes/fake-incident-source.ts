// Incidents of every product as Graph holds them: filtered, newest first and cut to a page.
import type { BotError } from '../../src/domain/errors';
import type { Incident } from '../../src/domain/incident';
import { newestIncidentFirst, passesSlots } from '../../src/domain/incident-list';
import type { IncidentQuery, IncidentSource } from '../../src/ports/incident-source';

const PAGE_MAX = 50;

export class FakeIncidentSource implements IncidentSource {
  readonly lists: IncidentQuery[] = [];
  readonly reads: string[] = [];
  /** Thrown by every question while set. */
  down: BotError | null = null;
  private readonly incidents = new Map<string, Incident>();

  put(...incidents: readonly Incident[]): void {
    for (const incident of incidents) this.incidents.set(incident.id, incident);
  }

  async list(query: IncidentQuery): Promise<readonly Incident[]> {
    this.lists.push(query);
    if (this.down !== null) throw this.down;
    const { status, severity, window, top } = query;
    return [...this.incidents.values()]
      .filter((incident) =>
        passesSlots(incident, { status: [...status], severity: [...severity], ...(window && { window }) }),
      )
      .sort(newestIncidentFirst)
      .slice(0, Math.min(PAGE_MAX, top));
  }

  async read(id: string): Promise<Incident | null> {
    this.reads.push(id);
    if (this.down !== null) throw this.down;
    const incident = this.incidents.get(id) ?? null;
    if (incident === null || incident.redirectIncidentId === null) return incident;
    return this.incidents.get(incident.redirectIncidentId) ?? null;
  }
}
