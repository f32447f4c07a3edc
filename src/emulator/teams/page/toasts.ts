// The notification in the corner: who, and the summary the bot gave, for a few seconds.
import { button, element } from './element.js';

const SHOWN_MS = 6000;
const AT_ONCE = 3;

/** Shows one notification; pressing it opens its conversation. */
export function showToast(host: HTMLElement, title: string, text: string, open?: () => void): void {
  const dismiss = () => toast.remove();
  const words = element('div', { class: 'grow' }, element('strong', {}, title), element('div', {}, text));
  const look = open && button('Open', () => (dismiss(), open()), { class: 'link' });
  const close = button('×', dismiss, { class: 'close', 'aria-label': 'Dismiss' });
  const toast = element('div', { class: 'toast' }, words, look, close);
  host.append(toast);
  while (host.children.length > AT_ONCE) host.firstElementChild?.remove();
  setTimeout(dismiss, SHOWN_MS);
}
