// Tokens as the time readers see them: words of the dictionary in singular, numbers, names of days and months.
import type { Token } from '../text/token';
import { isMistakenFrom } from '../words/mistaken-from';
import { knownWord } from '../words/phrase-book';
import type { Weekday } from './calendar';
import type { SpanUnit } from './time-reading';

const NUMBER_WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Longer numbers are no count of anything. */
export const COUNT_MAX_DIGITS = 6;

const UNITS: Readonly<Record<string, Exclude<SpanUnit, 'other' | 'weekends'>>> = {
  minute: 'minutes',
  min: 'minutes',
  mins: 'minutes',
  hour: 'hours',
  h: 'hours',
  hr: 'hours',
  hrs: 'hours',
  day: 'days',
  days: 'days',
  d: 'days',
  week: 'weeks',
  w: 'weeks',
  month: 'months',
};
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const SHORT_WEEKDAYS: Readonly<Record<string, number>> = {
  mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6, sun: 7,
}; // prettier-ignore
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const SHORT_MONTHS: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12,
}; // prettier-ignore

export const ISO_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export class TimeTokens {
  private readonly words: (string | null | undefined)[] = [];

  constructor(readonly tokens: readonly Token[]) {}

  /** The dictionary's form of the word at a place, a mark itself; null for anything else. */
  word(at: number): string | null {
    const known = this.words[at];
    if (known !== undefined) return known;
    const token = this.tokens[at];
    const word = token?.kind === 'mark' ? token.word : token?.kind === 'word' ? this.form(token, at) : null;
    if (token) this.words[at] = word;
    return word;
  }

  private form(token: Token, at: number): string {
    if (isMistakenFrom(this.tokens[at - 1], token, this.tokens[at + 1])) return 'from';
    return knownWord(token.word)?.word ?? token.word;
  }

  is(at: number, ...words: readonly string[]): boolean {
    const word = this.word(at);
    return word !== null && words.includes(word);
  }

  /** The place behind the articles that may stand at a place. */
  article(at: number): number {
    return this.is(at, 'the', 'a', 'an') ? at + 1 : at;
  }

  count(at: number): number | null {
    const token = this.tokens[at];
    if (token?.kind === 'number' && token.word.length <= COUNT_MAX_DIGITS) return Number(token.word);
    const named = NUMBER_WORDS.indexOf(this.word(at) ?? '');
    return named === -1 ? null : named + 1;
  }

  unit(at: number): Exclude<SpanUnit, 'other' | 'weekends'> | null {
    const word = this.tokens[at]?.kind === 'word' ? this.word(at) : null;
    return word !== null && Object.hasOwn(UNITS, word) ? (UNITS[word] ?? null) : null;
  }

  weekday(at: number): Weekday | null {
    const word = this.word(at) ?? '';
    const found = WEEKDAYS.indexOf(word) + 1 || (Object.hasOwn(SHORT_WEEKDAYS, word) ? SHORT_WEEKDAYS[word] : 0);
    return ISO_WEEKDAYS.find((day) => day === found) ?? null;
  }

  /** `Mondays`: every one of them. */
  isPlural(at: number): boolean {
    const word = this.tokens[at]?.word ?? '';
    return word.endsWith('days') || word.endsWith('ends');
  }

  month(at: number): number | null {
    const word = this.word(at) ?? '';
    const found = MONTHS.indexOf(word) + 1 || (Object.hasOwn(SHORT_MONTHS, word) ? SHORT_MONTHS[word] : 0);
    return found || null;
  }

  /** A day of a month: `3`, `3rd`. */
  dayOfMonth(at: number): number | null {
    const token = this.tokens[at];
    if (token?.kind !== 'number' && token?.kind !== 'ordinal') return null;
    const day = Number(token.word);
    return token.word.length <= 2 && day >= 1 && day <= 31 ? day : null;
  }

  /** Four figures of this century or the last years of the one before. */
  year(at: number): number | null {
    const token = this.tokens[at];
    return token?.kind === 'number' && /^(?:19[7-9]|20\d)\d$/.test(token.word) ? Number(token.word) : null;
  }
}
