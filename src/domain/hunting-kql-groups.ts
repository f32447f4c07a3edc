// What a question is grouped by, as KQL. A row whose value is a list counts once under each of its elements; an empty
// value is a group too, so that nothing disappears from the figures.
import type { HuntingGroup } from './command';
import { textColumn, type HuntingColumns } from './hunting-columns';
import { hasDomainColumn } from './hunting-kql-filters';
import type { AnswerableGroup, HuntingQuestion } from './hunting-question';
import { stringLiteral } from './kql-literal';

export type GroupKey =
  /** `key`: text of the row. */
  | { many: false; key: string }
  /**
   * `keys`: a dynamic array of the row, never empty, for which `before` holds columns worked out one after another;
   * `each`: text of one element called `Each`.
   */
  | { many: true; before: readonly string[]; keys: string; each: string };

const one = (key: string): GroupKey => ({ many: false, key });

const trimmed = (edge: string, text: string) => `trim(${stringLiteral(edge)}, ${text})`;

/** Elements of text like `a,b` or `["a","b"]`. */
function listed(text: string, separator: string, edge: string): GroupKey {
  return {
    many: true,
    before: [],
    keys: `split(${trimmed(edge, text)}, ${stringLiteral(separator)})`,
    each: trimmed(edge, 'tostring(Each)'),
  };
}

/** A row without elements is one with an empty element: `mv-expand` would lose it. */
const neverEmpty = (array: string) => `iff(array_length(${array}) > 0, ${array}, pack_array(""))`;

/** Everything of that shape in text whose structure nobody published. */
function found(pattern: string, text: string): GroupKey {
  const before = [`Found_ = extract_all(${stringLiteral(pattern)}, tolower(${text}))`];
  return { many: true, before, keys: neverEmpty('Found_'), each: 'tostring(Each)' };
}

const HOST_PATTERN = '([a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.[a-z][a-z0-9-]+)';
const GUID_PATTERN = '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})';

type Keyed = Exclude<AnswerableGroup, 'day'>;

/** Where a value to group by stands, the first there is; what is missing here stands in every tenant's tables. */
const COLUMNS: Partial<Record<Keyed, Record<HuntingQuestion['counts'], readonly string[]>>> = {
  domain: { events: ['TargetUrlDomain', 'ExternalUrlDomains', 'UnallowedUrlDomains'], behaviors: ['UrlDomainInfo'] },
  department: { events: ['Department'], behaviors: [] },
  device: { events: ['DeviceName'], behaviors: [] },
  label: { events: ['SensitivityLabelId'], behaviors: ['SensitivityLabelInfo'] },
  application: { events: ['ApplicationNames', 'Application'], behaviors: ['ApplicationNames', 'Application'] },
  // Older tables of behaviours name policies nowhere: `PriorityContentMatchInfo` holds those with priority content alone.
  policy: { events: ['DlpPolicyMatchInfo', 'IrmPolicyMatchInfo'], behaviors: ['PolicyInfo', 'Policies'] },
};

const columnsFor = (group: Keyed, { counts }: HuntingQuestion) => COLUMNS[group]?.[counts] ?? [];

/** Whether the tenant's table gives nothing to group by: every row then stands under the empty value. */
export function lacksGroup(question: HuntingQuestion, columns: HuntingColumns): boolean {
  const group = question.groupBy;
  if (group === null || group === 'day' || COLUMNS[group] === undefined) return false;
  return !columnsFor(group, question).some((name) => columns.has(name));
}

function domainKey({ counts }: HuntingQuestion, columns: HuntingColumns): GroupKey {
  if (counts === 'behaviors') return found(HOST_PATTERN, textColumn(columns, 'UrlDomainInfo'));
  if (hasDomainColumn(columns)) return one(`tolower(${textColumn(columns, 'TargetUrlDomain')})`);
  const lists = textColumn(columns, 'ExternalUrlDomains', 'UnallowedUrlDomains');
  return listed(`tolower(${lists})`, ',', String.raw`[\s,\[\]"]+`);
}

function labelKey({ counts }: HuntingQuestion, columns: HuntingColumns): GroupKey {
  if (counts === 'behaviors') return found(GUID_PATTERN, textColumn(columns, 'SensitivityLabelInfo'));
  return listed(`tolower(${textColumn(columns, 'SensitivityLabelId')})`, ',', String.raw`[\s,]+`);
}

/** Columns `name`: an array as it is, a single object as the array of it, everything else as nothing. */
function arrayOf(name: string, column: string): string[] {
  const single = `iff(${column} startswith "{", pack_array(${name}), dynamic([]))`;
  return [`${name} = parse_json(${column})`, `${name} = iff(array_length(${name}) > 0, ${name}, ${single})`];
}

/**
 * Names of the policies that matched: of DLP and of Insider Risk Management for events, of the latter for behaviours.
 * Elements are objects, or texts that hold one; the inner names are seen in the field and published nowhere.
 */
function policyKey(question: HuntingQuestion, columns: HuntingColumns): GroupKey {
  const [first = '""', second = '""'] = columnsFor('policy', question)
    .filter((name) => columns.has(name))
    .map((name) => textColumn(columns, name));
  const element = 'parse_json(tostring(Each))';
  const [long, short] = [`tostring(${element}.PolicyName)`, `tostring(${element}.Name)`];
  const name = `iff(isnotempty(${long}), ${long}, ${short})`;
  return {
    many: true,
    before: [...arrayOf('First_', first), ...arrayOf('Second_', second), 'Found_ = array_concat(First_, Second_)'],
    keys: neverEmpty('Found_'),
    each: `iff(tostring(Each) startswith "{", ${name}, tostring(Each))`,
  };
}

const KEYS: Record<Keyed, (question: HuntingQuestion, columns: HuntingColumns) => GroupKey> = {
  account: () => one('Person'),
  domain: domainKey,
  department: (question, columns) => one(textColumn(columns, ...columnsFor('department', question))),
  device: (question, columns) => one(`tolower(${textColumn(columns, ...columnsFor('device', question))})`),
  label: labelKey,
  // Several acts in one row are joined with semicolons; commas stand inside single acts.
  activity: () => listed('ActionType', ';', String.raw`[\s;]+`),
  application: (question, columns) => one(textColumn(columns, ...columnsFor('application', question))),
  policy: policyKey,
};

/** Null without a grouping, and for days, which every answer counts anyway. */
export function groupKeyOf(question: HuntingQuestion, columns: HuntingColumns): GroupKey | null {
  const group: HuntingGroup | null = question.groupBy;
  return group === null || group === 'day' ? null : KEYS[group](question, columns);
}
