// An incident as the rules see it: a bundle of alerts, of insider risk or of anything else. Its name is made by the
// service out of titles and accounts, so that it may name people.
import type { Classification, Determination, Severity } from './alert';
import type { IncidentStatus } from './command';
import type { Instant } from './instant';
import type { Untrusted } from './untrusted';

export interface Incident {
  /** Graph's id, digits as a rule; alerts name it as `incidentId`. */
  id: string;
  displayName: Untrusted | null;
  status: IncidentStatus | null;
  severity: Severity | null;
  classification: Classification | null;
  determination: Determination | null;
  assignedTo: Untrusted | null;
  createdDateTime: Instant | null;
  lastUpdateDateTime: Instant | null;
  /** As Graph gave it; `domain/portal-link` decides whether it may become a button. */
  incidentWebUrl: string | null;
  /** The incident that this one was merged into. */
  redirectIncidentId: string | null;
  /** Its alerts of other products; null where they were not counted. */
  alertsElsewhere: number | null;
}
