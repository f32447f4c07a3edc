// The two small dialogs: where the app is installed, and who belongs to the open channel.
import { button, element } from './element.js';
import type { ConversationEntry, PersonEntry, PersonView } from './view-shapes.js';

export interface DialogDeeds {
  changeApp(what: 'install' | 'uninstall', scope: 'team' | 'personal'): void;
  changeMember(what: 'add' | 'remove', channelId: string, personId: string): void;
}

function head(dialog: HTMLDialogElement, title: string): HTMLElement {
  const close = button('Close', () => dialog.close(), { class: 'link' });
  return element('header', {}, element('h2', { id: `${dialog.id}-title` }, title), close);
}

function appRow(where: string, installed: boolean, change: (what: 'install' | 'uninstall') => void): HTMLElement {
  const press = () => change(installed ? 'uninstall' : 'install');
  const state = element('span', { class: 'aside' }, installed ? 'Installed' : 'Not installed');
  const label = installed ? 'Remove' : 'Add';
  const words = element('span', { class: 'grow' }, where, element('br'), state);
  return element('div', { class: 'row' }, words, button(label, press, { 'aria-label': `${label}: ${where}` }));
}

/** Fills the apps dialog; it stays open while the state changes under it. */
export function drawApps(dialog: HTMLDialogElement, view: PersonView, deeds: DialogDeeds): void {
  const { bot, team, me } = view;
  dialog.replaceChildren(
    head(dialog, bot.name),
    appRow(`Team: ${team.name}`, bot.inTeam, (what) => deeds.changeApp(what, 'team')),
    appRow(`Personal chat: ${me.name}`, bot.forMe, (what) => deeds.changeApp(what, 'personal')),
  );
}

function memberRow(channel: ConversationEntry, person: PersonEntry, deeds: DialogDeeds): HTMLElement {
  const remove = () => deeds.changeMember('remove', channel.id, person.id);
  const tag = person.guest && element('span', { class: 'tag' }, 'Guest');
  const words = element(
    'span',
    { class: 'grow' },
    person.name,
    ' ',
    tag,
    element('br'),
    element('span', { class: 'aside' }, person.jobTitle),
  );
  return element('div', { class: 'row' }, words, button('Remove', remove, { 'aria-label': `Remove ${person.name}` }));
}

/** Fills the members dialog for one channel. */
export function drawMembers(
  dialog: HTMLDialogElement,
  view: PersonView,
  channel: ConversationEntry,
  deeds: DialogDeeds,
): void {
  const inside = view.people.filter((person) => channel.memberIds.includes(person.id));
  const outside = view.people.filter((person) => !channel.memberIds.includes(person.id));
  const choices = outside.map((person) =>
    element('option', { value: person.id }, person.guest ? `${person.name} (guest)` : person.name),
  );
  const select = element('select', { 'aria-label': 'Person to add' }, ...choices);
  const add = button('Add', () => deeds.changeMember('add', channel.id, select.value));
  add.disabled = outside.length === 0;
  dialog.replaceChildren(
    head(dialog, `Members of ${channel.name}`),
    element('div', { class: 'rows' }, ...inside.map((person) => memberRow(channel, person, deeds))),
    element('div', { class: 'row add' }, select, add),
  );
}
