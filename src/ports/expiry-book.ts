// In which messages questions stand that can be answered for a while only, so that a message stops offering what is over.
import type { Asked } from './asked-book';

export interface StandingQuestion extends Asked {
  /** Teams' id of the message, in the conversation of the question. */
  messageId: string;
}

export interface ExpiryBook {
  /** The question is offered by this message. Nothing happens to one that is unknown by now. */
  stands(ref: string, messageId: string): Promise<void>;
  /** Questions that nobody settled in time and whose message is not dropped yet; the longest over first. */
  over(now: number, limit: number): Promise<readonly StandingQuestion[]>;
  /** The message offers the question no more, or cannot be reached: it is forgotten. */
  drop(ref: string): Promise<void>;
}
