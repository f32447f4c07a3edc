// One line of the queue: what an analyst sees of an alert before opening it. Shared with the page.
import type { Alert, Evidence, UserAccount } from '../alert';

export interface QueueRow {
  id: string;
  title: string;
  severity: string;
  status: string;
  product: string;
  /** Display name, else account, of the person the alert is about. */
  subject: string | null;
  assignedTo: string | null;
  createdDateTime: string;
  lastUpdateDateTime: string;
}

const SUBJECT_ROLES = ['policyViolator', 'compromised'];

export function queueRow(alert: Alert): QueueRow {
  const account = subjectOf(alert.evidence ?? []);
  return {
    id: alert.id,
    title: alert.title ?? '(no title)',
    severity: alert.severity ?? 'unknown',
    status: alert.status ?? 'unknown',
    product: (alert.productName ?? alert.serviceSource ?? 'unknown').replace(/^Microsoft /, ''),
    subject: account?.displayName ?? account?.userPrincipalName ?? account?.accountName ?? null,
    assignedTo: alert.assignedTo ?? null,
    createdDateTime: alert.createdDateTime ?? alert.lastUpdateDateTime,
    lastUpdateDateTime: alert.lastUpdateDateTime,
  };
}

/** The first user in the role of the person concerned, else the first user, else a mailbox's owner. */
function subjectOf(evidence: Evidence[]): UserAccount | undefined {
  const users = evidence.filter((one) => one['@odata.type'].endsWith('userEvidence'));
  const concerned = users.find((user) => user.roles?.some((role) => SUBJECT_ROLES.includes(role)));
  return (concerned ?? users[0] ?? evidence.find((one) => one.userAccount))?.userAccount;
}
