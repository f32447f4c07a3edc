// The kind of risk, as one word of a fixed list: what a channel may read instead of a title.
import type { Alert } from './alert';
import { mentionsAny, type Untrusted } from './untrusted';

export const RISK_KINDS = [
  'departingUser',
  'dataTheft',
  'dataLeak',
  'securityPolicyViolation',
  'patientDataMisuse',
  'riskyBrowsing',
  'riskyAiUsage',
  'other',
] as const;
export type RiskKind = (typeof RISK_KINDS)[number];

const BY_CATEGORY: readonly (readonly [RiskKind, readonly string[]])[] = [
  ['dataLeak', ['exfiltration', 'data leak', 'dataleak']],
  ['dataTheft', ['data theft', 'datatheft']],
  ['securityPolicyViolation', ['policy violation', 'policyviolation', 'defenseevasion']],
];

// Order matters: "data theft by departing users" is about the departure first, and a leak of patient data about patients.
const BY_TITLE: readonly (readonly [RiskKind, readonly string[]])[] = [
  ['departingUser', ['departing', 'leaver', 'resign']],
  ['patientDataMisuse', ['patient', 'health record']],
  ['riskyAiUsage', ['ai usage', 'copilot', 'generative']],
  ['riskyBrowsing', ['browsing', 'browser']],
  ['dataTheft', ['theft', 'steal']],
  ['securityPolicyViolation', ['policy violation', 'violation']],
  ['dataLeak', ['leak', 'exfiltration', 'removable', 'usb', 'upload', 'sharing']],
];

function firstMatch(text: Untrusted, table: typeof BY_TITLE): RiskKind | null {
  return table.find(([, words]) => mentionsAny(text, words))?.[0] ?? null;
}

/**
 * From `categories`, then title keywords, else `other`. A title that speaks of something more particular than the
 * category's "exfiltration" (a departing user, patients) names the kind.
 */
export function riskKindOf(alert: Pick<Alert, 'categories' | 'title'>): RiskKind {
  const byTitle = alert.title && firstMatch(alert.title, BY_TITLE);
  const byCategory = alert.categories
    .map((category) => firstMatch(category, BY_CATEGORY))
    .find((kind) => kind !== null);
  if (byTitle && (byCategory === undefined || byCategory === 'dataLeak')) return byTitle;
  return byCategory ?? byTitle ?? 'other';
}
