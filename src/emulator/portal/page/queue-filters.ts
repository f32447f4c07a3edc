// The filter bar: product, status, severity and free text, and which rows they keep.
import type { QueueRow } from '../queue-row';
import { element, field, picker } from './elements.js';
import { inWords } from './words.js';

export interface Filters {
  product: string;
  status: string;
  severity: string;
  text: string;
}

export const NO_FILTERS: Filters = { product: '', status: '', severity: '', text: '' };

const OPEN = 'open';

export function keeps(filters: Filters, row: QueueRow): boolean {
  const text = filters.text.trim().toLowerCase();
  const status =
    filters.status === OPEN ? row.status !== 'resolved' : filters.status === '' || row.status === filters.status;
  return (
    status &&
    (filters.product === '' || row.product === filters.product) &&
    (filters.severity === '' || row.severity.toLowerCase() === filters.severity) &&
    (text === '' || `${row.title} ${row.subject ?? ''} ${row.assignedTo ?? ''}`.toLowerCase().includes(text))
  );
}

/** Fills the form; `changed` is called with every change a person makes. */
export function drawFilters(form: HTMLFormElement, products: string[], changed: (filters: Filters) => void): void {
  const any = { value: '', label: 'All' };
  const listed = (values: string[]) => values.map((value) => ({ value, label: inWords(value) }));
  const product = picker([any, ...products.map((value) => ({ value, label: value }))], '');
  const status = picker([any, { value: OPEN, label: 'Open' }, ...listed(['new', 'inProgress', 'resolved'])], '');
  const severity = picker([any, ...listed(['high', 'medium', 'low', 'informational'])], '');
  const text = element('input', { type: 'search', placeholder: 'Title or person', autocomplete: 'off' });
  const tell = () =>
    changed({ product: product.value, status: status.value, severity: severity.value, text: text.value });
  for (const control of [product, status, severity, text]) control.addEventListener('input', tell);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.replaceChildren(
    field('Product', product),
    field('Status', status),
    field('Severity', severity),
    field('Search', text),
  );
}
