// The queue as it is shown now: its rows, what the filters keep, their order, and which changed a moment ago.
import type { QueueRow } from '../queue-row';
import { byId } from './elements.js';
import { keeps, NO_FILTERS, type Filters } from './queue-filters.js';
import { readQueue } from './queue-service.js';
import { queueTable, type Sorting } from './queue-table.js';

/** How long a changed row stays marked. */
const FRESH_MS = 4_000;

export class QueueView {
  private rows: QueueRow[] = [];
  private filters: Filters = NO_FILTERS;
  private sorting: Sorting = { key: 'createdDateTime', descending: true };
  private readonly fresh = new Set<string>();
  private readonly place = byId('queue', HTMLElement);
  private readonly count = byId('count', HTMLElement);

  constructor(
    private readonly openId: () => string | null,
    private readonly open: (id: string) => void,
  ) {}

  async reload(): Promise<void> {
    this.rows = await readQueue();
    this.draw();
  }

  products(): string[] {
    return [...new Set(this.rows.map((row) => row.product))].sort();
  }

  filter(filters: Filters): void {
    this.filters = filters;
    this.draw();
  }

  mark(id: string): void {
    this.fresh.add(id);
    setTimeout(() => {
      this.fresh.delete(id);
      this.draw();
    }, FRESH_MS);
  }

  draw(): void {
    const rows = this.rows.filter((row) => keeps(this.filters, row));
    const focused = keyOf(document.activeElement);
    const state = { rows, sorting: this.sorting, openId: this.openId(), fresh: this.fresh };
    const sort = (chosen: Sorting) => {
      this.sorting = chosen;
      this.draw();
    };
    this.place.replaceChildren(queueTable(state, { open: this.open, sort }));
    const all = this.rows.length;
    this.count.textContent = rows.length === all ? `${all} alerts` : `${rows.length} of ${all} alerts`;
    // Redrawing must not take the keyboard's place away.
    if (focused) this.place.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }
}

function keyOf(element: Element | null): string | undefined {
  return element instanceof HTMLElement ? element.dataset['key'] : undefined;
}
