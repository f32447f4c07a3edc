// The form that changes an alert's status, classification, determination and owner. Only pairs that go together are
// offered.
import type { Alert } from '../../alert';
import type { PortalChoices } from '../portal-choices';
import { element, field, picker } from './elements.js';
import { inWords } from './words.js';

const NOT_SET = { value: '', label: 'Not set' };

const offered = (members: readonly string[]) => members.map((value) => ({ value, label: inWords(value) }));

/** `save` gets only what the person changed. */
export function triageForm(alert: Alert, choices: PortalChoices, save: (change: Partial<Alert>) => void): HTMLElement {
  const status = picker(offered(withCurrent(choices.statuses, alert.status)), alert.status);
  const classified = alert.classification ?? '';
  const classifications = withCurrent(Object.keys(choices.determinations), classified);
  const classification = picker([NOT_SET, ...offered(classifications)], classified);
  const determination = picker([], '');
  const owner = picker(ownersOf(choices, alert), alert.assignedTo ?? '');
  const fill = (chosen: string) => {
    const legal = choices.determinations[classification.value] ?? [];
    determination.replaceChildren(...picker([NOT_SET, ...offered(withCurrent(legal, chosen))], '').children);
    determination.value = chosen;
  };
  fill(alert.determination ?? '');
  classification.addEventListener('input', () => fill(''));
  const form = element(
    'form',
    { class: 'triage', 'aria-label': 'Manage this alert' },
    element('h3', {}, 'Manage'),
    field('Status', status),
    field('Classification', classification),
    field('Determination', determination),
    field('Assigned to', owner),
    element('button', { type: 'submit', class: 'primary' }, 'Save changes'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save(
      changeBetween(alert, {
        status: status.value,
        classification: classification.value || null,
        determination: determination.value || null,
        assignedTo: owner.value || null,
      }),
    );
  });
  return form;
}

type TriageValues = Pick<Alert, 'status' | 'classification' | 'determination' | 'assignedTo'>;

function changeBetween(before: TriageValues, wanted: TriageValues): Partial<Alert> {
  const names = Object.keys(wanted) as (keyof TriageValues)[];
  return Object.fromEntries(
    names.filter((name) => (before[name] ?? null) !== wanted[name]).map((name) => [name, wanted[name]]),
  );
}

function withCurrent(members: readonly string[], current: string): readonly string[] {
  return current === '' || members.includes(current) ? members : [...members, current];
}

function ownersOf(choices: PortalChoices, alert: Alert) {
  const owners = choices.people
    .filter((person) => person.reviewer)
    .map(({ userPrincipalName, name }) => ({ value: userPrincipalName, label: name }));
  const current = alert.assignedTo ?? '';
  const foreign = current !== '' && !owners.some(({ value }) => value === current);
  return [{ value: '', label: 'Unassigned' }, ...owners, ...(foreign ? [{ value: current, label: current }] : [])];
}
