// Identifiers as they are looked for in folded texts: their units, with seams where a joint may stand or not.
import { GAP } from './fold-letters';
import { foldText, type FoldedText } from './fold-text';

/** Stands between two pieces of an identifier. */
export const SEAM = 0;
export const SEAMED_MAX = 300;

/** Units of an identifier, cut at `SEAMED_MAX` characters. */
export function unitsOf(identifier: string): number[] {
  const folded = foldText(identifier.slice(0, SEAMED_MAX).normalize('NFC'));
  const units: number[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    if (at > 0 && folded.gap[at] !== GAP.none) units.push(SEAM);
    units.push(folded.code[at] ?? 0);
  }
  return units;
}

/** Offset after the units when they stand at the offset, with no stronger gap at a seam than the given; else -1. */
export function unitsEnd(text: FoldedText, start: number, units: readonly number[], gapMax: number): number {
  let at = start;
  let allowed: number = GAP.wall;
  for (const unit of units) {
    if (unit === SEAM) {
      allowed = gapMax;
      continue;
    }
    if (at >= text.length || text.code[at] !== unit || (text.gap[at] ?? 0) > allowed) return -1;
    allowed = GAP.none;
    at += 1;
  }
  return at;
}
