// What is left of a resolved alert after its retention: enough to know it again and to say what became of it, and
// nothing of what it said, whom it was about or who worked on it.
import type { Alert, AlertStatus } from './alert';
import { NO_DETAILS } from './alert-details';
import { namelessLink } from './disclosure';
import type { StoredAlert } from './stored-alert';

/** Somebody works on it again at Graph. A comment, another owner or a new verdict is no reason to take names in anew. */
export function wakes(status: AlertStatus | null): boolean {
  return status === 'new' || status === 'inProgress';
}

/** Whether of a fresh read no more than a stub may be taken in. */
export function isStub(read: Alert, stored: Pick<StoredAlert, 'reduced'> | null): boolean {
  return stored !== null && stored.reduced !== null && !wakes(read.status);
}

/** Id, content hash, status, severity, verdict and the times of the alert itself stay; times of its person's acts go. */
export function stubOf(alert: Alert): Alert {
  return {
    ...alert,
    incidentId: null,
    detectionSource: null,
    alertPolicyId: null,
    title: null,
    categories: [],
    mitreTechniques: [],
    assignedTo: null,
    alertWebUrl: namelessLink(alert),
    firstActivityDateTime: null,
    lastActivityDateTime: null,
    evidence: null,
    subject: null,
    commentCount: 0,
    details: NO_DETAILS,
  };
}
