// The filters of a question as KQL conditions, for both hunting tables. Each gives null where nothing is asked.
import type { DlpOutcome } from './command';
import { activityPredicate } from './hunting-kql-activity';
import { anyOf, textColumn, whereColumn, type HuntingColumns } from './hunting-columns';
import { tableOf, type HuntingQuestion } from './hunting-question';
import { guidLiteral, stringLiteral, wholeNumberLiteral } from './kql-literal';

/** `DlpPolicyEnforcementMode`, as the table's page numbers it. */
const ENFORCEMENT: Record<DlpOutcome, number> = { audit: 1, warn: 2, bypass: 3, block: 4, allow: 5 };

/** Columns that hold lists of domains; which of them a tenant has differs. */
const DOMAIN_LISTS = ['UrlDomainInfo', 'ExternalUrlDomains', 'UnallowedUrlDomains'] as const;

/** Rows name the one domain that content went to, not only lists of domains. */
export function hasDomainColumn(columns: HuntingColumns): boolean {
  return columns.has('TargetUrlDomain');
}

const regexText = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Finds the host, or one below it, as a whole element of a list or of JSON, with or without a scheme, a port and a path.
 * `has` would also find `mail.google.com.evil.example`.
 */
export function domainInList(domain: string): string {
  const start = String.raw`(^|[\s,;"\[])([a-z][a-z0-9+.-]*://)?`;
  const end = String.raw`(:[0-9]+)?(/[^\s,;"\]]*)?($|[\s,;"\]])`;
  return String.raw`${start}([a-z0-9_-]+\.)*${regexText(domain)}${end}`;
}

function domainFilter(domain: string, columns: HuntingColumns): string {
  if (hasDomainColumn(columns)) {
    const value = 'tolower(TargetUrlDomain)';
    return anyOf(`${value} == ${stringLiteral(domain)}`, `${value} endswith ${stringLiteral(`.${domain}`)}`);
  }
  const pattern = stringLiteral(domainInList(domain));
  const inList = (name: string) => `tolower(tostring(${name})) matches regex ${pattern}`;
  return anyOf(...DOMAIN_LISTS.map((name) => whereColumn(columns, name, inList)));
}

/** Both tables: one value may hold several ids. */
function labelFilter(ids: readonly string[], columns: HuntingColumns): string {
  const list = `(${ids.map(guidLiteral).join(', ')})`;
  return `${textColumn(columns, 'SensitivityLabelId', 'SensitivityLabelInfo')} has_any ${list}`;
}

function personFilter(question: HuntingQuestion, columns: HuntingColumns): string | null {
  const { person } = question;
  if (person === null) return null;
  const { userPrincipalName: name, objectId } = person;
  return anyOf(
    name === null ? null : `AccountUpn =~ ${stringLiteral(name)}`,
    objectId === null ? null : whereColumn(columns, 'AccountObjectId', (one) => `${one} =~ ${stringLiteral(objectId)}`),
  );
}

/** The computer itself, named with or without its domain. */
function deviceFilter(device: string, question: HuntingQuestion, columns: HuntingColumns): string {
  if (question.counts === 'events') {
    const name = textColumn(columns, 'DeviceName');
    return anyOf(`${name} =~ ${stringLiteral(device)}`, `${name} startswith ${stringLiteral(`${device}.`)}`);
  }
  // Behaviours hold devices as JSON whose property names nobody published: a quoted value is looked for.
  const pattern = stringLiteral(`"${regexText(device.toLowerCase())}(\\.[^"]*)?"`);
  return `tolower(${textColumn(columns, 'DeviceInfo')}) matches regex ${pattern}`;
}

/**
 * Events hold an array of JSON texts, so the id stands behind quotes that may be escaped; the same condition holds
 * for plain objects. The quick word search goes first.
 */
function infoTypeFilter(id: string, columns: HuntingColumns): string {
  const column = textColumn(columns, 'SensitiveInfoTypeInfo', 'SensitiveInfoTypesInfo');
  const found = `${column} has ${guidLiteral(id)}`;
  if (!columns.has('SensitiveInfoTypeInfo')) return found;
  const pattern = String.raw`(?i)SensitiveInfoTypeId[\\"\s]*:[\\"\s]*${id}`;
  return `${found} and ${column} matches regex ${stringLiteral(pattern)}`;
}

function outcomeFilter(outcome: DlpOutcome, columns: HuntingColumns): string {
  const mode = wholeNumberLiteral(ENFORCEMENT[outcome]);
  return anyOf(whereColumn(columns, 'DlpPolicyEnforcementMode', (name) => `${name} == ${mode}`));
}

/** One condition a filter, all of which a row has to meet. */
export function filtersOf(question: HuntingQuestion, columns: HuntingColumns): string[] {
  const given = <T>(value: T | null, make: (value: T) => string) => (value === null ? null : make(value));
  const filters = [
    personFilter(question, columns),
    given(question.activity, (activity) => activityPredicate(activity, columns)),
    given(question.targetDomain, (domain) => domainFilter(domain, columns)),
    given(question.labelIds, (ids) => labelFilter(ids, columns)),
    given(question.department, (name) => `${textColumn(columns, 'Department')} =~ ${stringLiteral(name)}`),
    given(question.device, (device) => deviceFilter(device, question, columns)),
    given(question.sensitiveInfoTypeId, (id) => infoTypeFilter(id, columns)),
    given(question.dlpOutcome, (outcome) => outcomeFilter(outcome, columns)),
  ];
  return filters.filter((filter) => filter !== null);
}

/** Whether the answer has to say that domains were looked for in lists alone. */
export function usesDomainLists(question: HuntingQuestion, columns: HuntingColumns): boolean {
  const asksForDomain = question.targetDomain !== null || question.groupBy === 'domain';
  return tableOf(question) === 'DataSecurityEvents' && asksForDomain && !hasDomainColumn(columns);
}
