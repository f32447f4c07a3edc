// Turns what a person typed into a Command, and tells what else there is to say of the reading. It executes nothing.
import type { Reading } from '../domain/reading';

export interface ReadingContext {
  now: Date;
  /** IANA zone of the asker. */
  timeZone: string;
}

export interface SentenceReader {
  /** The bot's mention is already stripped. Not understood = `{ command: 'unknown' }`; never throws. */
  read(text: string, context: ReadingContext): Promise<Reading>;
}
