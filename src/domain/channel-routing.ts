// Which subscribed channels an alert belongs to.
import type { Alert, Severity } from './alert';
import { subjectForms } from './disclosure';
import { kindOfPolicy } from './policy-kind';
import { riskKindOf } from './risk-kind';
import { speaksOf, Untrusted } from './untrusted';

/** A place in Teams: the conversation id of a channel (without `;messageid=`) or of a personal chat. */
export type ChannelKey = string;

export interface Subscription {
  channel: ChannelKey;
  /** Empty = every severity. */
  severity: readonly Severity[];
  /** What people call a kind of risk, or a policy by its own name as titles hold it; null = every policy. */
  policy: string | null;
}

type Routed = Pick<Alert, 'severity' | 'title' | 'categories' | 'subject' | 'details'>;

/** A severity that is not given passes every filter as if it were high: better one card too many. */
function severityPasses(subscription: Subscription, severity: Severity | null): boolean {
  return subscription.severity.length === 0 || subscription.severity.includes(severity ?? 'high');
}

/**
 * A title may name people, and whoever may subscribe a channel could try names out on it: a policy's own name is looked
 * for beside the names that the alert holds, never in them.
 */
function policyPasses({ policy }: Subscription, alert: Routed): boolean {
  if (policy === null) return true;
  const kind = kindOfPolicy(policy);
  if (kind !== null && riskKindOf(alert) === kind) return true;
  const names = [alert.subject, ...alert.details.people].flatMap(subjectForms).map((form) => Untrusted.of(form));
  return alert.title !== null && speaksOf(alert.title, policy, names);
}

export function channelsFor(alert: Routed, subscriptions: readonly Subscription[]): ChannelKey[] {
  return subscriptions
    .filter((subscription) => severityPasses(subscription, alert.severity) && policyPasses(subscription, alert))
    .map((subscription) => subscription.channel);
}
