// Where words begin and end inside what is written in one: `AlexWilber2026`, `ALEXLAPTOP`, `Alexs-iPhone`.
import { GAP } from './fold-letters';
import { KIND, type FoldedText } from './fold-text';

// What people's devices are called, which is often their own name with one of these.
const DEVICE_WORDS =
  `laptop desktop pc notebook iphone ipad macbook mbp mba imac mac surface phone tablet workstation wks
  thinkpad galaxy pixel android vm vdi cpc lt nb ws lap dt win ultrabook elitebook latitude chromebook watch`.split(
    /\s+/,
  );
// Words that are written in one with the name after them.
const PROCLITICS = 'و ف ب ل ك وال لل ו ה ב ל מ ש כ'.split(' ');

function byFirstUnit(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const map = new Map<number, string[]>();
  for (const word of words) {
    const first = word.charCodeAt(0);
    map.set(first, [...(map.get(first) ?? []), word]);
  }
  return map;
}

const DEVICES = byFirstUnit(DEVICE_WORDS);
const BEFORE_NAMES = byFirstUnit([...DEVICE_WORDS, ...PROCLITICS]);

/** Offset after the letters when they stand at the offset in one piece, else -1. */
export function spelledAt(text: FoldedText, at: number, letters: string): number {
  const { code, gap, length } = text;
  if (at + letters.length > length) return -1;
  for (let index = 0; index < letters.length; index += 1) {
    if (code[at + index] !== letters.charCodeAt(index)) return -1;
    if (index > 0 && gap[at + index] !== GAP.none) return -1;
  }
  return at + letters.length;
}

/** Whether a word may begin or end before unit `at`: at a gap, a digit, a capital, or anywhere in unspaced scripts. */
export function isEdge(text: FoldedText, at: number): boolean {
  if (at <= 0 || at >= text.length || text.gap[at] !== GAP.none) return true;
  const [before, here] = [text.kind[at - 1] ?? 0, text.kind[at] ?? 0];
  if (((before | here) & KIND.unspaced) !== 0) return true;
  if (((before ^ here) & KIND.digit) !== 0) return true;
  if ((here & KIND.upper) === 0) return false;
  if ((before & KIND.upper) === 0) return true;
  const after = text.kind[at + 1] ?? 0;
  return at + 1 < text.length && text.gap[at + 1] === GAP.none && (after & (KIND.upper | KIND.digit)) === 0;
}

/** The ends of device words that begin at an edge: a name may begin there although the word goes on. */
export function endsOfPrefixes(text: FoldedText): ReadonlySet<number> {
  const ends = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const words = BEFORE_NAMES.get(text.code[at] ?? 0);
    if (words === undefined || !isEdge(text, at)) continue;
    for (const word of words) {
      const end = spelledAt(text, at, word);
      if (end >= 0) ends.add(end);
    }
  }
  return ends;
}

/** Offset after a device word that stands at the offset in one piece and ends there, else -1. */
export function deviceWordAt(text: FoldedText, at: number): number {
  for (const word of DEVICES.get(text.code[at] ?? 0) ?? []) {
    const end = spelledAt(text, at, word);
    if (end >= 0 && isEdge(text, end)) return end;
  }
  return -1;
}

/** Whether a device word that is a word of its own ends before the offset. */
export function deviceWordBefore(text: FoldedText, at: number): boolean {
  return DEVICE_WORDS.some((word) => {
    const start = at - word.length;
    return start >= 0 && spelledAt(text, start, word) === at && isEdge(text, start);
  });
}

const LETTER_S = 115;

/** The `s` of `Alexs iPhone` belongs to the name. Offset after it, or -1 when the word goes on otherwise. */
function afterPossessive(text: FoldedText, at: number): number {
  if (text.code[at] !== LETTER_S || text.gap[at] !== GAP.none) return -1;
  return isEdge(text, at + 1) || deviceWordAt(text, at + 1) >= 0 ? at + 1 : -1;
}

/** Russian, Greek and their neighbours decline names by up to this many letters. */
export const ENDING_MAX_LETTERS = 3;

function afterEnding(text: FoldedText, at: number): number {
  for (let end = at + 1; end <= at + ENDING_MAX_LETTERS && end <= text.length; end += 1) {
    if (((text.kind[end - 1] ?? 0) & KIND.foreign) === 0) return -1;
    if (isEdge(text, end)) return end;
  }
  return -1;
}

/** Where a name that is spelt up to the offset ends, with what its language hangs on to it; -1 when the word goes on. */
export function endOfWord(text: FoldedText, at: number, declined: boolean): number {
  if (isEdge(text, at) || deviceWordAt(text, at) >= 0) return at;
  const end = afterPossessive(text, at);
  return end < 0 && declined ? afterEnding(text, at) : end;
}
