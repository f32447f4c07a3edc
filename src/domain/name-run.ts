// Finds one person's name from one place of a text on: parts and initials in any order and any joint.
import { GAP } from './fold-letters';
import { KIND, type FoldedText } from './fold-text';
import type { NamePart, PersonName } from './name-parts';
import { endOfWord, isEdge, spelledAt } from './word-edge';

/** Units `start` to `end` (without `end`) that may name the person; what speaks for it is counted. */
export interface NameRun {
  start: number;
  end: number;
  /** Parts spelt out. */
  full: readonly NamePart[];
  particles: number;
  /** Places of initials. */
  initials: readonly number[];
  /** The places where the parts that are spelt out begin. */
  starts: readonly number[];
  /** Strongest gap inside, of `GAP`. */
  gap: number;
  /** Somewhere an initial is joined to a part without any gap. */
  glued: boolean;
  /** A middle initial that the directory does not know stands inside a word, as the `j` of `ajwilber` does. */
  guessed: boolean;
}

/** Names between the given name and the surname that the directory does not know have at most so many letters. */
export const MIDDLE_MAX_LETTERS = 12;

interface Step extends NameRun {
  used: number;
  last: 'full' | 'initial' | 'particle' | 'middle';
  middles: number;
}

const CONNECTORS = new Set(
  'and or und oder et ou y e to for by from with via vs the of in on at mit und von an cc re'.split(' '),
);

function foldedWord(text: FoldedText, start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at += 1) word += String.fromCharCode(text.code[at] ?? 0);
  return word;
}

const isUpper = (text: FoldedText, at: number) => ((text.kind[at] ?? 0) & KIND.upper) !== 0;

/** Whether the gap before a unit may join what follows it to the name. A full stop ends an initial and nothing else. */
function joins(text: FoldedText, at: number, last: Step['last']): boolean {
  const gap = text.gap[at] ?? GAP.wall;
  if (at >= text.length || gap === GAP.wall) return false;
  return gap !== GAP.stop || last === 'initial' || last === 'middle';
}

/** Offset after a middle name that nobody told: one letter, or a name in capitals between blanks, any between dots. */
function afterMiddle(text: FoldedText, at: number, last: Step['last']): number {
  const gap = text.gap[at] ?? GAP.wall;
  if (gap === GAP.none) return last === 'initial' && text.gap[at + 1] === GAP.none ? at + 1 : -1;
  if (gap === GAP.comma) return -1;
  let end = at + 1;
  while (end < text.length && text.gap[end] === GAP.none && end - at <= MIDDLE_MAX_LETTERS) end += 1;
  if (end - at > MIDDLE_MAX_LETTERS || ((text.kind[at] ?? 0) & (KIND.digit | KIND.unspaced)) !== 0) return -1;
  const after = text.gap[end] ?? GAP.wall;
  // After an initial alone, a word is the surname or nothing.
  if (end - at > 1 && last === 'initial') return -1;
  if (end - at === 1) return gap === GAP.space && !isUpper(text, at) ? -1 : end;
  if (gap !== after || (gap === GAP.space && !isUpper(text, at))) return -1;
  return CONNECTORS.has(foldedWord(text, at, end)) ? -1 : end;
}

/** Calls `found` with every run that begins at the unit, shorter ones first on each way. */
export function eachRun(text: FoldedText, name: PersonName, start: number, found: (run: NameRun) => void): void {
  const { parts } = name;

  const takeFull = (step: Step, part: NamePart, index: number, at: number) => {
    for (const spelling of part.spellings) {
      const end = spelledAt(text, at, spelling);
      if (end < 0) continue;
      const gap = text.gap[at] ?? GAP.none;
      advance({
        ...step,
        end,
        used: step.used | (1 << index),
        last: part.particle ? 'particle' : 'full',
        full: part.particle ? step.full : [...step.full, part],
        starts: part.particle ? step.starts : [...step.starts, at],
        particles: step.particles + (part.particle ? 1 : 0),
        gap: at === start ? GAP.none : Math.max(step.gap, gap),
        glued: step.glued || (at > start && gap === GAP.none && step.last === 'initial'),
      });
    }
  };

  const takeInitial = (step: Step, part: NamePart, index: number, at: number) => {
    if (part.initial === null || text.code[at] !== part.initial.charCodeAt(0)) return;
    const gap = text.gap[at] ?? GAP.none;
    const ends = isEdge(text, at + 1);
    // An initial inside a word belongs to the part beside it: `awilber`, `alexw`.
    if (part.particle && ends && part.spellings.length > 0 && text.source[text.to[at] ?? 0] !== '.') return;
    advance({
      ...step,
      end: at + 1,
      used: step.used | (1 << index),
      last: 'initial',
      initials: part.particle ? step.initials : [...step.initials, at],
      particles: step.particles + (part.particle ? 1 : 0),
      gap: at === start ? GAP.none : Math.max(step.gap, gap),
      glued: step.glued || (at > start && gap === GAP.none && step.last === 'full'),
    });
  };

  const advance = (step: Step) => {
    if (step.full.length > 0 && step.last !== 'middle') found(step);
    const at = step.end;
    if (!joins(text, at, step.last)) return;
    parts.forEach((part, index) => {
      if ((step.used & (1 << index)) !== 0) return;
      takeFull(step, part, index, at);
      if (step.last !== 'middle') takeInitial(step, part, index, at);
    });
    if (step.middles > 0 || step.last === 'middle' || step.last === 'particle') return;
    const end = afterMiddle(text, at, step.last);
    if (end < 0) return;
    const gap = text.gap[at] ?? GAP.none;
    advance({ ...step, end, last: 'middle', middles: 1, gap: Math.max(step.gap, gap), guessed: gap === GAP.none });
  };

  const nothing: Step = {
    start,
    end: start,
    full: [],
    particles: 0,
    initials: [],
    starts: [],
    gap: GAP.none,
    glued: false,
    guessed: false,
    used: 0,
    last: 'middle',
    middles: 0,
  };
  parts.forEach((part, index) => {
    takeFull(nothing, part, index, start);
    takeInitial(nothing, part, index, start);
  });
}

/** Where the run ends as a word, -1 when the word goes on. */
export function wordEnd(text: FoldedText, run: NameRun): number {
  const last = run.full.at(-1);
  return endOfWord(text, run.end, last !== undefined && last.foreign && run.initials.length === 0);
}
