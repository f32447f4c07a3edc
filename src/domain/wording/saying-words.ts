// Everything the bot says besides its cards, in words: one function over the closed list of sayings.
import type { Saying } from '../saying';
import { ANSWER_WORDS } from './answer-words';
import { REFUSAL_WORDS } from './refusal-words';

const WORDS = { ...REFUSAL_WORDS, ...ANSWER_WORDS };

/**
 * The words of a saying, ready to be sent as a message or shown in a card. One plain sentence or two; `help` and
 * `welcome` are several lines. Outside text in it is harmless as markdown.
 */
export function say(saying: Saying): string {
  // The table is exhaustive and keyed by the saying's own code, which the compiler cannot carry through a union.
  const words = WORDS[saying.code] as (of: Saying) => string;
  return words(saying);
}
