// Finds one person's name from one place of a text on: parts and initials in any order and any joint.
import { GAP } from './fold-letters';
import { isUpper, KIND, lettersBetween, type FoldedText } from './fold-text';
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
  return CONNECTORS.has(lettersBetween(text, at, end)) ? -1 : end;
}

function nothingAt(start: number): Step {
  return {
    start,
    end: start,
    full: [],
    starts: [],
    guessed: false,
    middles: 0,
    used: 0,
    last: 'middle',
    particles: 0,
    initials: [],
    gap: GAP.none,
    glued: false,
  };
}

/** Goes every way on which parts and initials of one name follow one another; each is taken once on a way. */
class Runs {
  constructor(
    private readonly text: FoldedText,
    private readonly parts: readonly NamePart[],
    private readonly found: (run: NameRun) => void,
  ) {}

  from(start: number): void {
    this.takeParts(nothingAt(start), true);
  }

  private takeParts(step: Step, initials: boolean): void {
    this.parts.forEach((part, index) => {
      if ((step.used & (1 << index)) !== 0) return;
      this.takeFull(step, part, index);
      if (initials) this.takeInitial(step, part, index);
    });
  }

  /** The step after a part, spelt out or as its initial, that ends at `end`. */
  private after(step: Step, index: number, end: number, last: 'full' | 'initial'): Step {
    const particle = this.parts[index]?.particle === true;
    const at = step.end;
    const first = at === step.start;
    const gap = first ? GAP.none : (this.text.gap[at] ?? GAP.none);
    const joinsOther = step.last === (last === 'full' ? 'initial' : 'full');
    // Spelt out field by field: this is made more often than anything else here, and copying a step is slow.
    return {
      start: step.start,
      end,
      full: step.full,
      starts: step.starts,
      guessed: step.guessed,
      middles: step.middles,
      used: step.used | (1 << index),
      last: particle && last === 'full' ? 'particle' : last,
      particles: step.particles + (particle ? 1 : 0),
      initials: last === 'initial' && !particle ? [...step.initials, at] : step.initials,
      gap: Math.max(step.gap, gap),
      glued: step.glued || (!first && gap === GAP.none && joinsOther),
    };
  }

  private takeFull(step: Step, part: NamePart, index: number): void {
    for (const spelling of part.spellings) {
      const end = spelledAt(this.text, step.end, spelling);
      if (end < 0) continue;
      const next = this.after(step, index, end, 'full');
      if (!part.particle) {
        next.full = [...step.full, part];
        next.starts = [...step.starts, step.end];
      }
      this.goOn(next);
    }
  }

  private takeInitial(step: Step, part: NamePart, index: number): void {
    const { text } = this;
    const at = step.end;
    if (part.initial === null || text.code[at] !== part.initial.charCodeAt(0)) return;
    // The `v` of `van` stands in `jvdberg` and in `v. d. Berg`; a `v` by itself is no particle.
    const lone = part.particle && isEdge(text, at + 1) && text.source[text.to[at] ?? 0] !== '.';
    if (lone && part.spellings.length > 0) return;
    this.goOn(this.after(step, index, at + 1, 'initial'));
  }

  private takeMiddle(step: Step): void {
    const end = afterMiddle(this.text, step.end, step.last);
    if (end < 0 || !this.isSpelled(end)) return;
    const gap = this.text.gap[step.end] ?? GAP.none;
    const guessed = gap === GAP.none;
    this.goOn({ ...step, end, last: 'middle', middles: step.middles + 1, gap: Math.max(step.gap, gap), guessed });
  }

  private isSpelled(at: number): boolean {
    return this.parts.some(({ spellings }) => spellings.some((each) => spelledAt(this.text, at, each) >= 0));
  }

  private goOn(step: Step): void {
    if (step.full.length > 0 && step.last !== 'middle') this.found(step);
    if (!joins(this.text, step.end, step.last)) return;
    this.takeParts(step, step.last !== 'middle');
    if (step.middles === 0 && (step.last === 'full' || step.last === 'initial')) this.takeMiddle(step);
  }
}

/** Calls `found` with every run that begins at the unit, shorter ones first on each way. */
export function eachRun(text: FoldedText, name: PersonName, start: number, found: (run: NameRun) => void): void {
  new Runs(text, name.parts, found).from(start);
}

/** Where the run ends as a word, -1 when the word goes on. */
export function wordEnd(text: FoldedText, run: NameRun): number {
  const last = run.full.at(-1);
  return endOfWord(text, run.end, last !== undefined && last.foreign && run.initials.length === 0);
}
