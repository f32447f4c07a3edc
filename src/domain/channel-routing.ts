// Which subscribed channels an alert belongs to.
import type { Severity } from './alert';
import { mentionsAny, type Untrusted } from './untrusted';

/** A place in Teams: the conversation id of a channel (without `;messageid=`) or of a personal chat. */
export type ChannelKey = string;

export interface Subscription {
  channel: ChannelKey;
  /** Empty = every severity. */
  severity: readonly Severity[];
  /** Text the alert's title or policy must hold; null = every policy. */
  policy: string | null;
}

interface Routed {
  severity: Severity | null;
  title: Untrusted | null;
}

/** A severity that is not given passes every filter as if it were high: better one card too many. */
function severityPasses(subscription: Subscription, severity: Severity | null): boolean {
  return subscription.severity.length === 0 || subscription.severity.includes(severity ?? 'high');
}

function policyPasses(subscription: Subscription, title: Untrusted | null): boolean {
  if (subscription.policy === null) return true;
  return title !== null && mentionsAny(title, [subscription.policy.toLowerCase()]);
}

export function channelsFor(alert: Routed, subscriptions: readonly Subscription[]): ChannelKey[] {
  return subscriptions
    .filter((subscription) => severityPasses(subscription, alert.severity) && policyPasses(subscription, alert.title))
    .map((subscription) => subscription.channel);
}
