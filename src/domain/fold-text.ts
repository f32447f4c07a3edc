// A text as names are looked for in it: its letters and digits one after another, folded, each with the place in the
// text that it came from and the gap before it. Reading it is linear in the text.
import { escapeAt, mayEscape } from './escapes';
import { foldCodePoint, GAP, isUnspaced, type Folded } from './fold-letters';

/** Flags of a unit. */
export const KIND = { upper: 1, digit: 2, unspaced: 4, foreign: 8 } as const;

/** More marks than this between two words are no joint of a name; a run of blanks is one mark. */
export const GAP_MAX_MARKS = 6;

/** `length` units. Unit `i` is `code[i]`, from `source.slice(from[i], to[i])`; `gap[length]` is what ends the text. */
export interface FoldedText {
  readonly source: string;
  readonly length: number;
  /** UTF-16 units of folded letters and digits. */
  readonly code: ArrayLike<number>;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** What stands before the unit, of `GAP`. */
  readonly gap: ArrayLike<number>;
  /** Bits of `KIND`. */
  readonly kind: ArrayLike<number>;
}

/** Part of a text that is not read: `from` up to but without `to`. */
export interface Span {
  from: number;
  to: number;
}

/** Gathers the marks between two units into one gap. */
class Gap {
  private value: number = GAP.none;
  private marks = 0;
  private lastWasSpace = false;
  private dotted = false;

  add(gap: number, isDot: boolean): void {
    const isSpace = gap === GAP.space;
    if (isSpace && this.lastWasSpace) return;
    this.marks += 1;
    this.value = Math.max(this.value, isSpace && this.dotted ? GAP.stop : gap);
    if (this.marks > GAP_MAX_MARKS) this.value = GAP.wall;
    this.lastWasSpace = isSpace;
    this.dotted = isDot;
  }

  take(): number {
    const { value } = this;
    this.value = GAP.none;
    this.marks = 0;
    this.lastWasSpace = false;
    this.dotted = false;
    return value;
  }
}

class Units {
  length = 0;
  readonly code: number[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly gap: number[] = [];
  readonly kind: number[] = [];

  add(code: number, from: number, to: number, gap: number, kind: number): void {
    this.code.push(code);
    this.from.push(from);
    this.to.push(to);
    this.gap.push(gap);
    this.kind.push(kind);
    this.length += 1;
  }
}

const ASCII_END = 0x80;
const DOT = 46;

interface Read extends Folded {
  kind: number;
}

function readingOf(codePoint: number): Read {
  const folded = foldCodePoint(codePoint);
  const text = String.fromCodePoint(codePoint);
  let kind = text !== text.toLowerCase() ? KIND.upper : 0;
  if (/\p{Nd}/u.test(text)) kind |= KIND.digit;
  if (codePoint >= ASCII_END && isUnspaced(codePoint)) kind |= KIND.unspaced;
  if (/[\p{L}]/u.test(text) && !/\p{Script=Latin}/u.test(text)) kind |= KIND.foreign;
  return { ...folded, kind };
}

const ASCII = Array.from({ length: ASCII_END }, (_, codePoint) => readingOf(codePoint));
const ASCII_UNIT = Uint16Array.from(ASCII, ({ letters }) => (letters === '' ? 0 : letters.charCodeAt(0)));
const ASCII_GAP = Uint8Array.from(ASCII, ({ gap }) => gap);
const ASCII_KIND = Uint8Array.from(ASCII, ({ kind }) => kind);

/** Folds a text; what lies in the spans (in order, apart from each other) is a wall that nothing is found in. */
export function foldText(source: string, skipped: readonly Span[] = []): FoldedText {
  const units = new Units();
  const gap = new Gap();
  const known = new Map<number, Read>();
  let nextSkipped = 0;
  let at = 0;
  const read = (codePoint: number): Read => {
    const found = ASCII[codePoint] ?? known.get(codePoint);
    if (found) return found;
    const made = readingOf(codePoint);
    known.set(codePoint, made);
    return made;
  };
  let skipsFrom = skipped[0]?.from ?? Infinity;
  while (at < source.length) {
    if (at >= skipsFrom) {
      gap.add(GAP.wall, false);
      at = Math.max(at, skipped[nextSkipped]?.to ?? at);
      nextSkipped += 1;
      skipsFrom = skipped[nextSkipped]?.from ?? Infinity;
      continue;
    }
    const code = source.charCodeAt(at);
    // Nearly all of most texts is ASCII, and none of it but three characters begins an escape.
    if (code < ASCII_END && !mayEscape(code)) {
      const unit = ASCII_UNIT[code] ?? 0;
      if (unit !== 0) units.add(unit, at, at + 1, gap.take(), ASCII_KIND[code] ?? 0);
      else if (ASCII_GAP[code] !== GAP.none) gap.add(ASCII_GAP[code] ?? 0, code === DOT);
      at += 1;
      continue;
    }
    const escape = escapeAt(source, at);
    const codePoint = escape?.codePoint ?? source.codePointAt(at) ?? 0;
    const next = escape?.next ?? at + (codePoint > 0xffff ? 2 : 1);
    const { letters, gap: mark, kind } = read(codePoint);
    for (let index = 0; index < letters.length; index += 1) {
      units.add(letters.charCodeAt(index), at, next, gap.take(), kind);
    }
    if (letters === '' && mark !== GAP.none) gap.add(mark, codePoint === DOT);
    at = next;
  }
  units.gap.push(Math.max(gap.take(), GAP.tight));
  return { source, ...units };
}

/** The folded letters of units `start` to `end`. */
export function lettersBetween(text: FoldedText, start: number, end: number): string {
  let letters = '';
  for (let at = start; at < end; at += 1) letters += String.fromCharCode(text.code[at] ?? 0);
  return letters;
}

export function isUpper(text: FoldedText, at: number): boolean {
  return ((text.kind[at] ?? 0) & KIND.upper) !== 0;
}
