// The list on the left: the team's channels and the person's chat with the bot, with what is unread.
import { button, element } from './element.js';
import { avatar } from './message-drawing.js';
import { isUnread } from './read-marks.js';
import type { ConversationEntry, PersonView } from './view-shapes.js';

export interface RailDeeds {
  open(conversationId: string): void;
}

function entryRow(view: PersonView, entry: ConversationEntry, openId: string, deeds: RailDeeds): HTMLElement {
  const open = entry.id === openId;
  const unread = !open && isUnread(view.me.id, entry.id, entry.newestId);
  const row = button('', () => deeds.open(entry.id), {
    class: `entry ${entry.kind}${unread ? ' unread' : ''}`,
    'aria-current': open ? 'true' : undefined,
  });
  const mark =
    entry.kind === 'personal'
      ? avatar(entry.name, view.bot.id, 'bot')
      : element('span', { class: 'hash', 'aria-hidden': 'true' }, '#');
  row.append(mark, element('span', { class: 'entry-name' }, entry.name));
  if (unread) row.append(element('span', { class: 'dot', role: 'img', 'aria-label': 'unread' }));
  return row;
}

/** A channel the person is no member of: named, so that one sees why it cannot be opened. */
function closedRow(name: string): HTMLElement {
  const hash = element('span', { class: 'hash', 'aria-hidden': 'true' }, '#');
  const words = element('span', { class: 'entry-name' }, name);
  return element('div', { class: 'entry closed' }, hash, words, element('span', { class: 'aside' }, 'no access'));
}

/** Fills `host` for one person. */
export function drawRail(host: HTMLElement, view: PersonView, openId: string, deeds: RailDeeds): void {
  const mine = new Map(view.conversations.map((entry) => [entry.id, entry]));
  const channels = view.team.channels.map(({ id, name }) => {
    const entry = mine.get(id);
    return entry ? entryRow(view, entry, openId, deeds) : closedRow(name);
  });
  const chats = view.conversations.filter((entry) => entry.kind === 'personal');
  const noChat = element('p', { class: 'aside' }, `Add ${view.bot.name} under Apps to chat with it.`);
  host.replaceChildren(
    element('h2', {}, view.team.name),
    ...channels,
    element('h2', {}, 'Chat'),
    ...(chats.length > 0 ? chats.map((entry) => entryRow(view, entry, openId, deeds)) : [noChat]),
  );
}
