// The dialog that raises an insider-risk alert about somebody, for demonstrations.
import type { PortalChoices } from '../portal-choices';
import { button, element, field, picker } from './elements.js';
import { inWords } from './words.js';

const SEVERITIES = ['high', 'medium', 'low', 'informational'];
const LONGEST_WHAT = '200';

/** `raise` resolves once the alert stands, or rejects with the reason. */
export function openNewAlert(
  dialog: HTMLDialogElement,
  choices: PortalChoices,
  raise: (wish: Record<string, string>) => Promise<void>,
): void {
  const people = choices.people.map(({ id, name }) => ({ value: id, label: name }));
  const unconcerned = choices.people.find((person) => !person.reviewer)?.id ?? '';
  const subject = picker(people, unconcerned);
  const policy = picker(
    choices.policies.map(({ key, title }) => ({ value: key, label: title })),
    choices.policies[0]?.key ?? '',
  );
  const severity = picker(
    SEVERITIES.map((value) => ({ value, label: inWords(value) })),
    'high',
  );
  const what = element('input', { type: 'text', required: '', maxlength: LONGEST_WHAT });
  what.value = 'files copied to removable media';
  const told = element('p', { class: 'told', role: 'alert' });
  const form = element(
    'form',
    { method: 'dialog' },
    element('h2', { id: 'new-alert-title' }, 'Add an insider-risk alert'),
    field('Person', subject),
    field('Policy', policy),
    field('What happened', what),
    field('Severity', severity),
    told,
    element(
      'div',
      { class: 'buttons' },
      button('Cancel', 'quiet', () => dialog.close()),
      element('button', { type: 'submit', class: 'primary' }, 'Add alert'),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wish = { subject: subject.value, policy: policy.value, what: what.value, severity: severity.value };
    raise(wish).then(
      () => dialog.close(),
      (error: unknown) => told.replaceChildren(error instanceof Error ? error.message : 'That did not work.'),
    );
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}
