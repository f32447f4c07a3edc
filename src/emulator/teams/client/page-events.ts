// Tells open pages that something changed, by server-sent events. Only the people who see a place are told about it,
// and they are told that it changed, not what: a page asks for its own view.
import type { ServerResponse } from 'node:http';
import type { Person } from '../../entities';
import type { Place } from '../activities/activity-envelope';
import { placeId } from '../conversation-book';
import type { Message } from '../conversation-book';

export const OPEN_PAGES_LIMIT = 100;
const HEARTBEAT_MS = 20_000;

/** `app` and `roster` concern everybody; the others one conversation. `typing` passes and leaves nothing behind. */
export type PageEvent =
  | { kind: 'posted'; conversationId: string; messageId: string; toast: string | undefined }
  | { kind: 'changed'; conversationId: string; messageId: string }
  | { kind: 'typing'; conversationId: string }
  | { kind: 'app' }
  | { kind: 'roster' };

interface OpenPage {
  personId: string;
  response: Pick<ServerResponse, 'write' | 'end'>;
}

export class PageEvents {
  private readonly pages = new Set<OpenPage>();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(private readonly audience: (place: Place) => Person[]) {
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  /** Whether another page would be one too many. */
  full(): boolean {
    return this.pages.size >= OPEN_PAGES_LIMIT;
  }

  /** Keeps `response` open for one person's page; returns what to do when the page goes away. */
  open(personId: string, response: OpenPage['response']): () => void {
    const page = { personId, response };
    this.pages.add(page);
    response.write('retry: 1000\n\n');
    return () => void this.pages.delete(page);
  }

  /** A new message; the bot's own pop up with their `summary`. */
  posted(place: Place, message: Message): void {
    const { summary, text } = message.content;
    const toast = message.author.kind === 'bot' ? (summary ?? (text === '' ? 'Sent a card' : text)) : undefined;
    this.tell(place, { kind: 'posted', conversationId: placeId(place), messageId: message.id, toast });
  }

  /** A message was edited or deleted. */
  changed(place: Place, message: Message): void {
    this.tell(place, { kind: 'changed', conversationId: placeId(place), messageId: message.id });
  }

  /** The bot is at work on an answer. */
  typing(place: Place): void {
    this.tell(place, { kind: 'typing', conversationId: placeId(place) });
  }

  /** The app was installed or removed, or a roster changed: every page looks again. */
  everywhere(kind: 'app' | 'roster'): void {
    for (const page of this.pages) this.write(page, { kind });
  }

  /** Ends every open response. */
  close(): void {
    clearInterval(this.heartbeat);
    for (const page of this.pages) page.response.end();
    this.pages.clear();
  }

  private tell(place: Place, event: PageEvent): void {
    const ids = new Set(this.audience(place).map((person) => person.id));
    for (const page of this.pages) if (ids.has(page.personId)) this.write(page, event);
  }

  private write(page: OpenPage, event: PageEvent): void {
    page.response.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  private beat(): void {
    for (const page of this.pages) page.response.write(': still here\n\n');
  }
}
