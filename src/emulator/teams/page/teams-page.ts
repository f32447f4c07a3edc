// The page itself: who one is, what is open, and keeping both true to the emulator. Drawing and calling are done by
// the modules it joins.
import { CallFailed, ClientApi } from './client-api.js';
import { createComposer } from './composer.js';
import { drawApps, drawMembers } from './dialogs.js';
import { button, byId, element } from './element.js';
import { fromAddress, keepInAddress } from './page-address.js';
import { Panes } from './panes.js';
import { drawPersonas } from './persona-switch.js';
import { drawRail } from './rail.js';
import { markRead, readUpTo } from './read-marks.js';
import { ThreadList } from './thread-list.js';
import { showToast } from './toasts.js';
import { TypingLine } from './typing-line.js';
import type {
  ConversationEntry,
  ConversationView,
  MessageView,
  PageEvent,
  PersonView,
  PressedAction,
} from './view-shapes.js';

/** Several events of one turn are answered by one look. */
const SETTLE_MS = 60;

class TeamsPage {
  private readonly api = new ClientApi();
  private readonly rail = byId('rail', HTMLElement);
  private readonly persona = byId('persona', HTMLSelectElement);
  private readonly title = byId('title', HTMLElement);
  private readonly product = byId('product', HTMLElement);
  private readonly about = byId('about', HTMLElement);
  private readonly banner = byId('banner', HTMLElement);
  private readonly writing = byId('writing', HTMLElement);
  private readonly toasts = byId('toasts', HTMLElement);
  private readonly typing = new TypingLine(byId('typing', HTMLElement));
  private readonly apps = byId('apps-dialog', HTMLDialogElement);
  private readonly members = byId('members-dialog', HTMLDialogElement);
  private readonly membersButton = byId('members', HTMLButtonElement);
  private readonly panes = new Panes(() => void this.changeClient());
  private readonly threads: ThreadList;
  private view: PersonView | undefined;
  private openId = '';
  /** Grows with every change of person or conversation; a late answer to an older question is dropped. */
  private turn = 0;
  private newSince = Infinity;
  private stopListening: () => void = () => undefined;
  private settling: number | undefined;

  constructor() {
    const bot = () => this.view?.bot.name ?? '';
    this.threads = new ThreadList(byId('threads', HTMLElement), {
      get botName() {
        return bot();
      },
      press: (message, action) => this.press(message, action),
      isNew: (message) => Number(message.id) > this.newSince && message.author.id !== this.view?.me.id,
      reply: (threadId, text, mentionBot) => void this.say(text, mentionBot, threadId),
    });
    this.persona.addEventListener('change', () => void this.become(this.persona.value));
    byId('apps', HTMLButtonElement).addEventListener('click', () => this.apps.showModal());
    this.membersButton.addEventListener('click', () => this.members.showModal());
  }

  /** Becomes a person, keeping the conversation open if they may see it. */
  async become(personId: string): Promise<void> {
    this.api.as = personId;
    this.api.client = this.panes.client();
    this.stopListening();
    // What one person was told is not left for the next to read, however late an answer to it comes.
    this.turn += 1;
    this.toasts.replaceChildren();
    this.threads.clear();
    const view = await this.attempt(this.api.state());
    if (!view) return;
    this.view = view;
    this.api.as = view.me.id;
    keepInAddress('as', view.me.id);
    this.stopListening = this.api.listen(
      (event) => this.hear(event),
      () => void this.look('updated'),
    );
    const next = this.entry(this.openId) ?? this.entry(fromAddress('channel') ?? '') ?? this.firstConversation(view);
    await this.open(next?.id ?? '');
  }

  private async changeClient(): Promise<void> {
    this.api.client = this.panes.client();
    await this.open(this.openId);
  }

  private firstConversation(view: PersonView): ConversationEntry | undefined {
    const special = view.conversations.find((entry) => entry.kind === 'channel' && entry.id !== view.team.id);
    return special ?? view.conversations[0];
  }

  private entry(id: string): ConversationEntry | undefined {
    return this.view?.conversations.find((one) => one.id === id);
  }

  private async open(conversationId: string): Promise<void> {
    if (!this.view) return;
    this.openId = conversationId;
    this.turn += 1;
    this.newSince = readUpTo(this.view.me.id, conversationId) ?? Infinity;
    this.threads.clear();
    this.typing.end();
    this.toasts.replaceChildren();
    this.drawAround();
    this.drawWriting();
    this.panes.showList(false);
    if (conversationId === '') return;
    const turn = this.turn;
    this.show(turn, await this.attempt(this.api.conversation(conversationId)));
    await this.refresh(turn, 'opened');
  }

  /** Asks for the state again, and for the open conversation with what is due to be refreshed in it. */
  private async look(occasion: 'opened' | 'updated'): Promise<void> {
    const turn = this.turn;
    const view = await this.attempt(this.api.state());
    if (!view || turn !== this.turn) return;
    this.view = view;
    if (this.openId !== '' && !this.entry(this.openId)) return this.open(this.firstConversation(view)?.id ?? '');
    if (this.openId === '') return this.open(this.firstConversation(view)?.id ?? '');
    this.drawAround();
    this.show(turn, await this.attempt(this.api.conversation(this.openId)));
    await this.refresh(turn, occasion);
  }

