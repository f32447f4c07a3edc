// The dialog that raises an insider-risk alert about somebody, for demonstrations.
import type { PortalChoices } from '../portal-choices';
import { button, element, field, picker } from './elements.js';
import { inWords } from './words.js';

const SEVERITIES = ['high', 'medium', 'low', 'informational'];
const LONGEST_WHAT = '200';

type Wish = Record<string, string>;

/** `raise` resolves once the alert stands, or rejects with the reason. */
export function openNewAlert(
  dialog: HTMLDialogElement,
  choices: PortalChoices,
  raise: (wish: Wish) => Promise<void>,
): void {
  const told = element('p', { class: 'told', role: 'alert' });
  const { controls, wish } = wishControls(choices);
  const cancel = button('Cancel', 'quiet', () => dialog.close());
  const add = element('button', { type: 'submit', class: 'primary' }, 'Add alert');
  const title = element('h2', { id: 'new-alert-title' }, 'Add an insider-risk alert');
  const buttons = element('div', { class: 'buttons' }, cancel, add);
  const form = element('form', { method: 'dialog' }, title, ...controls, told, buttons);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    raise(wish()).then(
      () => dialog.close(),
      (error: unknown) => told.replaceChildren(error instanceof Error ? error.message : 'That did not work.'),
    );
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}

function wishControls(choices: PortalChoices): { controls: HTMLElement[]; wish: () => Wish } {
  const { people, policies } = choices;
  const unconcerned = people.find((person) => !person.reviewer)?.id ?? '';
  const listed = (values: { key: string; title: string }[]) =>
    values.map(({ key, title }) => ({ value: key, label: title }));
  const subject = picker(
    people.map(({ id, name }) => ({ value: id, label: name })),
    unconcerned,
  );
  const policy = picker(listed(policies), policies[0]?.key ?? '');
  const severity = picker(
    SEVERITIES.map((value) => ({ value, label: inWords(value) })),
    'high',
  );
  const what = element('input', { type: 'text', required: '', maxlength: LONGEST_WHAT });
  what.value = 'files copied to removable media';
  return {
    controls: [
      field('Person', subject),
      field('Policy', policy),
      field('What happened', what),
      field('Severity', severity),
    ],
    wish: () => ({ subject: subject.value, policy: policy.value, what: what.value, severity: severity.value }),
  };
}
