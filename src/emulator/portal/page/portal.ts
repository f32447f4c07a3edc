// The queue's page: joins the queue, the opened alert, the filters and the stream of changes.
import { DetailsPane } from './details-pane.js';
import { byId, picker } from './elements.js';
import { openNewAlert } from './new-alert-dialog.js';
import { drawFilters } from './queue-filters.js';
import { addAlert, readChoices, watchQueue } from './queue-service.js';
import { QueueView } from './queue-view.js';

async function start(): Promise<void> {
  const choices = await readChoices();
  const signedIn = signInAs(choices.people.filter((person) => person.reviewer));
  byId('tenant', HTMLElement).textContent = choices.tenant;

  const details: DetailsPane = new DetailsPane(
    byId('details', HTMLElement),
    choices,
    () => signedIn.value,
    () => queue.draw(),
  );
  const queue = new QueueView(
    () => details.openId,
    (id) => details.open(id),
  );
  await queue.reload();
  drawFilters(byId('filters', HTMLFormElement), queue.products(), (filters) => queue.filter(filters));
  byId('add', HTMLButtonElement).addEventListener('click', () => {
    openNewAlert(byId('new-alert', HTMLDialogElement), choices, async (wish) =>
      details.open((await addAlert(wish)).id),
    );
  });
  const changed = (id: string) => {
    queue.mark(id);
    details.changed(id);
    void queue.reload();
  };
  watchQueue(changed, (up) => showLine(up, queue));
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
function showLine(up: boolean, queue: QueueView): void {
  const live = byId('live', HTMLElement);
  live.textContent = up ? 'Live' : 'Reconnecting';
  live.classList.toggle('up', up);
  if (up) void queue.reload();
}

start().catch(() => {
  byId('count', HTMLElement).textContent = 'The queue could not be read. Reload the page to try again.';
});
