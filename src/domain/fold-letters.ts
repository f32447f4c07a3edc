// What one character counts for when names are looked for: its bare lower-case letters, so that `É`, `e` and the
// Cyrillic `е` that looks like it are one, or the gap that it leaves between two words.

/** What stands between two letters, weakest first. A name may run over all of these but a wall. */
export const GAP = { none: 0, tight: 1, space: 2, stop: 3, comma: 4, wall: 5 } as const;

/** `letters` are folded; what has neither letters nor a gap is not seen by a reader and counts for nothing. */
export interface Folded {
  letters: string;
  gap: number;
}

// Letters that Unicode does not take apart, and letters of other alphabets that look like Latin ones. Names and texts
// are folded by the same table, so that a name in Cyrillic still meets itself.
const TWINS = new Map(
  `ß:ss ø:o ł:l đ:d ð:d þ:th æ:ae œ:oe ı:i ȷ:j ħ:h ŧ:t ɑ:a ɡ:g ɩ:i ſ:s ƒ:f
   а:a в:b е:e ё:e з:3 і:i ї:i ј:j к:k м:m н:h о:o р:p с:c т:t у:y х:x ѕ:s һ:h ԁ:d ԛ:q ԝ:w ӏ:l ү:y
   α:a β:b γ:y ε:e ζ:z η:n ι:i κ:k μ:u ν:v ο:o ρ:p ς:σ τ:t υ:u χ:x ω:w
   ᴀ:a ʙ:b ᴄ:c ᴅ:d ᴇ:e ɢ:g ʜ:h ɪ:i ᴊ:j ᴋ:k ʟ:l ᴍ:m ɴ:n ᴏ:o ᴘ:p ʀ:r ꜱ:s ᴛ:t ᴜ:u ᴠ:v ᴡ:w ʏ:y ᴢ:z`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

const SPACE = /^[\s\p{Z}]$/u;
const HIDDEN = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u0640]$/u;
// Accents, Hebrew points and Arabic vowel signs. Other scripts' signs are vowels that tell names apart.
const MARKS = /[\p{Script=Inherited}\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed]/gu;
const TIGHT = /^[._+'`\u00b4\u00b7\u2018\u2019\u201b\u02b9-\u02bf\u02bc\u2022~\p{Pd}\u2212]$/u;
const COMMA = /^[,\u060c\u3001]$/u;
const LETTERS = /[\p{L}\p{N}\p{M}]/u;

function ofText(text: string): Folded {
  const apart = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '');
  if (apart === '') return { letters: '', gap: GAP.none };
  let letters = '';
  for (const letter of apart) if (LETTERS.test(letter)) letters += TWINS.get(letter) ?? letter;
  if (letters !== '') return { letters: letters.slice(0, MAX_LETTERS), gap: GAP.none };
  if (TIGHT.test(apart)) return { letters: '', gap: GAP.tight };
  return { letters: '', gap: COMMA.test(apart) ? GAP.comma : GAP.wall };
}

/** The most letters that one character counts for. */
export const MAX_LETTERS = 4;

/** Folds one code point. Half a surrogate pair is a wall. */
export function foldCodePoint(codePoint: number): Folded {
  const text = String.fromCodePoint(codePoint);
  if (SPACE.test(text)) return { letters: '', gap: GAP.space };
  if (HIDDEN.test(text)) return { letters: '', gap: GAP.none };
  if (TIGHT.test(text)) return { letters: '', gap: GAP.tight };
  return ofText(text);
}

/** Scripts that are written without spaces between words: a name may begin and end anywhere. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

export function isUnspaced(codePoint: number): boolean {
  return UNSPACED.test(String.fromCodePoint(codePoint));
}
