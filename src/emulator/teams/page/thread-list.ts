// The threads of one conversation. Only what changed is drawn again, so that a half-filled form, an open reply and
// the place one reads at survive every update.
import { createComposer } from './composer.js';
import type { Composer } from './composer.js';
import { button, element } from './element.js';
import { drawMessage } from './message-drawing.js';
import type { MessageDeeds } from './message-drawing.js';
import type { ConversationView, MessageView, ThreadView } from './view-shapes.js';

/** Longer threads show their newest replies and offer the rest. */
const REPLIES_SHOWN = 3;
/** Within this distance of the end one is reading along. */
const NEAR_END_PX = 120;

export interface ThreadDeeds extends MessageDeeds {
  reply(threadId: string, text: string, mentionBot: boolean): void;
}

interface DrawnThread {
  element: HTMLElement;
  messages: HTMLElement;
  more: HTMLButtonElement;
  composer: Composer | undefined;
  whole: boolean;
  drawn: Map<string, { signature: string; element: HTMLElement }>;
}

export class ThreadList {
  private readonly threads = new Map<string, DrawnThread>();
  private readonly empty = element('p', { class: 'empty' });
  private readonly earlier = element('p', { class: 'earlier' });
  private shownId = '';

  constructor(
    private readonly host: HTMLElement,
    private readonly deeds: ThreadDeeds,
  ) {}

  /** Starts over: another person, another conversation. */
  clear(): void {
    this.threads.clear();
    this.host.replaceChildren();
    this.shownId = '';
  }

  draw(view: ConversationView): void {
    const first = this.shownId !== view.id;
    const follow = first || this.host.scrollHeight - this.host.scrollTop - this.host.clientHeight < NEAR_END_PX;
    this.shownId = view.id;
    const drawn = view.threads.map((thread) => this.drawThread(thread, view.kind));
    this.forget(new Set(view.threads.map((thread) => thread.id)));
    this.earlier.textContent = view.earlier > 0 ? `${view.earlier} earlier conversations are not shown.` : '';
    this.empty.textContent =
      view.kind === 'channel'
        ? `Nothing here yet. Start a post, and mention ${this.deeds.botName} if it should hear you.`
        : `Nothing here yet. Whatever you write, ${this.deeds.botName} hears.`;
    placeInOrder(this.host, [this.earlier, ...(drawn.length > 0 ? drawn : [this.empty])]);
    if (follow) this.host.scrollTop = this.host.scrollHeight;
  }

  /** Takes the keyboard back to a card whose answer replaced what was focused, and the eye to what was answered. */
  focusCard(messageId: string): void {
    const message = this.host.querySelector(`[data-id="${CSS.escape(messageId)}"]`);
    const card = message?.querySelector('.card');
    if (card instanceof HTMLElement) card.focus({ preventScroll: true });
    (message?.querySelector('.note') ?? card)?.scrollIntoView({ block: 'nearest' });
  }

  private forget(kept: Set<string>): void {
    for (const id of this.threads.keys()) if (!kept.has(id)) this.threads.delete(id);
  }

  private drawThread(thread: ThreadView, kind: ConversationView['kind']): HTMLElement {
    const drawn = this.threads.get(thread.id) ?? this.newThread(thread, kind);
    const hidden = drawn.whole ? 0 : Math.max(0, thread.replies.length - REPLIES_SHOWN);
    drawn.more.hidden = hidden === 0;
    drawn.more.textContent = hidden === 1 ? 'Show 1 more reply' : `Show ${hidden} more replies`;
    drawn.more.onclick = () => {
      drawn.whole = true;
      this.drawThread(thread, kind);
    };
    const root = this.drawOne(drawn, thread.root);
    const replies = thread.replies.slice(hidden).map((reply) => this.drawOne(drawn, reply));
    placeInOrder(drawn.messages, [root, drawn.more, ...replies]);
    return drawn.element;
  }

  private drawOne(thread: DrawnThread, message: MessageView): HTMLElement {
    const signature = JSON.stringify(message);
    const before = thread.drawn.get(message.id);
    if (before?.signature === signature) return before.element;
    const made = drawMessage(message, this.deeds);
    before?.element.replaceWith(made);
    thread.drawn.set(message.id, { signature, element: made });
    return made;
  }

  private newThread(thread: ThreadView, kind: ConversationView['kind']): DrawnThread {
    const messages = element('div', { class: 'messages' });
    const more = button('', () => undefined, { class: 'link more' });
    const label = `Conversation started by ${thread.root.author.name}`;
    const made = element('article', { class: `thread ${kind}`, 'aria-label': label }, messages);
    const drawn: DrawnThread = { element: made, messages, more, composer: undefined, whole: false, drawn: new Map() };
    if (kind === 'channel') made.append(this.replyRow(thread.id, drawn));
    this.threads.set(thread.id, drawn);
    return drawn;
  }

  private replyRow(threadId: string, drawn: DrawnThread): HTMLElement {
    const row = element('div', { class: 'reply-row' });
    const open = button('Reply', () => {
      drawn.composer ??= createComposer({
        label: 'Reply',
        botName: this.deeds.botName,
        needsMention: true,
        send: (text, mentionBot) => this.deeds.reply(threadId, text, mentionBot),
      });
      row.replaceChildren(drawn.composer.element);
      drawn.composer.focus();
    });
    open.className = 'link';
    row.append(open);
    return row;
  }
}

/** Brings `host`'s children into this order, moving as little as possible so that focus and scrolling stay. */
function placeInOrder(host: HTMLElement, wanted: HTMLElement[]): void {
  const kept = new Set<Node>(wanted);
  for (const child of [...host.children]) if (!kept.has(child)) child.remove();
  wanted.forEach((child, index) => {
    if (host.children[index] !== child) host.insertBefore(child, host.children[index] ?? null);
  });
}
