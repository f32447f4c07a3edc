// The reader that asks nobody: rules and a dictionary, always first and always there.
import type { Reading } from '../domain/reading';
import type { ReadingContext, SentenceReader } from '../ports/sentence-reader';
import { readSentence } from './read-sentence';

export class OfflineReader implements SentenceReader {
  read(text: string, context: ReadingContext): Promise<Reading> {
    return Promise.resolve(readSentence(text, context));
  }
}
