// What a list of alerts or incidents was asked for, in words, and the sentence on top of it.
import type { AlertStatus, Severity } from '../alert';
import type { AlertSort, IncidentStatus, Window } from '../command';
import type { IncidentsAsked } from '../disclose-incident';
import type { ListAsked } from '../disclose-list';
import type { RiskKind } from '../risk-kind';
import { riskKindWords, severityWords } from './alert-words';
import { figureWords, numberWords } from './figure-words';
import type { Show } from '../untrusted';
import { daysWords, windowWords } from './window-words';

const STATUS: Record<AlertStatus | IncidentStatus, string> = {
  new: 'new',
  active: 'active',
  inProgress: 'in-progress',
  resolved: 'resolved',
};

export const INCIDENT_STATUS: Record<IncidentStatus, string> = {
  active: 'Active',
  inProgress: 'In progress',
  resolved: 'Resolved',
};

const SORTED: Record<AlertSort, string> = {
  newest: 'newest first',
  oldest: 'oldest first',
  severity: 'most severe first',
};

/** `open`, `new`, `new or resolved`; empty for every status. */
function statusAdjective(status: readonly (AlertStatus | IncidentStatus)[]): string {
  const isOpen = status.length === 2 && status.includes('inProgress') && !status.includes('resolved');
  return isOpen ? 'open' : status.map((each) => STATUS[each]).join(' or ');
}

function severityAdjective(severity: readonly Severity[]): string {
  return severity.map((each) => severityWords(each).toLowerCase()).join(' or ');
}

interface Wanted {
  status: readonly (AlertStatus | IncidentStatus)[];
  severity: readonly Severity[];
  window: Window | null;
}

/** `12 open high alerts`, `No open high alerts`, each with what narrows it further. */
function countedWords(total: number, { status, severity }: Wanted, nouns: readonly [string, string]): string {
  const adjectives = [statusAdjective(status), severityAdjective(severity)].filter((each) => each !== '');
  const [one, many] = nouns.map((noun) => [...adjectives, noun].join(' '));
  return total === 0 ? `No ${many}` : figureWords(total, one ?? '', many ?? '');
}

function raisedWords(total: number, { window }: Wanted, timeZone: string): string {
  if (window === null) return '';
  return `${total === 0 ? '' : ','} raised ${daysWords(window, timeZone)}`;
}

function assigneeWords({ assignee }: ListAsked, show: Show): string {
  if (assignee === null) return '';
  if (assignee === 'me') return ' assigned to you';
  return assignee === 'none' ? ' assigned to nobody' : ` assigned to ${show(assignee)}`;
}

/** `12 open high alerts about Person K7F2 assigned to you, raised 4–11 March 2026.` */
export function alertListLead(total: number, asked: ListAsked, timeZone: string, show: Show): string {
  const counted = countedWords(total, asked, ['alert', 'alerts']);
  const about = asked.account === null ? '' : ` about ${show(asked.account)}`;
  const policy = asked.policy === null ? '' : ` of policy “${show(asked.policy)}”`;
  return `${counted}${about}${policy}${assigneeWords(asked, show)}${raisedWords(total, asked, timeZone)}.`;
}

export function incidentListLead(total: number, asked: IncidentsAsked, timeZone: string): string {
  return `${countedWords(total, asked, ['incident', 'incidents'])}${raisedWords(total, asked, timeZone)}.`;
}

function wantedRead({ status, severity, window }: Wanted, timeZone: string): string[] {
  return [
    status.length === 0
      ? 'every status'
      : `status ${status.map((each) => STATUS[each].replace('-', ' ')).join(' or ')}`,
    severity.length === 0 ? 'every severity' : `severity ${severityAdjective(severity)}`,
    window === null ? 'of any time' : `raised ${windowWords(window, timeZone)}`,
  ];
}

/** One item for each thing that was read, ready to be joined into a line. */
export function alertListReading(asked: ListAsked, timeZone: string, show: Show): string[] {
  const items = wantedRead(asked, timeZone);
  if (asked.account !== null) items.push(`about ${show(asked.account)}`);
  if (asked.policy !== null) items.push(`policy ${show(asked.policy)}`);
  if (asked.assignee !== null) items.push(assigneeWords(asked, show).trim());
  return [...items, SORTED[asked.sort ?? 'newest']];
}

export function incidentListReading(asked: IncidentsAsked, timeZone: string): string[] {
  const { notRead = 0 } = asked;
  const left = notRead === 0 ? [] : [`${figureWords(notRead, 'other incident', 'other incidents')} not looked up`];
  return [...wantedRead(asked, timeZone), SORTED.newest, ...left];
}

/** How a policy's name was taken: alerts are kept with a kind of risk, and without the policy. */
export function policyOfKindWords(kind: RiskKind): string {
  return `${riskKindWords(kind)} (by kind of risk)`;
}

/** `11 to 20 of 54`; null when one page holds all. */
export function placeWords(from: number, shown: number, total: number): string | null {
  if (shown === 0 || shown >= total) return null;
  return `${numberWords(from)} to ${numberWords(from + shown - 1)} of ${numberWords(total)}`;
}
