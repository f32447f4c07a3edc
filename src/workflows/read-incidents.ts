// Incidents looked up one by one, by the ids that alerts name: a few at a time, no more than a given number, and not for
// longer than somebody waits.
import type { IncidentSlots } from '../domain/command';
import { isBotError } from '../domain/errors';
import type { Incident } from '../domain/incident';
import { passesSlots } from '../domain/incident-list';
import type { Clock } from '../ports/clock';
import type { IncidentSource } from '../ports/incident-source';

/** Those of the newest alerts first; the answer says how many were not looked up. */
export const INCIDENTS_READ_MAX = 20;
export const INCIDENTS_READ_AT_ONCE = 4;

export interface ReadIncidentsDeps {
  incidentSource: Pick<IncidentSource, 'read'>;
  clock: Pick<Clock, 'now'>;
}

export interface IncidentsRead {
  incidents: Incident[];
  /** Ids that were not looked up, for want of room or of time. */
  notRead: number;
}

/** `deadline`: ms since the epoch. Throws BotError for what Graph refuses. */
export async function readIncidents(
  { incidentSource, clock }: ReadIncidentsDeps,
  ids: readonly string[],
  slots: IncidentSlots,
  deadline: number,
): Promise<IncidentsRead> {
  const found: Incident[] = [];
  const waiting = ids.slice(0, INCIDENTS_READ_MAX);
  let notRead = ids.length - waiting.length;
  const readNext = async (id: string): Promise<void> => {
    const withinMs = deadline - clock.now();
    if (withinMs <= 0) return void (notRead += 1);
    try {
      const incident = await incidentSource.read(id, { withinMs, countAlerts: false });
      // Merged into another, it is no longer an incident of its own, and its alerts come to name the other.
      if (incident !== null && incident.id === id && passesSlots(incident, slots)) found.push(incident);
    } catch (error) {
      if (!isBotError(error, 'timedOut')) throw error;
      notRead += 1;
    }
  };
  const readOn = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await readNext(id);
  };
  try {
    await Promise.all(Array.from({ length: INCIDENTS_READ_AT_ONCE }, readOn));
  } finally {
    // What one of them was refused is not asked for by the others any more.
    waiting.length = 0;
  }
  return { incidents: found, notRead };
}
