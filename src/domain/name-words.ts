// Which words of a text may be somebody's name. Made for comparing, where a word too many does no harm: nothing of it is
// ever shown.

/** Parts of a name from this length on are found inside longer words too, as in `mholt` and `holt2`. */
export const TELLING_PART = 4;
const PARTS_MAX = 8;

/** Words in lower case, without accents and marks. */
export function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A mail address's domain and an account's are the firm's name, not a person's. */
function ownPart(form: string): string {
  return form.replace(/^[^\\]*\\/, '').replace(/@.*$/s, '');
}

/** `miraholt`, `holtmira`, `mholt`, `holtm`, `mirah`: parts of one name written as one word. */
function joints(parts: readonly string[]): string[] {
  const pairs = parts.flatMap((one) => parts.filter((other) => other !== one).map((other) => [one, other] as const));
  return [
    parts.join(''),
    ...pairs.flatMap(([one, other]) => [one + other, one.charAt(0) + other, one + other.charAt(0)]),
  ];
}

const ID = /^(?:s-1-|[0-9a-f]{8}-)/i;

/** An id is no name: of its parts only long ones tell whose it is. A short number is nobody's. */
function partsOf(form: string): string[] {
  const least = (word: string) => (ID.test(form) || /^\p{N}+$/u.test(word) ? TELLING_PART : 1);
  return wordsOf(ownPart(form))
    .slice(0, PARTS_MAX)
    .filter((word) => word.length >= least(word));
}

/** `forms`: everything that people are called by, names, addresses and ids alike. */
export function nameWords(forms: readonly string[]): (word: string) => boolean {
  const names = forms.map(partsOf);
  const whole = new Set(names.flatMap((parts) => [...parts, ...joints(parts)]));
  const telling = [...new Set(names.flat())].filter((part) => part.length >= TELLING_PART);
  return (word) => whole.has(word) || telling.some((part) => word.includes(part));
}
