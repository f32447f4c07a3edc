// Incidents of every product as Graph holds them: filtered, newest first and cut where a list ends.
import type { BotError } from '../../src/domain/errors';
import type { Incident } from '../../src/domain/incident';
import { newestIncidentFirst, passesSlots } from '../../src/domain/incident-list';
import type { IncidentAsk, IncidentQuery, IncidentsListed, IncidentSource } from '../../src/ports/incident-source';

/** Pages of 50, as far as they are followed. */
export const LISTED_MAX = 200;

export class FakeIncidentSource implements IncidentSource {
  readonly lists: IncidentQuery[] = [];
  readonly reads: string[] = [];
  readonly asks: IncidentAsk[] = [];
  /** Reads under way at one moment, at most. */
  mostAtOnce = 0;
  /** Runs in the middle of every read. */
  during: (id: string) => Promise<void> = async () => undefined;
  private atOnce = 0;
  /** Thrown by every question while set. */
  down: BotError | null = null;
  private readonly incidents = new Map<string, Incident>();

  put(...incidents: readonly Incident[]): void {
    for (const incident of incidents) this.incidents.set(incident.id, incident);
  }

  async list(query: IncidentQuery): Promise<IncidentsListed> {
    this.lists.push(query);
    if (this.down !== null) throw this.down;
    const { status, severity, window } = query;
    const found = [...this.incidents.values()]
      .filter((incident) =>
        passesSlots(incident, { status: [...status], severity: [...severity], ...(window && { window }) }),
      )
      .sort(newestIncidentFirst);
    return { incidents: found.slice(0, LISTED_MAX), complete: found.length <= LISTED_MAX };
  }

  async read(id: string, ask: IncidentAsk): Promise<Incident | null> {
    this.reads.push(id);
    this.asks.push(ask);
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    try {
      await this.during(id);
    } finally {
      this.atOnce -= 1;
    }
    if (this.down !== null) throw this.down;
    const incident = this.incidents.get(id) ?? null;
    if (incident === null || incident.redirectIncidentId === null) return incident;
    return this.incidents.get(incident.redirectIncidentId) ?? null;
  }
}
