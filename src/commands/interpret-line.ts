// One line of `interpret --lines`: a sentence with its moment and zone, each of the two the command line's where absent.
import { z } from 'zod/v4';
import { readInstant, readTimeZone, type InterpretArguments } from './interpret-arguments';

const sentence = z.object({ text: z.string(), now: z.string().optional(), tz: z.string().optional() });

export interface LineSentence {
  text: string;
  now: Date;
  timeZone: string;
}

/** Throws with what is wrong with the line. */
export function readLine(line: string, fallback: Pick<InterpretArguments, 'now' | 'timeZone'>): LineSentence {
  const { text, now, tz } = sentence.parse(JSON.parse(line));
  return {
    text,
    now: now === undefined ? fallback.now : readInstant(now),
    timeZone: tz === undefined ? fallback.timeZone : readTimeZone(tz),
  };
}
