// What each person's client shows instead of the posted card: the card an invoke was answered with, or a text under
// it. Belongs to one person on one client and lasts until the message is edited.
import type { Message } from '../conversation-book';
import type { Card } from '../message-content';

export const ANSWERS_KEPT = 20_000;

/** One signed-in client of a person, e.g. `desktop` or `phone`. */
export interface Viewer {
  personId: string;
  client: string;
}

export interface CardNote {
  kind: 'message' | 'error';
  text: string;
}

export interface CardAnswer {
  card: Card | undefined;
  note: CardNote | undefined;
  /** Revision of the message when the answer came: after a later edit it is no longer shown. */
  shownRevision: number;
  /** Revision when the question was asked: after a later edit the client asks again. */
  askedRevision: number;
  at: Date;
}

function keyOf(viewer: Viewer, messageId: string): string {
  return `${viewer.personId} ${viewer.client} ${messageId}`;
}

export class CardAnswers {
  private readonly answers = new Map<string, CardAnswer>();
  private readonly asking = new Set<string>();

  /** The viewer's last result for this message, current or not. */
  last(viewer: Viewer, message: Message): CardAnswer | undefined {
    return this.answers.get(keyOf(viewer, message.id));
  }

  /** The viewer's last result while it still replaces the posted card. */
  current(viewer: Viewer, message: Message): CardAnswer | undefined {
    const answer = this.last(viewer, message);
    return answer?.shownRevision === message.revision ? answer : undefined;
  }

  record(viewer: Viewer, message: Message, answer: CardAnswer): void {
    const key = keyOf(viewer, message.id);
    this.answers.delete(key);
    this.answers.set(key, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > ANSWERS_KEPT && oldest !== undefined) this.answers.delete(oldest);
  }

  /** Runs `ask` unless this viewer's client is already asking about this message. */
  async once(viewer: Viewer, message: Message, ask: () => Promise<void>): Promise<void> {
    const key = keyOf(viewer, message.id);
    if (this.asking.has(key)) return;
    this.asking.add(key);
    try {
      await ask();
    } finally {
      this.asking.delete(key);
    }
  }
}
