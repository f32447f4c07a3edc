// Which alert is open, and keeping it true: it is read again when it changes, but never over something half typed.
import type { Alert } from '../../alert';
import type { PortalChoices } from '../portal-choices';
import { alertDetails } from './alert-details.js';
import { button } from './elements.js';
import { addComment, changeAlert, readAlert } from './queue-service.js';

export interface DetailsPane {
  openId(): string | null;
  open(id: string): void;
  /** Somebody or something changed this alert. */
  changed(id: string): void;
  /** Opens what the address names (`#alert=<id>`), if anything. */
  openFromAddress(): void;
}

const ADDRESS = /^#alert=(.+)$/;

export function createDetailsPane(
  pane: HTMLElement,
  choices: PortalChoices,
  signedIn: () => string,
  moved: () => void,
): DetailsPane {
  let openId: string | null = null;
  let edited = false;
  pane.addEventListener('input', () => (edited = true));
  pane.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  const controls = () => [...pane.querySelectorAll<HTMLElement>('button:not(.inline), select, textarea')];

  function close(): void {
    const closed = openId;
    openId = null;
    pane.hidden = true;
    pane.replaceChildren();
    history.replaceState(null, '', location.pathname);
    moved();
    document.querySelector<HTMLElement>(`[data-key="open:${CSS.escape(closed ?? '')}"]`)?.focus();
  }

  function show(alert: Alert, told = ''): void {
    edited = false;
    const act = (work: Promise<Alert>, done: string) => void settle(work, done);
    const actions = {
      close,
      save: (change: Partial<Alert>) =>
        Object.keys(change).length === 0 ? tell('Nothing was changed.') : act(changeAlert(alert.id, change), 'Saved.'),
      comment: (text: string) => act(addComment(alert.id, signedIn(), text), 'Comment added.'),
    };
    const scrolled = pane.scrollTop;
    const focused = controls().findIndex((control) => control === document.activeElement);
    pane.replaceChildren(alertDetails(alert, choices, actions));
    // The keyboard stays where it was, although the control it was on is a new one.
    if (focused >= 0) controls()[focused]?.focus({ preventScroll: true });
    pane.querySelector('.told')?.replaceChildren(told);
    pane.scrollTop = scrolled;
  }

  async function settle(work: Promise<Alert>, done: string): Promise<void> {
    try {
      const alert = await work;
      if (alert.id !== openId) return;
      show(alert, done);
      pane.querySelector('.told')?.scrollIntoView({ block: 'nearest' });
    } catch (error) {
      tell(error instanceof Error ? error.message : 'That did not work.');
    }
  }

  function tell(text: string, offer: Node | null = null): void {
    const place = pane.querySelector('.told');
    place?.replaceChildren(text, ...(offer ? [' ', offer] : []));
    place?.scrollIntoView({ block: 'nearest' });
  }

  async function read(id: string, told = ''): Promise<void> {
    try {
      const alert = await readAlert(id);
      if (openId === id) show(alert, told);
    } catch (error) {
      if (openId !== id) return;
      if (pane.childElementCount === 0) return close();
      tell(error instanceof Error ? error.message : 'This alert could not be read.');
    }
  }

  function open(id: string): void {
    openId = id;
    pane.hidden = false;
    pane.replaceChildren();
    history.replaceState(null, '', `#alert=${encodeURIComponent(id)}`);
    moved();
    void read(id).then(() => pane.querySelector<HTMLElement>('h2')?.focus());
  }

  return {
    openId: () => openId,
    open,
    changed(id) {
      if (id !== openId) return;
      // One's own change comes back as an event too, and must not wipe out what was just told of it.
      if (!edited) void read(id, pane.querySelector('.told')?.textContent ?? '');
      else
        tell(
          'This alert has changed.',
          button('Show it as it is now', 'inline', () => void read(id)),
        );
    },
    openFromAddress() {
      const named = ADDRESS.exec(location.hash)?.[1];
      if (named !== undefined) open(decodeURIComponent(named));
    },
  };
}
