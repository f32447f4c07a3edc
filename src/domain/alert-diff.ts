// What a fresh read of an alert means against what is stored: the named reason that everything later follows.
import { severityRank, type Alert } from './alert';
import { evidenceParts, versionOf } from './alert-version';
import { toGraphValue, type Untrusted } from './untrusted';

export type AlertNews =
  'firstSeen' | 'statusChanged' | 'severityRose' | 'evidenceGrew' | 'changed' | 'nothing' | 'stale';

/** Fields whose changes are kept in `alert_history`, by Graph's names. */
export const TRACKED_FIELDS = [
  'status',
  'severity',
  'classification',
  'determination',
  'assignedTo',
  'evidence',
] as const;
export type TrackedField = (typeof TRACKED_FIELDS)[number];

export interface FieldChange {
  field: TrackedField;
  from: string | null;
  to: string | null;
}

/** The part of an alert that is compared and kept. */
export type Snapshot = Pick<
  Alert,
  | 'status'
  | 'severity'
  | 'classification'
  | 'determination'
  | 'assignedTo'
  | 'evidence'
  | 'lastUpdateDateTime'
  | 'contentHash'
>;

export interface AlertDiff {
  news: AlertNews;
  changes: FieldChange[];
  severityRose: boolean;
}

const NOTHING: AlertDiff = { news: 'nothing', changes: [], severityRose: false };

function ownerText(owner: Untrusted | null): string | null {
  return owner === null ? null : toGraphValue(owner).trim();
}

function fieldText(alert: Snapshot, field: TrackedField): string | null {
  if (field === 'assignedTo') return ownerText(alert.assignedTo);
  if (field === 'evidence') return evidenceParts(alert.evidence)?.join('/') ?? null;
  return alert[field];
}

function changedFields(stored: Snapshot, seen: Snapshot): FieldChange[] {
  return TRACKED_FIELDS.map((field) => ({ field, from: fieldText(stored, field), to: fieldText(seen, field) })).filter(
    (change) => change.from?.toLowerCase() !== change.to?.toLowerCase(),
  );
}

function nameNews(changes: FieldChange[], severityRose: boolean): AlertNews {
  const touched = new Set(changes.map((change) => change.field));
  if (touched.has('status')) return 'statusChanged';
  if (severityRose) return 'severityRose';
  if (touched.size === 1 && touched.has('evidence')) return 'evidenceGrew';
  return 'changed';
}

/**
 * `stored` null = never seen. A read older than the stored one is `stale` (a lagging replica) and changes nothing;
 * two reads with one `lastUpdateDateTime` and different content both count, the later read wins.
 */
export function diffAlert(stored: Snapshot | null, seen: Snapshot): AlertDiff {
  if (stored === null) return { news: 'firstSeen', changes: [], severityRose: false };
  if (stored.contentHash === seen.contentHash) return NOTHING;
  if (stored.lastUpdateDateTime && seen.lastUpdateDateTime && seen.lastUpdateDateTime < stored.lastUpdateDateTime) {
    return { news: 'stale', changes: [], severityRose: false };
  }
  if (versionOf(stored) === versionOf(seen)) return NOTHING;
  const changes = changedFields(stored, seen);
  const severityRose = stored.severity !== null && severityRank(seen.severity) > severityRank(stored.severity);
  return { news: nameNews(changes, severityRose), changes, severityRose };
}
