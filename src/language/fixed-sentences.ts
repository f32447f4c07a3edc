// The sentences the bot understands today, word for word or nearly. Everything else is `unknown`, never guessed.
import { SEVERITIES, type Severity } from '../domain/alert';
import type { Command } from '../domain/command';
import type { SentenceReader } from '../ports/sentence-reader';

/** Longer texts are no command of this list. */
export const SENTENCE_MAX = 2_000;

const POLITE = /^(?:please |could you |can you |would you )+|(?: please)$/g;

function normalise(text: string): string {
  const plain = text
    .slice(0, SENTENCE_MAX)
    .replace(/\u00a0/g, ' ')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return plain
    .replace(/[.!?]+$/, '')
    .replace(POLITE, '')
    .trim();
}

const FIXED: Record<string, Command> = {
  help: { command: 'help' },
  hi: { command: 'help' },
  hello: { command: 'help' },
  'what can you do': { command: 'help' },
  'what can you do for me': { command: 'help' },
  'what can i do here': { command: 'help' },
  'who am i': { command: 'whoAmI' },
  whoami: { command: 'whoAmI' },
  'what may i do': { command: 'whoAmI' },
  subscribe: { command: 'subscribeChannel' },
  'subscribe this channel': { command: 'subscribeChannel' },
  'subscribe here': { command: 'subscribeChannel' },
  'send alerts to this channel': { command: 'subscribeChannel' },
  'send all alerts to this channel': { command: 'subscribeChannel' },
  unsubscribe: { command: 'unsubscribeChannel' },
  'unsubscribe this channel': { command: 'unsubscribeChannel' },
  'stop sending alerts': { command: 'unsubscribeChannel' },
  'stop sending alerts to this channel': { command: 'unsubscribeChannel' },
  subscriptions: { command: 'listSubscriptions' },
  'list subscriptions': { command: 'listSubscriptions' },
  'show subscriptions': { command: 'listSubscriptions' },
};

const SEND_SEVERITIES = /^(?:send|post) (.{1,60}) alerts (?:to this channel|here)$/;
const SHOW = /^(?:show|open)(?: me)?(?: alert)? #?(\d{1,9})$/;
const BARE_NUMBER = /^(?:alert )?#?(\d{1,9})$/;

function severityOf(word: string): Severity | null {
  const named = word === 'critical' ? 'high' : word === 'info' ? 'informational' : word;
  return SEVERITIES.find((severity) => severity === named) ?? null;
}

/** `high`, `high and medium`, `high, medium or low`, `medium and above`; null when a word is no severity. */
function readSeverities(words: string): Severity[] | null {
  const above = /^(?:at least (\w+)|(\w+) (?:and|or) (?:above|up|higher))$/.exec(words);
  if (above) {
    const least = severityOf(above[1] ?? above[2] ?? '');
    return least === null ? null : SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1);
  }
  const named = words.split(/\s*(?:,|\band\b|\bor\b)\s*/).filter((word) => word !== '' && word !== 'severity');
  const read = named.map((word) => severityOf(word.replace(/ severity$/, '')));
  if (read.length === 0 || read.includes(null)) return null;
  return SEVERITIES.filter((severity) => read.includes(severity));
}

export function readFixedSentence(text: string): Command {
  if (text.length > SENTENCE_MAX) return { command: 'unknown' };
  const sentence = normalise(text);
  const fixed = Object.hasOwn(FIXED, sentence) ? FIXED[sentence] : undefined;
  if (fixed !== undefined) return fixed;
  const send = SEND_SEVERITIES.exec(sentence);
  if (send?.[1] !== undefined) {
    const severity = readSeverities(send[1]);
    return severity === null ? { command: 'unknown' } : { command: 'subscribeChannel', severity };
  }
  const number = (SHOW.exec(sentence) ?? BARE_NUMBER.exec(sentence))?.[1];
  return number === undefined ? { command: 'unknown' } : { command: 'showAlert', alert: number };
}

export class FixedSentenceReader implements SentenceReader {
  read(text: string): Promise<Command> {
    return Promise.resolve(readFixedSentence(text));
  }
}
