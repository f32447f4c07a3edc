// Incidents as the rules see them.
import type { Incident } from '../../src/domain/incident';
import { Untrusted } from '../../src/domain/untrusted';
import { afterStart, HOUR, MINUTE } from './instants';

/** The active high incident of the built alerts. */
export function anIncident(over: Partial<Incident> = {}): Incident {
  return {
    id: '4471',
    displayName: Untrusted.of('Data leak involving Mira Holt'),
    status: 'active',
    severity: 'high',
    classification: null,
    determination: null,
    assignedTo: null,
    createdDateTime: afterStart(-HOUR),
    lastUpdateDateTime: afterStart(-30 * MINUTE),
    incidentWebUrl: 'https://security.microsoft.com/incidents/4471',
    redirectIncidentId: null,
    alertsElsewhere: null,
    ...over,
  };
}
