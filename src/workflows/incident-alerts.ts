// The alerts of which incidents may be told to somebody: an incident is known by them and by nothing else.
import { aboutNoneOf } from '../domain/audience';
import type { HuntRefusal } from '../domain/hunting-failure';
import { alertsByIncident } from '../domain/incident-list';
import type { StoredAlert } from '../domain/stored-alert';
import type { AlertLog } from '../ports/alert-log';
import type { Clock } from '../ports/clock';
import type { IncidentSource } from '../ports/incident-source';
import { readersOf, type AudienceDeps, type Listening } from './list-ask';

/** Which incident an alert belongs to is sealed, so that every alert is opened; beyond these, incidents are not told of. */
export const INCIDENT_ALERTS_MAX = 20_000;

export interface IncidentDeps extends AudienceDeps {
  alertLog: Pick<AlertLog, 'search'>;
  incidentSource: IncidentSource;
  clock: Clock;
}

export interface ShownAlerts {
  /** By incident id, newest first. */
  shown: Map<string, StoredAlert[]>;
  /** Incidents of which an alert is withheld, because it is about somebody who reads the answer. */
  withheld: ReadonlySet<string>;
}

/** Alerts that may be shown. Throws BotError. */
export async function shownByIncident(
  deps: IncidentDeps,
  ask: Listening,
): Promise<ShownAlerts | { refusal: HuntRefusal }> {
  const readers = await readersOf(deps, ask);
  const known = await deps.alertLog.search({ status: [], severity: [], window: null }, INCIDENT_ALERTS_MAX + 1);
  if (known.length > INCIDENT_ALERTS_MAX) return { refusal: { code: 'tooManyAlerts', most: INCIDENT_ALERTS_MAX } };
  const shown = aboutNoneOf(readers, known);
  const isShown = new Set(shown);
  const withheld = known.flatMap((alert) =>
    isShown.has(alert) || alert.incidentId === null ? [] : [alert.incidentId],
  );
  return { shown: alertsByIncident(shown), withheld: new Set(withheld) };
}
