// Frees a sentence of what Teams and keyboards put into it, without moving a character: a position in the cleaned text
// is the same position in the text as written, so values can be cut out literally.

export interface CleanText {
  /** As written, with mentions and entities blanked. */
  source: string;
  /** For reading: plain quotes, apostrophes, dashes and blanks. Same length as `source`. */
  clean: string;
}

const PLAIN: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
};
const CHANGED = /[“”„‟’‘ʼ–—‑−]/g;
const BLANKS = /[\s\u00a0\u200b\u2060\ufeff]/g;
const MENTION_OPENS = /<at(?: [^<>]*)?>/g;
const MENTION_ENDS = '</at>';

/** One pass; an opened mention that never ends is text. */
function withoutMentions(text: string): string {
  let rest = '';
  let done = 0;
  for (const opened of text.matchAll(MENTION_OPENS)) {
    if (opened.index < done) continue;
    const ends = text.indexOf(MENTION_ENDS, opened.index);
    if (ends === -1) break;
    const after = ends + MENTION_ENDS.length;
    rest += text.slice(done, opened.index) + ' '.repeat(after - opened.index);
    done = after;
  }
  return rest + text.slice(done);
}

export function cleanText(text: string): CleanText {
  const source = withoutMentions(text).replaceAll('&nbsp;', '      ');
  const clean = source.replace(BLANKS, ' ').replace(CHANGED, (mark) => PLAIN[mark] ?? mark);
  return { source, clean };
}
