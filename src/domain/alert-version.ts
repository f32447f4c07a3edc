// The version of an alert that a card shows: it changes exactly when the card has to be redrawn.
import { createHash } from 'node:crypto';
import type { Alert, EvidenceCounts } from './alert';
import { toGraphValue } from './untrusted';

type Versioned = Pick<Alert, 'status' | 'severity' | 'classification' | 'determination' | 'assignedTo' | 'evidence'>;

/** The counts in one order, whatever order they were stored in. */
export function evidenceParts(counts: EvidenceCounts | null): number[] | null {
  return counts && [counts.files, counts.labels, counts.destinations, counts.devices, counts.others];
}

/** 16 hex digits of status, severity, classification, determination, owner and evidence counts; of nothing else. */
export function versionOf(alert: Versioned): string {
  const owner = alert.assignedTo === null ? null : toGraphValue(alert.assignedTo).trim().toLowerCase();
  const parts = [
    alert.status,
    alert.severity,
    alert.classification,
    alert.determination,
    owner,
    evidenceParts(alert.evidence),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
