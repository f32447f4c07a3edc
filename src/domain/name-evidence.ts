// Whether a run of name parts and initials says who is meant, or is only words: `mark the price` is, `Mark Price` is not.
import { GLUED_WORDS } from './everyday-words';
import { GAP } from './fold-letters';
import { isUpper, lettersBetween, type FoldedText } from './fold-text';
import { placeOf, type Domain, type Place } from './account-place';
import { isWord, type NamePart } from './name-parts';
import { wordEnd, type NameRun } from './name-run';

/** Two parts in one may stand inside a longer word from this length on. */
export const INSIDE_MIN_LETTERS = 8;
/** Shorter things made of a part and an initial are any abbreviation; an initial and `xu` may be one letter shorter. */
export const GLUED_MIN_LETTERS = 4;
/** What a middle initial is guessed in front of has at least so many letters. */
export const GUESS_MIN_LETTERS = 5;

/** How much a find says, weakest first; of finds of one length the strongest tells who is meant. */
export const SAYS = { part: 1, initials: 2, parts: 3, literal: 4 } as const;

export interface Sign {
  end: number;
  says: number;
}

const ENDS_OF_WORDS = 'sdryent';
const INITIALS_THAT_ARE_WORDS = 'ai';

const letterAt = (text: FoldedText, at: number) => String.fromCharCode(text.code[at] ?? 0);

function hyphenated(text: FoldedText, run: NameRun): boolean {
  return /[-\u2010-\u2015]/.test(text.source.slice(text.from[run.start], text.to[run.end - 1]));
}

/** `A.` or `A` in a capital; of the letters that are words themselves only `A.`. */
function isInitialApart(text: FoldedText, at: number, needsCapital: boolean): boolean {
  const dotted = text.source[text.to[at] ?? 0] === '.';
  if (INITIALS_THAT_ARE_WORDS.includes(letterAt(text, at))) return dotted && (!needsCapital || isUpper(text, at));
  return !needsCapital || isUpper(text, at);
}

/** Initials beside a part that is nobody's word: it would be masked alone, the initial goes with it. */
function strongWithInitials(text: FoldedText, run: NameRun, place: () => Place): boolean {
  if (run.glued || run.gap === GAP.none) {
    return !GLUED_WORDS.has(lettersBetween(text, run.start, run.end)) || place().account || place().device;
  }
  if (run.gap === GAP.tight) return true;
  return run.initials.every((at) => isUpper(text, at) || isInitialApart(text, at, false));
}

function weakGlued(text: FoldedText, run: NameRun, part: NamePart): boolean {
  const letters = lettersBetween(text, run.start, run.end);
  const [spelling = ''] = part.spellings;
  const initialLast = run.initials.some((at) => at === run.end - 1);
  const least = initialLast || isWord(spelling) ? GLUED_MIN_LETTERS : GLUED_MIN_LETTERS - 1;
  if (letters.length < least || GLUED_WORDS.has(letters) || isWord(letters)) return false;
  return !(initialLast && isWord(spelling) && ENDS_OF_WORDS.includes(letterAt(text, run.end - 1)));
}

/** Initials beside a part that is a word or short. */
function weakWithInitials(text: FoldedText, run: NameRun, part: NamePart, place: () => Place): boolean {
  if (part.mailboxWord) return false;
  const capitals = [...run.starts, ...run.initials].every((at) => isUpper(text, at));
  if (run.gap === GAP.none) return weakGlued(text, run, part) || place().account || place().device;
  if (run.gap === GAP.tight) return capitals || !hyphenated(text, run) || place().account || place().device;
  return capitals && run.initials.every((at) => isInitialApart(text, at, true));
}

/** Two parts or more. Words of two or three letters, and words apart at a comma, must look like a name. */
function partsTogether(text: FoldedText, run: NameRun, place: () => Place): boolean {
  const words = run.full.filter((part) => isWord(part.spellings[0] ?? '')).length;
  const capitals = run.starts.every((at) => isUpper(text, at));
  if (run.gap === GAP.none) {
    const letters = lettersBetween(text, run.start, run.end);
    return !(isWord(letters) || GLUED_WORDS.has(letters)) || place().account;
  }
  if (words === 0 || capitals || run.gap <= GAP.tight) return true;
  if (run.gap !== GAP.space) return false;
  return words < run.full.length || run.full.some(({ spellings }) => (spellings[0] ?? '').length >= GLUED_MIN_LETTERS);
}

function alone(text: FoldedText, run: NameRun, part: NamePart, all: number, place: () => Place): boolean {
  const byParticles = run.particles > 0 && run.particles === all && run.start !== run.starts[0];
  if (part.strong) return true;
  if (byParticles && (run.particles > 1 || isUpper(text, run.starts[0] ?? 0))) return true;
  return !part.mailboxWord && (place().account || place().device);
}

function saysOf(text: FoldedText, run: NameRun, particles: number, place: () => Place): number {
  const [part] = run.full;
  if (part === undefined) return 0;
  if (run.full.length > 1) return partsTogether(text, run, place) ? SAYS.parts : 0;
  if (run.initials.length === 0) return alone(text, run, part, particles, place) ? SAYS.part : 0;
  if (run.guessed && !(part.strong && (part.spellings[0] ?? '').length >= GUESS_MIN_LETTERS)) return 0;
  const says = part.strong ? strongWithInitials(text, run, place) : weakWithInitials(text, run, part, place);
  return says ? SAYS.initials : 0;
}

/** Two parts written in one, long enough to be no accident inside a longer word. */
function standsInside(run: NameRun): boolean {
  const long = run.end - run.start >= INSIDE_MIN_LETTERS;
  return long && run.gap === GAP.none && run.full.length > 1 && run.full.some(({ strong }) => strong);
}

/**
 * What a run says, null when nothing. `startsWord`: a word begins at its start. `particles`: how many the name has.
 */
export function signOf(
  text: FoldedText,
  run: NameRun,
  startsWord: boolean,
  particles: number,
  domain: Domain | null,
): Sign | null {
  const end = wordEnd(text, run);
  const inside = standsInside(run);
  if (!inside && (!startsWord || end < 0)) return null;
  let known: Place | null = null;
  const place = () => (known ??= placeOf(text, run.start, run.end, domain));
  const says = saysOf(text, run, particles, place);
  if (says === 0) return null;
  return { end: startsWord && end >= 0 ? end : run.end, says };
}
