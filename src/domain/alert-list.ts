// Which alerts a list holds and in which order. Pure: whose alerts may be shown at all is decided before (`audience`).
import { severityRank, type AlertStatus, type Severity } from './alert';
import type { AlertSort } from './command';
import { maskSubject } from './disclosure';
import type { InstantWindow } from './instant-window';
import { isWithin } from './instant-window';
import { isErased, isSamePerson, type PersonIdentity } from './person';
import type { RiskKind } from './risk-kind';
import type { StoredAlert } from './stored-alert';
import { isBlank, sameText } from './untrusted';

export interface AlertFilter {
  /** Empty: every status, one that is not given included. */
  status: readonly AlertStatus[];
  /** Empty: every severity, one that is not given included. */
  severity: readonly Severity[];
  /** By `createdDateTime`; null: any time, one that is not given included. */
  window: InstantWindow | null;
  /** The ways in which an owner may be written; `none` = no owner. */
  assignee: 'none' | readonly string[] | null;
  /** Whom the alerts are about. */
  person: (PersonIdentity & { alias: string }) | null;
  riskKind: RiskKind | null;
}

/** An owner as everybody sees them: one who is the subject is called by the alias, and by no name is found. */
function isOwnedBy(alert: StoredAlert, assignee: NonNullable<AlertFilter['assignee']>): boolean {
  const { assignedTo } = alert;
  if (assignedTo === null || isBlank(assignedTo)) return assignee === 'none';
  if (assignee === 'none') return false;
  const owner = maskSubject(alert, assignedTo);
  return assignee.some((form) => sameText(owner, form));
}

function isAbout({ subject, alias }: StoredAlert, person: NonNullable<AlertFilter['person']>): boolean {
  // Somebody who was erased is known again in order to be kept away, and found by nobody.
  return subject !== null && !isErased(subject) && (alias === person.alias || isSamePerson(subject, person));
}

export function isListed(alert: StoredAlert, filter: AlertFilter): boolean {
  const { status, severity, window, assignee, person, riskKind } = filter;
  return (
    (status.length === 0 || (alert.status !== null && status.includes(alert.status))) &&
    (severity.length === 0 || (alert.severity !== null && severity.includes(alert.severity))) &&
    (window === null || isWithin(alert.createdDateTime, window)) &&
    (assignee === null || isOwnedBy(alert, assignee)) &&
    (person === null || isAbout(alert, person)) &&
    (riskKind === null || alert.riskKind === riskKind)
  );
}

type Order = (a: StoredAlert, b: StoredAlert) => number;

/** An alert without a date stands last, since it is neither new nor old. */
function byAge(direction: 1 | -1): Order {
  return ({ createdDateTime: a, number: first }, { createdDateTime: b, number: second }) => {
    if (a === b) return direction * (first - second);
    if (a === null || b === null) return a === null ? 1 : -1;
    return a < b ? -direction : direction;
  };
}

const newestFirst = byAge(-1);

const ORDERS: Record<AlertSort, Order> = {
  newest: newestFirst,
  oldest: byAge(1),
  // One that is not given stands with the high ones, as everywhere else.
  severity: (a, b) => severityRank(b.severity ?? 'high') - severityRank(a.severity ?? 'high') || newestFirst(a, b),
};

/** `top` null = all. */
export function listedAlerts(
  alerts: readonly StoredAlert[],
  filter: AlertFilter,
  sort: AlertSort,
  top: number | null,
): StoredAlert[] {
  const listed = alerts.filter((alert) => isListed(alert, filter)).sort(ORDERS[sort]);
  return top === null ? listed : listed.slice(0, top);
}
