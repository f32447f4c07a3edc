// Policies by name, as far as the store can tell: of an alert it keeps the kind of risk, and neither title nor policy.
import { RISK_KINDS, type RiskKind } from './risk-kind';

export type NamedKind = Exclude<RiskKind, 'other'>;
export const NAMED_KINDS = RISK_KINDS.filter((kind): kind is NamedKind => kind !== 'other');

/** What people call all policies of a kind. A name of one policy among several of its kind is none of these. */
const NAMES: Record<NamedKind, readonly string[]> = {
  departingUser: ['departing user'],
  dataTheft: ['data theft'],
  dataLeak: ['data leak', 'data leakage'],
  securityPolicyViolation: ['security policy violation', 'policy violation', 'security violation'],
  patientDataMisuse: ['misuse of patient data', 'patient data misuse'],
  riskyBrowsing: ['risky browsing', 'risky browser usage', 'risky browser use'],
  riskyAiUsage: ['risky use of ai', 'risky ai usage', 'risky ai use'],
};

/** The kind whose policies are all called so, in one number or the other; null for any other name. */
export function kindOfPolicy(policy: string): NamedKind | null {
  const name = policy.trim().toLowerCase().replace(/\s+/g, ' ');
  return NAMED_KINDS.find((kind) => NAMES[kind].some((known) => name === known || name === `${known}s`)) ?? null;
}
