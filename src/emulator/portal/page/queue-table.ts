// The queue as a sortable table; on a phone its rows become cards by style alone.
import type { QueueRow } from '../queue-row';
import { button, element } from './elements.js';
import { bareInstant, inWords, severityClass } from './words.js';

type Key = keyof QueueRow;

export interface Sorting {
  key: Key;
  descending: boolean;
}

interface Column {
  key: Key;
  label: string;
}

const COLUMNS: Column[] = [
  { key: 'severity', label: 'Severity' },
  { key: 'title', label: 'Alert' },
  { key: 'subject', label: 'Person' },
  { key: 'status', label: 'Status' },
  { key: 'product', label: 'Product' },
  { key: 'assignedTo', label: 'Assigned to' },
  { key: 'createdDateTime', label: 'Raised (UTC)' },
  { key: 'lastUpdateDateTime', label: 'Last change (UTC)' },
];

const SEVERITY_ORDER = ['unknown', 'informational', 'low', 'medium', 'high'];

export interface TableState {
  rows: QueueRow[];
  sorting: Sorting;
  openId: string | null;
  /** Rows that changed a moment ago. */
  fresh: ReadonlySet<string>;
}

export interface TableActions {
  open(id: string): void;
  sort(sorting: Sorting): void;
}

export function sortRows(rows: QueueRow[], { key, descending }: Sorting): QueueRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((left, right) => sign * compare(key, left, right));
}

export function queueTable(state: TableState, actions: TableActions): HTMLElement {
  if (state.rows.length === 0) {
    return element('p', { class: 'empty' }, 'No alerts here. Change the filters, or add an alert.');
  }
  const head = element('tr', {}, ...COLUMNS.map((column) => headCell(column, state.sorting, actions)));
  const rows = sortRows(state.rows, state.sorting).map((row) => queueLine(row, state, actions));
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
}

function headCell({ key, label }: Column, sorting: Sorting, actions: TableActions): HTMLElement {
  const sorted = sorting.key === key;
  const direction = sorting.descending ? 'descending' : 'ascending';
  const press = () => actions.sort({ key, descending: sorted ? !sorting.descending : key.endsWith('DateTime') });
  const sorter = button(label, 'sorter', press);
  sorter.dataset['key'] = `sort:${key}`;
  return element('th', { scope: 'col', 'aria-sort': sorted ? direction : 'none' }, sorter);
}

function queueLine(row: QueueRow, state: TableState, actions: TableActions): HTMLElement {
  // Pressing it is pressing the row; the button is there for the keyboard.
  const opener = element('button', { type: 'button', class: 'opener' }, row.title);
  opener.dataset['key'] = `open:${row.id}`;
  const classes = [row.id === state.openId ? 'open' : '', state.fresh.has(row.id) ? 'fresh' : ''].join(' ').trim();
  const line = element(
    'tr',
    { class: classes, 'data-id': row.id },
    cell('severity', element('span', { class: `severity ${severityClass(row.severity)}` }, inWords(row.severity))),
    cell('title', opener),
    cell('subject', row.subject ?? 'Not given'),
    cell('status', element('span', { class: `status status-${row.status}` }, inWords(row.status))),
    cell('product', row.product),
    cell('assignedTo', row.assignedTo ?? 'Unassigned'),
    cell('createdDateTime', bareInstant(row.createdDateTime)),
    cell('lastUpdateDateTime', bareInstant(row.lastUpdateDateTime)),
  );
  line.addEventListener('click', () => actions.open(row.id));
  return line;
}

function cell(key: Key, content: Node | string): HTMLElement {
  const label = COLUMNS.find((column) => column.key === key)?.label ?? '';
  return element('td', { class: `cell-${key}`, 'data-label': label }, content);
}

function compare(key: Key, left: QueueRow, right: QueueRow): number {
  if (key === 'severity') {
    return SEVERITY_ORDER.indexOf(left.severity.toLowerCase()) - SEVERITY_ORDER.indexOf(right.severity.toLowerCase());
  }
  return (left[key] ?? '').localeCompare(right[key] ?? '');
}
