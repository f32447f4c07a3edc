// Wire words in plain English, and instants as people read them.

const WORDS: Record<string, string> = {
  new: 'New',
  inProgress: 'In progress',
  resolved: 'Resolved',
  truePositive: 'True positive',
  falsePositive: 'False positive',
  informationalExpectedActivity: 'Informational, expected activity',
};

/** `maliciousUserActivity` becomes `Malicious user activity`; null becomes `Not set`. */
export function inWords(member: string | null | undefined): string {
  if (member === null || member === undefined || member === '') return 'Not set';
  const spaced = member.replace(
    /([a-z0-9])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return WORDS[member] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Severity regardless of casing, for the coloured mark; what is unknown has one of its own. */
export function severityClass(severity: string): string {
  const known = ['high', 'medium', 'low', 'informational'].find((one) => one === severity.toLowerCase());
  return `severity-${known ?? 'unknown'}`;
}

/** In UTC, as the cards are: the queue and a card are read side by side. */
const instantFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** Without the zone, for a column whose heading names it. */
export function bareInstant(text: string | null | undefined): string {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? 'Not given' : instantFormat.format(date);
}

export function instant(text: string | null | undefined): string {
  const words = bareInstant(text);
  return words === 'Not given' ? words : `${words} UTC`;
}

/** `#microsoft.graph.security.cloudApplicationEvidence` becomes `Cloud application`. */
export function evidenceKind(odataType: string): string {
  return inWords(odataType.replace(/^.*\./, '').replace(/Evidence$/, ''));
}
