// Every message of the team's channels and of the personal chats, in memory. Knows ids, threads, edits and deletions;
// who may write and who is told is decided elsewhere.
import { createHash } from 'node:crypto';
import type { Person, Tenant } from '../entities';
import type { Place } from './activities/activity-envelope';
import type { MessageContent } from './message-content';

export const MESSAGES_KEPT = 20_000;

export type Author = { kind: 'bot' } | { kind: 'person'; person: Person };

export interface Message {
  id: string;
  /** Channel id or `a:…`; never with a thread. */
  conversationId: string;
  /** First message of the thread; a message of a personal chat is its own root. */
  rootId: string;
  author: Author;
  content: MessageContent;
  sentAt: Date;
  editedAt: Date | undefined;
  deleted: boolean;
  /** Grows with every edit: tells a person's answer to an older card from one to this. */
  revision: number;
  /** Why a person's message did not reach the bot, in words for that person. */
  problem: string | undefined;
}

const PERSONAL_ID_BYTES = 96;

/** A stable `a:…` id for one person's chat with the bot, of the length Teams uses. */
export function personalConversationId(tenant: Tenant, person: Person): string {
  const digest = createHash('shake256', { outputLength: PERSONAL_ID_BYTES });
  return `a:1${digest.update(`${tenant.bot.appId} ${person.mri}`).digest('base64url')}`;
}

/** The channel or chat part of a conversation id, without its thread. */
export function placeId(place: Place): string {
  return place.kind === 'channel' ? place.channel.id : place.conversationId;
}

export class ConversationBook {
  private readonly messages = new Map<string, Message>();
  private readonly personal = new Map<string, Person>();
  private lastId = 0;

  constructor(
    private readonly tenant: Tenant,
    private readonly now: () => Date,
  ) {}

  /** The place a conversation id names (thread included), or undefined when there is none. */
  find(conversationId: string): Place | undefined {
    const [base = '', threadId] = conversationId.split(';messageid=');
    if (this.personal.has(base)) return { kind: 'personal', conversationId: base };
    const channel = this.tenant.team.channels.find((one) => one.id === base);
    if (!channel) return undefined;
    if (threadId === undefined) return { kind: 'channel', channel };
    const root = this.message(base, threadId);
    return root && root.rootId === root.id ? { kind: 'channel', channel, threadId } : undefined;
  }

  /** Opens the person's chat with the bot, or finds it. */
  openPersonal(person: Person): Place & { kind: 'personal' } {
    const conversationId = personalConversationId(this.tenant, person);
    this.personal.set(conversationId, person);
    return { kind: 'personal', conversationId };
  }

  /** Whose chat an open `a:…` conversation is. */
  personOf(conversationId: string): Person | undefined {
    return this.personal.get(conversationId);
  }

  /** A message id is the time in milliseconds, never the same twice. */
  newMessageId(): string {
    this.lastId = Math.max(this.lastId + 1, this.now().getTime());
    return String(this.lastId);
  }

  add(place: Place, author: Author, content: MessageContent): Message {
    const id = this.newMessageId();
    const rootId = place.kind === 'channel' ? (place.threadId ?? id) : id;
    const times = { sentAt: this.now(), editedAt: undefined };
    const state = { deleted: false, revision: 1, problem: undefined };
    const message: Message = { id, conversationId: placeId(place), rootId, author, content, ...times, ...state };
    this.messages.set(id, message);
    this.forgetOldest();
    return message;
  }

  /** The message of that channel or chat; deleted ones are found too, as tombstones. */
  message(conversationId: string, id: string): Message | undefined {
    const message = this.messages.get(id);
    return message?.conversationId === conversationId ? message : undefined;
  }

  /** Replaces the whole content, as an update through the Connector does. */
  edit(message: Message, content: MessageContent): void {
    message.content = content;
    message.editedAt = this.now();
    message.revision += 1;
  }

  /** Leaves a tombstone without content. */
  remove(message: Message): void {
    message.deleted = true;
    message.content = { text: '', textFormat: 'plain', summary: undefined, cards: [] };
    message.revision += 1;
  }

  /** All messages of a channel or chat, oldest first. */
  list(conversationId: string): Message[] {
    return [...this.messages.values()].filter((message) => message.conversationId === conversationId);
  }

  private forgetOldest(): void {
    if (this.messages.size <= MESSAGES_KEPT) return;
    const [oldest] = this.messages.keys();
    if (oldest !== undefined) this.messages.delete(oldest);
  }
}
