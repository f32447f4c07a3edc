// The page's outer arrangement: phone width, the list or the conversation on a phone, and the Defender queue beside.
import { byId } from './element.js';
import { fromAddress, keepInAddress } from './page-address.js';

/** Below this one cannot read two pages side by side; the queue opens in a tab of its own. */
const SIDE_BY_SIDE_PX = 1100;
const PHONE_PX = 480;

export class Panes {
  private readonly frame = byId('frame', HTMLElement);
  private readonly phone = byId('phone', HTMLButtonElement);
  private readonly queue = byId('queue', HTMLButtonElement);
  private readonly portal = byId('portal', HTMLElement);

  constructor(onClientChange: () => void) {
    this.phone.addEventListener('click', () => {
      const on = this.frame.classList.toggle('phone');
      this.phone.setAttribute('aria-pressed', String(on));
      onClientChange();
    });
    this.queue.addEventListener('click', () => this.toggleQueue());
    if (fromAddress('queue') !== undefined && window.innerWidth >= SIDE_BY_SIDE_PX) this.toggleQueue();
    byId('back', HTMLButtonElement).addEventListener('click', () => this.showList(true));
  }

  /** Each client of a person has answers of its own. */
  client(): 'desktop' | 'phone' {
    return this.frame.classList.contains('phone') || window.innerWidth <= PHONE_PX ? 'phone' : 'desktop';
  }

  /** On a phone either the list or the conversation is seen. */
  showList(on: boolean): void {
    this.frame.classList.toggle('list', on);
  }

  private toggleQueue(): void {
    if (window.innerWidth < SIDE_BY_SIDE_PX) return void window.open('/portal', '_blank', 'noopener');
    const show = this.portal.hidden;
    this.portal.hidden = !show;
    this.queue.setAttribute('aria-pressed', String(show));
    keepInAddress('queue', show ? 'beside' : undefined);
    if (!show) return void this.portal.replaceChildren();
    const inner = document.createElement('iframe');
    inner.title = 'Defender queue';
    inner.src = '/portal';
    this.portal.replaceChildren(inner);
  }
}
