// Graph's incident as the domain's. Whatever cannot be read is "not given"; only an unusable id keeps an incident out.
import { CLASSIFICATIONS, DETERMINATIONS, isInsiderRisk, SEVERITIES } from '../domain/alert';
import { INCIDENT_STATUSES } from '../domain/command';
import type { Incident } from '../domain/incident';
import { asObject, idOf, instantOf, memberOf, outsideText, textOf, type WireObject } from './wire-values';

const MAX_NAME = 2_000;
const MAX_OWNER = 400;
const MAX_ADDRESS = 2_000;

const MAX_SOURCE = 200;

const sourceOf = (value: unknown) => textOf(value, MAX_SOURCE);

/** Nothing of the alerts but their source is looked at. Null without a list, and for one that goes on elsewhere. */
function countElsewhere(incident: WireObject): number | null {
  const { alerts, 'alerts@odata.nextLink': more } = incident;
  if (!Array.isArray(alerts) || (more !== undefined && more !== null)) return null;
  return alerts.filter((alert: unknown) => {
    const { serviceSource, detectionSource } = asObject(alert) ?? {};
    return !isInsiderRisk({ serviceSource: sourceOf(serviceSource), detectionSource: sourceOf(detectionSource) });
  }).length;
}

/** `wire`: one element of `GET /security/incidents`. Never throws. */
export function incidentFromGraph(wire: unknown): Incident | null {
  const incident = asObject(wire);
  const id = idOf(incident?.['id']);
  if (incident === null || id === null) return null;
  return {
    id,
    displayName: outsideText(incident['displayName'], MAX_NAME),
    status: memberOf(INCIDENT_STATUSES, incident['status']),
    severity: memberOf(SEVERITIES, incident['severity']),
    classification: memberOf(CLASSIFICATIONS, incident['classification']),
    determination: memberOf(DETERMINATIONS, incident['determination']),
    assignedTo: outsideText(incident['assignedTo'], MAX_OWNER),
    createdDateTime: instantOf(incident['createdDateTime']),
    lastUpdateDateTime: instantOf(incident['lastUpdateDateTime']),
    incidentWebUrl: textOf(incident['incidentWebUrl'], MAX_ADDRESS),
    redirectIncidentId: idOf(incident['redirectIncidentId']),
    alertsElsewhere: countElsewhere(incident),
  };
}
