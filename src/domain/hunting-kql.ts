// A question as one KQL query whose rows all have one form: Part, Key, Files, People, Events. Counts are exact: distinct
// values are taken first and counted after, since `dcount` only estimates.
import { filtersOf } from './hunting-kql-filters';
import { groupKeyOf, type GroupKey } from './hunting-kql-groups';
import type { HuntingColumns } from './hunting-columns';
import { tableOf, type HuntingQuery, type HuntingQuestion } from './hunting-question';
import { datetimeLiteral, stringLiteral, wholeNumberLiteral } from './kql-literal';
import { offsetSpans } from './local-days';

const CARRIED = 'Part, Key, File, Person';

/** Where the rows come from, up to the filters; `At`, `File` and `Person` are what both tables are counted by. */
function source(question: HuntingQuestion): { lines: string[]; at: string; file: string } {
  if (question.counts === 'events') {
    const lines = ['| where Timestamp >= Earliest and Timestamp < WindowEnd'];
    return { lines, at: 'Timestamp', file: 'tostring(ObjectId)' };
  }
  // A behaviour is written again when it changes, later than it happened: the latest version counts, at its start.
  const lines = [
    '| where Timestamp >= Earliest',
    '| summarize arg_max(Timestamp, *) by BehaviorId',
    '| extend At_ = coalesce(StartTime, EndTime, Timestamp)',
    '| where At_ >= Earliest and At_ < WindowEnd',
    '| where tobool(IsAnomalous) == true',
  ];
  return { lines, at: 'At_', file: stringLiteral('') };
}

function hits(question: HuntingQuestion, columns: HuntingColumns, group: GroupKey | null): string[] {
  const { lines, at, file } = source(question);
  const filters = filtersOf(question, columns).map((filter) => `| where ${filter}`);
  const before = (group?.many ? group.before : []).map((column) => `| extend ${column}`);
  const kept = [`At = ${at}`, `File = ${file}`, 'Person = tolower(AccountUpn)'];
  // `Person` is a column only after the projection, so that the key comes in a line of its own.
  const keys = group === null ? [] : [group.many ? `Keys_ = ${group.keys}` : `Key_ = ${group.key}`];
  const carried = keys.filter(() => question.groupBy !== 'account');
  const after = keys.filter(() => question.groupBy === 'account').map((key) => `| extend ${key}`);
  return [
    'let Hits = materialize(',
    `    ${tableOf(question)}`,
    ...[...lines, ...filters, ...before, `| project ${[...kept, ...carried].join(', ')}`, ...after].map(
      (line) => `    ${line}`,
    ),
    // Elements of one row may repeat; its number tells which rows they came from.
    ...(group?.many ? ['    | serialize Row = row_number()'] : []),
    ');',
  ];
}

/** The local day of `At`, in a zone that may change its offset within the window. */
function localDay(question: HuntingQuestion): string {
  const { window, timeZone } = question;
  const spans = offsetSpans(timeZone, Date.parse(window.from), Date.parse(window.to));
  const minutes = (value: number) => `${wholeNumberLiteral(value)}m`;
  const last = minutes(spans.at(-1)?.minutes ?? 0);
  const changes = spans.flatMap(({ until, minutes: offset }) => {
    if (until === null) return [];
    const instant = `${new Date(until).toISOString().slice(0, 19)}Z`;
    return [`At < ${datetimeLiteral(instant)}, ${minutes(offset)}`];
  });
  const offset = changes.length === 0 ? last : `case(${changes.join(', ')}, ${last})`;
  return `format_datetime(${offset === '0m' ? 'At' : `At + ${offset}`}, "yyyy-MM-dd")`;
}

function part(name: string, where: string, key: string, carried: string): string {
  return `    (Hits | where ${where} | extend Part = "${name}", Key = ${key} | project ${carried})`;
}

function parts(question: HuntingQuestion, group: GroupKey | null): string[] {
  const carried = group?.many ? `${CARRIED}, Row` : CARRIED;
  const now = 'At >= WindowStart';
  const grouped = (): string => {
    if (group === null || !group.many) return part('group', now, 'Key_', carried);
    return part('group', `${now} | mv-expand Each = Keys_`, group.each, carried);
  };
  const all = [
    part('total', now, '""', carried),
    part('nameless', `${now} and isempty(Person)`, '""', carried),
    ...(question.previous === null ? [] : [part('previous', 'At < WindowStart', '""', carried)]),
    part('day', now, localDay(question), carried),
    ...(group === null ? [] : [grouped()]),
  ];
  return ['let Parts = union', `${all.join(',\n')};`];
}

function figures(group: GroupKey | null): string[] {
  const counted = (distinct: string, name: string, others: string) =>
    `    (Parts ${distinct}| summarize ${name} = count() by Part, Key | extend ${others})`;
  const rows = group?.many ? '| distinct Part, Key, Row ' : '';
  return [
    'let Figures = materialize(union',
    [
      counted('| where isnotempty(File) | distinct Part, Key, File ', 'Files', 'People = 0, Events = 0'),
      counted('| where isnotempty(Person) | distinct Part, Key, Person ', 'People', 'Files = 0, Events = 0'),
      counted(rows, 'Events', 'Files = 0, People = 0'),
    ].join(',\n'),
    '    | summarize Files = sum(Files), People = sum(People), Events = sum(Events) by Part, Key);',
  ];
}

function answer(question: HuntingQuestion, group: GroupKey | null): string[] {
  const columns = '| project Part, Key, Files, People, Events';
  if (group === null) return ['Figures', columns];
  const top = wholeNumberLiteral(question.top);
  return [
    'union',
    '    (Figures | where Part != "group"),',
    `    (Figures | where Part == "group" | order by Files desc, Events desc, Key asc | take ${top}),`,
    '    (Figures | where Part == "group" | summarize Events = count() | extend Part = "groups", Key = "", Files = 0, People = 0)',
    columns,
  ];
}

function earliestOf({ previous, window }: HuntingQuestion): string {
  return (previous ?? window).from;
}

/** Names no column that the tenant lacks. Throws UnfitLiteral for a value that no query may hold. */
export function huntingKql(question: HuntingQuestion, columns: HuntingColumns): string {
  const { window } = question;
  const group = groupKeyOf(question, columns);
  return [
    `let WindowStart = ${datetimeLiteral(window.from)};`,
    `let WindowEnd = ${datetimeLiteral(window.to)};`,
    `let Earliest = ${datetimeLiteral(earliestOf(question))};`,
    ...hits(question, columns, group),
    ...parts(question, group),
    ...figures(group),
    ...answer(question, group),
  ].join('\n');
}

/** With the limit that is sent beside it. `now`: ms since the epoch. */
export function huntingQuery(question: HuntingQuestion, columns: HuntingColumns, now: number): HuntingQuery {
  const { window, counts } = question;
  // Behaviours may have been written after the window that they happened in.
  const end = counts === 'events' ? Date.parse(window.to) : Math.max(now, Date.parse(window.to));
  const second = `${new Date(end).toISOString().slice(0, 19)}Z`;
  return { text: huntingKql(question, columns), timespan: `${earliestOf(question)}/${second}` };
}
