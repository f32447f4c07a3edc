// From one fresh read of an alert to everything that follows from it: which rows, cards and replies. Pure.
import { isOpen, type Alert } from '../domain/alert';
import { isStub, stubOf } from '../domain/alert-stub';
import { diffAlert, type AlertDiff } from '../domain/alert-diff';
import { channelsFor, type Subscription } from '../domain/channel-routing';
import { earlierBy, type Instant } from '../domain/instant';
import { riskKindOf } from '../domain/risk-kind';
import type { LastChange, StoredAlert } from '../domain/stored-alert';
import type { AlertDecision } from '../ports/alert-log';

export interface DecisionContext {
  subscriptions: readonly Subscription[];
  /** What the first read finds older than this is backlog; null once the first read is over. */
  backlogBefore: Instant | null;
  /** Stands in for a missing `lastUpdateDateTime`. */
  seenAt: Instant;
}

const MINOR_FIELDS = new Set(['evidence', 'classification', 'determination']);

function isBacklog(alert: Alert, context: DecisionContext): boolean {
  return (
    context.backlogBefore !== null && alert.createdDateTime !== null && alert.createdDateTime < context.backlogBefore
  );
}

function isNews(diff: AlertDiff): boolean {
  return diff.news !== 'nothing' && diff.news !== 'stale' && diff.news !== 'firstSeen';
}

/** A redraw that moves no status, owner or severity may wait for an open form. */
function redrawOf(diff: AlertDiff): AlertDecision['redraw'] {
  if (!isNews(diff)) return 'no';
  return diff.changes.every((change) => MINOR_FIELDS.has(change.field)) ? 'mayWait' : 'now';
}

function changeSeen(alert: Alert, stored: StoredAlert | null, diff: AlertDiff, seenAt: Instant): LastChange | null {
  const byPeople = diff.changes.some((change) => change.field !== 'evidence');
  if (!isNews(diff) || !byPeople) return stored?.lastChange ?? null;
  return { what: 'elsewhere', who: null, at: alert.lastUpdateDateTime ?? seenAt };
}

function channelsToPost(
  alert: Alert,
  diff: AlertDiff,
  backlog: boolean,
  subscriptions: readonly Subscription[],
): string[] {
  const firstCard = diff.news === 'firstSeen' && !backlog && isOpen(alert.status);
  return firstCard || isNews(diff) ? channelsFor(alert, subscriptions) : [];
}

/** Null when nothing has to be written. Of what was reduced, nothing but a stub is compared or taken in. */
export function decideAlert(read: Alert, stored: StoredAlert | null, context: DecisionContext): AlertDecision | null {
  const stub = isStub(read, stored);
  const alert = stub ? stubOf(read) : read;
  const diff = diffAlert(stored, alert);
  const sameContent = stored !== null && stored.contentHash === alert.contentHash;
  if (diff.news === 'stale' || (diff.news === 'nothing' && sameContent)) return null;
  const backlog = stored === null ? isBacklog(alert, context) : stored.backlog;
  return {
    alert,
    diff,
    riskKind: riskKindOf(read),
    backlog,
    lastChange: changeSeen(alert, stored, diff, context.seenAt),
    decidedAgainst: stored?.contentHash ?? null,
    postTo: stub ? [] : channelsToPost(alert, diff, backlog, context.subscriptions),
    redraw: redrawOf(diff),
    tellSeverityRise: !stub && diff.severityRose,
  };
}

/** The decision that writes an alert down without news: nothing is posted, redrawn or told. */
export function withoutNews(read: Alert, stored: StoredAlert): AlertDecision {
  return {
    alert: isStub(read, stored) ? stubOf(read) : read,
    diff: { news: 'nothing', changes: [], severityRose: false },
    riskKind: riskKindOf(read),
    backlog: stored.backlog,
    lastChange: stored.lastChange,
    decidedAgainst: stored.contentHash,
    postTo: [],
    redraw: 'no',
    tellSeverityRise: false,
  };
}

export function backlogBoundary(firstReadAt: Instant, firstLookbackMs: number): Instant {
  return earlierBy(firstReadAt, firstLookbackMs);
}
