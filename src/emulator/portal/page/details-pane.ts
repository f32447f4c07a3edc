// Which alert is open, and keeping it true: it is read again when it changes, but never over something half typed.
import type { Alert } from '../../alert';
import type { PortalChoices } from '../portal-choices';
import { alertDetails } from './alert-details.js';
import { button } from './elements.js';
import { addComment, changeAlert, readAlert } from './queue-service.js';

const ADDRESS = /^#alert=(.+)$/;
const CONTROLS = 'button:not(.inline), select, textarea';

export class DetailsPane {
  openId: string | null = null;
  private edited = false;

  /** `signedIn` gives the UPN that comments are made under; `moved` is called when another alert is open, or none. */
  constructor(
    private readonly pane: HTMLElement,
    private readonly choices: PortalChoices,
    private readonly signedIn: () => string,
    private readonly moved: () => void,
  ) {
    pane.addEventListener('input', () => (this.edited = true));
    pane.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  open(id: string): void {
    this.openId = id;
    this.pane.hidden = false;
    this.pane.replaceChildren();
    history.replaceState(null, '', `#alert=${encodeURIComponent(id)}`);
    this.moved();
    void this.read(id).then(() => this.pane.querySelector<HTMLElement>('h2')?.focus());
  }

  /** Opens what the address names (`#alert=<id>`), if anything. */
  openFromAddress(): void {
    const named = ADDRESS.exec(location.hash)?.[1];
    if (named !== undefined) this.open(decodeURIComponent(named));
  }

  /** Somebody or something changed this alert. */
  changed(id: string): void {
    if (id !== this.openId) return;
    // One's own change comes back as an event too, and must not wipe out what was just told of it.
    if (!this.edited) void this.read(id, this.pane.querySelector('.told')?.textContent ?? '');
    else
      this.tell(
        'This alert has changed.',
        button('Show it as it is now', 'inline', () => void this.read(id)),
      );
  }

  private close(): void {
    const closed = this.openId ?? '';
    this.openId = null;
    this.pane.hidden = true;
    this.pane.replaceChildren();
    history.replaceState(null, '', location.pathname);
    this.moved();
    document.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(closed)}"] button`)?.focus();
  }

  private show(alert: Alert, told: string): void {
    this.edited = false;
    const scrolled = this.pane.scrollTop;
    const focused = this.controls().findIndex((control) => control === document.activeElement);
    this.pane.replaceChildren(
      alertDetails(alert, this.choices, {
        close: () => this.close(),
        save: (change) => this.save(alert.id, change),
        comment: (text) => void this.settle(addComment(alert.id, this.signedIn(), text), 'Comment added.'),
      }),
    );
    // The keyboard stays where it was, although the control it was on is a new one.
    if (focused >= 0) this.controls()[focused]?.focus({ preventScroll: true });
    this.pane.querySelector('.told')?.replaceChildren(told);
    this.pane.scrollTop = scrolled;
  }

  private save(id: string, change: Partial<Alert>): void {
    if (Object.keys(change).length === 0) this.tell('Nothing was changed.');
    else void this.settle(changeAlert(id, change), 'Saved.');
  }

  private async settle(work: Promise<Alert>, done: string): Promise<void> {
    try {
      const alert = await work;
      if (alert.id !== this.openId) return;
      this.show(alert, done);
      this.pane.querySelector('.told')?.scrollIntoView({ block: 'nearest' });
    } catch (error) {
      this.tell(error instanceof Error ? error.message : 'That did not work.');
    }
  }

  private async read(id: string, told = ''): Promise<void> {
    try {
      const alert = await readAlert(id);
      if (this.openId === id) this.show(alert, told);
    } catch (error) {
      if (this.openId !== id) return;
      if (this.pane.childElementCount === 0) this.close();
      else this.tell(error instanceof Error ? error.message : 'This alert could not be read.');
    }
  }

  private tell(text: string, offer: Node | null = null): void {
    const place = this.pane.querySelector('.told');
    place?.replaceChildren(text, ...(offer ? [' ', offer] : []));
    place?.scrollIntoView({ block: 'nearest' });
  }

  private controls(): HTMLElement[] {
    return [...this.pane.querySelectorAll<HTMLElement>(CONTROLS)];
  }
}
