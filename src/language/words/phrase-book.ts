// The dictionary made ready for reading: a tree of words in which the longest phrase at a place is found in one walk.
import { writtenOut } from '../text/contractions';
import { ALERT_WORDS } from './alert-words';
import { HUNTING_WORDS } from './hunting-words';
import type { PhraseKind, PhraseTable } from './phrase-table';
import { PLAIN_WORDS } from './plain-words';
import { ROOM_WORDS } from './room-words';
import { correctSpelling, isLeftAlone } from './spelling';
import { TIME_WORDS } from './time-words';
import { lettersMissed } from './typing-errors';
import { UNIT_WORDS } from './unit-words';

export interface Meaning {
  kind: PhraseKind;
  value: string;
}

interface Branch {
  meaning?: Meaning;
  next: Map<string, Branch>;
}

export interface FoundPhrase {
  meaning: Meaning;
  /** Words it takes, articles between them included. */
  length: number;
}

const PLURAL_MIN = 4;
/** A name that is no plural. */
const KEPT = new Set(['teams']);
/** With one letter less they are too short to be mended. */
const SHORT_LETTERS = new Set([4, 5]);
const ARTICLES = new Set(['the', 'a', 'an']);

const root: Branch = { next: new Map() };
const vocabulary = new Set<string>();
/** Without the parts of a company and the places: too many names are near one. */
const mendable = new Set<string>();

/** Singular where the dictionary knows the singular; the word itself otherwise. */
function singular(word: string): string {
  return !KEPT.has(word) && word.length > PLURAL_MIN && word.endsWith('s') && !word.endsWith('ss')
    ? word.slice(0, -1)
    : word;
}

function learn(phrase: string, meaning: Meaning): void {
  const all = phrase.split(' ').flatMap((word) => writtenOut(word) ?? [word]);
  const words = all.length === 1 ? all : all.filter((word) => !ARTICLES.has(word));
  let branch = root;
  for (const word of words.map(singular)) {
    vocabulary.add(word);
    if (meaning.value !== 'unit') mendable.add(word);
    let next = branch.next.get(word);
    if (!next) branch.next.set(word, (next = { next: new Map() }));
    branch = next;
  }
  branch.meaning = meaning;
}

const TABLES: readonly PhraseTable[] = [PLAIN_WORDS, TIME_WORDS, HUNTING_WORDS, ALERT_WORDS, ROOM_WORDS, UNIT_WORDS];
for (const [kind, value, phrases] of TABLES.flat()) {
  for (const phrase of phrases.split('|')) learn(phrase, { kind, value });
}

export interface KnownWord {
  word: string;
  /** False when the spelling had to be mended. */
  exact: boolean;
}

/** The dictionary's form of a word in lower case, `null` for a word it does not have. */
export function knownWord(word: string): KnownWord | null {
  if (vocabulary.has(word)) return { word, exact: true };
  const one = singular(word);
  if (vocabulary.has(one)) return { word: one, exact: true };
  const mended = correctSpelling(one, mendable) ?? correctSpelling(word, mendable);
  return mended === null ? null : { word: mended, exact: false };
}

/** Words of ours too short to be mended that a letter was missed in: they are not mended, but no names either. */
const shortened = new Set([...mendable].filter((word) => SHORT_LETTERS.has(word.length)).flatMap(lettersMissed));

/** "uer", "hgh", "snce": as likely a word of ours as a name. */
export function mayBeMistyped(word: string): boolean {
  return shortened.has(word) && !isLeftAlone(word);
}

/** The longest phrase that begins with the first of these words (`null` = no word of the dictionary). */
export function longestPhrase(wordAt: (index: number) => string | null): FoundPhrase | null {
  let branch: Branch | undefined = root;
  let found: FoundPhrase | null = null;
  let isSkipped = false;
  for (let index = 0; branch !== undefined; index += 1) {
    const word = wordAt(index);
    if (word === null) break;
    const next: Branch | undefined = branch.next.get(word);
    if (next === undefined && index > 0 && !isSkipped && ARTICLES.has(word)) {
      isSkipped = true;
      continue;
    }
    isSkipped = false;
    branch = next;
    if (branch?.meaning) found = { meaning: branch.meaning, length: index + 1 };
  }
  return found;
}
