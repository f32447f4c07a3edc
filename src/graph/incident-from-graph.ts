// Graph's incident as the domain's. Whatever cannot be read is "not given"; only an unusable id keeps an incident out.
import { CLASSIFICATIONS, DETERMINATIONS, SEVERITIES } from '../domain/alert';
import { INCIDENT_STATUSES } from '../domain/command';
import type { Incident } from '../domain/incident';
import { asObject, idOf, instantOf, memberOf, outsideText, textOf } from './wire-values';

const MAX_NAME = 2_000;
const MAX_OWNER = 400;
const MAX_ADDRESS = 2_000;

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
  };
}
