// The queue's page: holds what is shown, draws it, and redraws when the emulator tells of a change.
import type { QueueRow } from '../queue-row';
import { byId, picker } from './elements.js';
import { createDetailsPane } from './details-pane.js';
import { openNewAlert } from './new-alert-dialog.js';
import { drawFilters, keeps, NO_FILTERS, type Filters } from './queue-filters.js';
import { addAlert, readChoices, readQueue, watchQueue } from './queue-service.js';
import { queueTable, type Sorting } from './queue-table.js';

/** How long a changed row stays marked. */
const FRESH_MS = 4_000;

async function start(): Promise<void> {
  const choices = await readChoices();
  let rows: QueueRow[] = [];
  let filters: Filters = NO_FILTERS;
  let sorting: Sorting = { key: 'createdDateTime', descending: true };
  const fresh = new Set<string>();
  const place = byId('queue', HTMLElement);
  const signedIn = signInAs(choices.people.filter((person) => person.reviewer));
  byId('tenant', HTMLElement).textContent = choices.tenant;

  const details = createDetailsPane(
    byId('details', HTMLElement),
    choices,
    () => signedIn.value,
    () => draw(),
  );

  function draw(): void {
    const kept = rows.filter((row) => keeps(filters, row));
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
    const state = { rows: kept, sorting, openId: details.openId(), fresh };
    const sort = (chosen: Sorting) => {
      sorting = chosen;
      draw();
    };
    place.replaceChildren(queueTable(state, { open: (id) => details.open(id), sort }));
    byId('count', HTMLElement).textContent =
      kept.length === rows.length ? `${rows.length} alerts` : `${kept.length} of ${rows.length} alerts`;
    // Redrawing must not take the keyboard's place away.
    if (focused) place.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  async function reload(): Promise<void> {
    rows = await readQueue();
    draw();
  }

  function mark(id: string): void {
    fresh.add(id);
    setTimeout(() => {
      fresh.delete(id);
      draw();
    }, FRESH_MS);
  }

  await reload();
  const products = [...new Set(rows.map((row) => row.product))].sort();
  drawFilters(byId('filters', HTMLFormElement), products, (chosen) => {
    filters = chosen;
    draw();
  });
  byId('add', HTMLButtonElement).addEventListener('click', () => {
    openNewAlert(byId('new-alert', HTMLDialogElement), choices, async (wish) => {
      const raised = await addAlert(wish);
      details.open(raised.id);
    });
  });
  watchQueue(
    (id) => {
      mark(id);
      details.changed(id);
      void reload();
    },
    (up) => showLine(up, reload),
  );
  details.openFromAddress();
}

function signInAs(reviewers: { userPrincipalName: string; name: string }[]): HTMLSelectElement {
  const options = reviewers.map(({ userPrincipalName, name }) => ({ value: userPrincipalName, label: name }));
  const select = byId('signed-in', HTMLSelectElement);
  select.replaceChildren(...picker(options, '').children);
  select.value = options[0]?.value ?? '';
  return select;
}

/** After a gap the queue is read anew: what happened meanwhile was not told. */
function showLine(up: boolean, reload: () => Promise<void>): void {
  const live = byId('live', HTMLElement);
  live.textContent = up ? 'Live' : 'Reconnecting';
  live.classList.toggle('up', up);
  if (up) void reload();
}

start().catch(() => {
  byId('count', HTMLElement).textContent = 'The queue could not be read. Reload the page to try again.';
});
