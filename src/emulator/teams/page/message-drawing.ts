// One message of a conversation: who, when, the words or the card, and what belongs to it for this person alone.
import { drawCard } from './card-drawing.js';
import { button, element } from './element.js';
import { markdownToHtml } from './markdown.js';
import type { CardJson, MessageView, PressedAction } from './view-shapes.js';

/** What a message needs of the page. */
export interface MessageDeeds {
  botName: string;
  /** Without an action: refresh. Resolves when the answer is on the page. */
  press(message: MessageView, action?: PressedAction): Promise<void>;
  isNew(message: MessageView): boolean;
}

const AVATAR_COLOURS = 6;

/** `Ann Lee` becomes AL; the colour depends on the id alone. */
export function avatar(name: string, id: string, kind: 'bot' | 'person'): HTMLElement {
  const initials = name.split(/\s+/).map((word) => [...word][0] ?? '');
  const letters = `${initials[0] ?? ''}${initials.length > 1 ? initials.at(-1) : ''}`.toUpperCase();
  const colour = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % AVATAR_COLOURS;
  return element('span', { class: `avatar ${kind} colour-${colour}`, 'aria-hidden': 'true' }, letters);
}

// Cards speak UTC and the reader's clock need not: hence the zone, and 24 hours as on the cards.
const MINUTE = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;

function timeOf(iso: string): HTMLElement {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  const time = date.toLocaleTimeString([], MINUTE);
  const day = date.toLocaleDateString([], { day: 'numeric', month: 'short' });
  const utc = `${iso.slice(0, 19).replace('T', ' ')} UTC`;
  return element('time', { datetime: iso, title: utc }, today ? time : `${day}, ${time}`);
}

function byline(message: MessageView, deeds: MessageDeeds): HTMLElement {
  const { author } = message;
  return element(
    'div',
    { class: 'byline' },
    element('span', { class: 'author' }, author.name),
    author.kind === 'bot' && element('span', { class: 'tag' }, 'App'),
    timeOf(message.sentAt),
    message.edited && !message.deleted && element('span', { class: 'edited' }, 'Edited'),
    deeds.isNew(message) && element('span', { class: 'new' }, 'New'),
  );
}

/** Plain text in which the bot's mention stands out. */
function plainWords(text: string, botName: string): HTMLElement {
  const token = `@${botName}`;
  const pieces = text.split(token);
  const mention = () => element('span', { class: 'mention' }, token);
  const children = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [mention(), piece]));
  return element('div', { class: 'words plain' }, ...children);
}

function wordsOf(message: MessageView, botName: string): HTMLElement | undefined {
  if (message.text === '') return undefined;
  if (message.textFormat !== 'markdown') return plainWords(message.text, botName);
  const words = element('div', { class: 'words' });
  words.innerHTML = markdownToHtml(message.text);
  return words;
}

async function whileBusy(frame: HTMLElement, work: Promise<void>): Promise<void> {
  frame.setAttribute('aria-busy', 'true');
  frame.toggleAttribute('inert', true);
  await work;
  frame.removeAttribute('aria-busy');
  frame.toggleAttribute('inert', false);
}

function cardFrame(message: MessageView, card: CardJson, deeds: MessageDeeds): HTMLElement {
  const label = typeof card['speak'] === 'string' ? card['speak'] : `Card from ${message.author.name}`;
  const frame = element('div', { class: 'card', role: 'group', 'aria-label': label, tabindex: '-1' });
  frame.append(drawCard(card, (action) => void whileBusy(frame, deeds.press(message, action))));
  return frame;
}

function foot(message: MessageView, frame: HTMLElement | undefined, deeds: MessageDeeds): HTMLElement | undefined {
  const parts: HTMLElement[] = [];
  if (message.own) parts.push(element('span', { class: 'only-you' }, 'Only you see this version'));
  if (message.refresh !== 'none' && frame) {
    const refresh = () => void whileBusy(frame, deeds.press(message));
    parts.push(button('Refresh card', refresh, { class: 'link' }));
  }
  return parts.length > 0 ? element('div', { class: 'foot' }, ...parts) : undefined;
}

function noteOf(message: MessageView): HTMLElement | undefined {
  const { note, problem } = message;
  if (problem !== undefined) return element('p', { class: 'note error', role: 'alert' }, problem);
  if (!note) return undefined;
  return element('p', { class: `note ${note.kind}`, role: note.kind === 'error' ? 'alert' : 'status' }, note.text);
}

/** The whole message; a deleted one is a sentence in its place. */
export function drawMessage(message: MessageView, deeds: MessageDeeds): HTMLElement {
  const { author } = message;
  const frames = message.cards.map((card) => cardFrame(message, card, deeds));
  const content = message.deleted
    ? [element('p', { class: 'deleted' }, 'This message has been deleted.')]
    : [wordsOf(message, deeds.botName), ...frames, noteOf(message), foot(message, frames[0], deeds)];
  const body = element('div', { class: 'body' }, byline(message, deeds), ...content);
  const state = deeds.isNew(message) ? ' unread' : '';
  return element(
    'div',
    { class: `message${state}`, 'data-id': message.id },
    avatar(author.name, author.id, author.kind),
    body,
  );
}
