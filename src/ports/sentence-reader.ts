// Turns what a person typed into a Command. It never executes anything.
import type { Command } from '../domain/command';

export interface ReadingContext {
  now: Date;
  /** IANA zone of the asker. */
  timeZone: string;
}

export interface SentenceReader {
  /** The bot's mention is already stripped. Not understood = `{ command: 'unknown' }`; never throws. */
  read(text: string, context: ReadingContext): Promise<Command>;
}
