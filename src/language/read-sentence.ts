// One sentence to one command: cleaned, cut into tokens, read as pieces, and offered to one reader after the other.
import type { Reading } from '../domain/reading';
import type { ReadingContext } from '../ports/sentence-reader';
import { notUnderstood, type Reader } from './readers/outcome';
import { readAsk } from './readers/read-ask';
import { readChange } from './readers/read-change';
import { readHunting } from './readers/read-hunting';
import { readIncidents } from './readers/read-incidents';
import { readList } from './readers/read-list';
import { readRefinement } from './readers/read-refinement';
import { readSchedule } from './readers/read-schedule';
import { readSetup } from './readers/read-setup';
import { readShow } from './readers/read-show';
import { readSubscribe } from './readers/read-subscribe';
import { readTriage } from './readers/read-triage';
import { readPieces } from './sentence/read-pieces';
import { Sentence } from './sentence/sentence';
import { cleanText } from './text/clean-text';
import { tokenise } from './text/tokenise';
import { Calendar } from './time/calendar';

/** Shorter than what the bot is handed at most, so that a sentence that was cut off is never carried out by its half. */
export const SENTENCE_MAX_CHARS = 2_000;

/** The first that makes a sentence its own decides. */
const READERS: readonly Reader[] = [
  readAsk,
  readSetup,
  // Before the others: behind its colon a comment may say anything.
  readChange,
  readSchedule,
  readSubscribe,
  readShow,
  readTriage,
  readIncidents,
  readHunting,
  readList,
  readRefinement,
];

/** Never throws for any text. `timeZone` must be one that the platform knows. */
export function readSentence(text: string, { now, timeZone }: ReadingContext): Reading {
  if (text.length > SENTENCE_MAX_CHARS) return notUnderstood('tooLong');
  const { source, clean } = cleanText(text);
  const pieces = readPieces(tokenise(clean), clean, new Calendar(now, timeZone));
  const sentence = new Sentence(pieces, source);
  for (const read of READERS) {
    const reading = read(sentence.again(), 'window');
    if (reading !== null) return reading;
  }
  return notUnderstood(sentence.because(new Set()));
}