  private async refresh(turn: number, occasion: 'opened' | 'updated'): Promise<void> {
    if (turn === this.turn) this.show(turn, await this.attempt(this.api.open(this.openId, occasion)));
  }

  private show(turn: number, conversation: ConversationView | undefined): void {
    if (!conversation || turn !== this.turn || !this.view) return;
    this.threads.draw(conversation);
    if (document.hidden) return;
    markRead(this.view.me.id, this.openId, this.entry(this.openId)?.newestId);
  }

  private hear(event: PageEvent): void {
    if (event.kind === 'typing') {
      if (event.conversationId === this.openId) this.typing.begin(this.view?.bot.name ?? '');
      return;
    }
    // Only what the bot posts has a toast.
    if (event.kind === 'posted' && event.toast !== undefined) {
      if (event.conversationId === this.openId) this.typing.end();
      this.notify(event.conversationId, event.toast);
    }
    window.clearTimeout(this.settling);
    this.settling = window.setTimeout(() => void this.look('updated'), SETTLE_MS);
  }

  private notify(conversationId: string, text: string): void {
    if (conversationId === this.openId && !document.hidden) return;
    showToast(this.toasts, this.view?.bot.name ?? '', text, () => void this.open(conversationId));
  }

  private async say(text: string, mentionBot: boolean, threadId?: string): Promise<void> {
    await this.attempt(this.api.say(this.openId, text, mentionBot, threadId));
  }

  private async press(message: MessageView, action?: PressedAction): Promise<void> {
    const turn = this.turn;
    await this.attempt(this.api.press(this.openId, message.id, action));
    if (turn !== this.turn) return;
    this.show(turn, await this.attempt(this.api.conversation(this.openId)));
    this.threads.focusCard(message.id);
  }

  private drawAround(): void {
    const { view } = this;
    if (!view) return;
    const entry = this.entry(this.openId);
    drawPersonas(this.persona, view);
    drawRail(this.rail, view, this.openId, { open: (id) => void this.open(id) });
    this.product.textContent = view.tenantName;
    this.title.textContent = entry?.name ?? 'Nothing to open';
    this.about.textContent = entry ? this.describe(entry, view) : `${view.me.name} belongs to no channel of this team.`;
    this.membersButton.hidden = entry?.kind !== 'channel';
    this.drawBanner(view, entry);
    this.drawDialogs(view, entry);
  }

  private describe(entry: ConversationEntry, view: PersonView): string {
    if (entry.kind === 'personal') return `Chat between ${view.me.name} and ${view.bot.name}`;
    return `${view.team.name} · ${entry.memberIds.length} members`;
  }

  private drawBanner(view: PersonView, entry: ConversationEntry | undefined): void {
    const missing = entry?.kind === 'channel' ? !view.bot.inTeam : entry !== undefined && !view.bot.forMe;
    this.banner.hidden = !missing;
    if (!missing) return;
    const scope = entry?.kind === 'channel' ? 'team' : 'personal';
    const words = `${view.bot.name} is not installed ${scope === 'team' ? 'in this team' : 'for you'}.`;
    const add = button('Add it', () => void this.changeApp('install', scope));
    this.banner.replaceChildren(element('span', {}, words), add);
  }

  private drawDialogs(view: PersonView, entry: ConversationEntry | undefined): void {
    const deeds = {
      changeApp: (what: 'install' | 'uninstall', scope: 'team' | 'personal') => void this.changeApp(what, scope),
      changeMember: (what: 'add' | 'remove', channelId: string, personId: string) =>
        void this.attempt(this.api.changeMember(what, channelId, personId)),
    };
    drawApps(this.apps, view, deeds);
    if (entry?.kind === 'channel') drawMembers(this.members, view, entry, deeds);
    else this.members.close();
  }

  private async changeApp(what: 'install' | 'uninstall', scope: 'team' | 'personal'): Promise<void> {
    const channel = this.view?.team.channels.find((one) => one.id === this.openId);
    await this.attempt(this.api.changeApp(what, scope, channel?.id));
  }

  private drawWriting(): void {
    const entry = this.entry(this.openId);
    if (!entry || !this.view) return void this.writing.replaceChildren();
    const label = entry.kind === 'channel' ? `Start a post in ${entry.name}` : `Message ${entry.name}`;
    const composer = createComposer({
      label,
      botName: this.view.bot.name,
      needsMention: entry.kind === 'channel',
      send: (text, mentionBot) => void this.say(text, mentionBot),
    });
    this.writing.replaceChildren(composer.element);
  }

  /** The call's answer, or undefined after saying what went wrong. */
  private async attempt<T>(call: Promise<T>): Promise<T | undefined> {
    try {
      return await call;
    } catch (error) {
      showToast(this.toasts, 'That did not work', error instanceof CallFailed ? error.message : String(error));
      return undefined;
    }
  }
}

void new TeamsPage().become(fromAddress('as') ?? '');
