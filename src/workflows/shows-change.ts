// Whether a read of an alert shows what a PATCH asked for.
import type { Alert } from '../domain/alert';
import type { AlertPatch } from '../domain/triage-rules';
import { sameText } from '../domain/untrusted';

export function showsChange(
  alert: Pick<Alert, 'status' | 'classification' | 'determination' | 'assignedTo'>,
  patch: AlertPatch,
): boolean {
  return (
    (patch.status === undefined || alert.status === patch.status) &&
    (patch.classification === undefined || alert.classification === patch.classification) &&
    (patch.determination === undefined || alert.determination === patch.determination) &&
    (patch.assignedTo === undefined || sameText(alert.assignedTo, patch.assignedTo))
  );
}
