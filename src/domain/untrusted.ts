// Text from outside (alerts, people, Graph) as a type. It cannot be concatenated or printed by accident: it leaves
// only through the sinks of this file, each of which makes it harmless for one place.
import { createHmac } from 'node:crypto';
import { nameWords, wordsOf } from './name-words';

export const TEXT_RUN_MAX_GRAPHEMES = 200;
export const MESSAGE_TEXT_MAX_GRAPHEMES = 100;
/** Leaves room for the name, the sentence and the marker that the bot adds: Graph is not known to take over 1000. */
export const GRAPH_COMMENT_MAX = 700;
export const INPUT_VALUE_MAX = 1000;
/** Two short lines at the axis of a chart; what is longer stands whole in the table beneath. */
export const CHART_LABEL_MAX_GRAPHEMES = 48;

/** Characters of a text in which something is looked for, and of what is looked for. */
const SEARCHED_MAX = 4_000;
const PHRASE_MAX = 200;

const raw = new WeakMap<Untrusted, string>();

/** Opaque text. Printing or serialising one gives `[untrusted]`, never what it holds. */
export class Untrusted {
  private readonly brand = 'untrusted';

  static of(text: string): Untrusted {
    const made = new Untrusted();
    raw.set(made, text);
    return made;
  }

  toString(): string {
    return `[${this.brand}]`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Wraps a wire value; null for what is no string or only blanks. */
export function untrustedOrNull(value: unknown): Untrusted | null {
  return typeof value === 'string' && value.trim() !== '' ? Untrusted.of(value) : null;
}

/** One of the sinks below, chosen by the place where a sentence with outside text in it will stand. */
export type Show = (text: Untrusted) => string;

function text(of: Untrusted): string {
  return raw.get(of) ?? '';
}

// Controls, bidi overrides, zero-width marks and torn surrogates change what a reader sees without being seen: they are
// shown by code point. The two variation selectors of emoji stay.
const INVISIBLE = /(?![\ufe0e\ufe0f])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/gu;

function showInvisible(value: string): string {
  return value.replace(INVISIBLE, (mark) => {
    if (mark === '\n' || mark === '\t' || mark === '\r') return ' ';
    return `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Few graphemes hold more code units than this; a letter under a hundred accents must not carry a card over its size.
const UNITS_PER_GRAPHEME = 4;

function cut(value: string, max: number, maxUnits = max * UNITS_PER_GRAPHEME): string {
  const head = value.slice(0, maxUnits);
  const parts = [...graphemes.segment(head)].map((part) => part.segment);
  if (head.length === value.length && parts.length <= max) return value;
  // The last grapheme of a shortened text may be torn, and its place is the ellipsis's.
  const whole = head.length < value.length ? parts.slice(0, -1) : parts;
  return `${whole.slice(0, max - 1).join('')}…`;
}

/**
 * For the `text` of an Adaptive Card `TextRun`, the one element that parses no markdown. Some clients expand
 * `{{DATE(…)}}` even there, so that double braces are set apart.
 */
export function toTextRun(value: Untrusted, max = TEXT_RUN_MAX_GRAPHEMES): string {
  return cut(
    showInvisible(text(value))
      .trim()
      .replace(/\{(?=\{)/g, '{ '),
    max,
  );
}

// Fullwidth twins look alike and mean nothing to markdown, HTML or mentions; backslashes would show on some phones.
const MARKUP = /[*[\]()~`<>#|!\\&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
const MAIL_ADDRESS = /^[\w.%+'-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

function fullwidth(mark: string): string {
  return String.fromCodePoint((mark.codePointAt(0) ?? 0) + 0xfee0);
}

/** Clients make links of bare addresses; a mail address stays whole, since it is what owners are called. */
function unlink(word: string): string {
  if (MAIL_ADDRESS.test(word)) return word;
  return word.replace(/:(?=\S)|@|\.(?=\p{L}{2})/gu, fullwidth);
}

/** For a text message, which Teams reads as markdown: one line without markup, links or mentions. */
export function toMessageText(value: Untrusted, max = MESSAGE_TEXT_MAX_GRAPHEMES): string {
  const shown = cut(showInvisible(text(value)).trim(), max);
  return shown
    .split(' ')
    .map((word) => unlink(word).replace(MARKUP, fullwidth))
    .join(' ');
}

/** For a label of a chart, which some clients read as text and others may not: one short line without markup. */
export function toChartLabel(value: Untrusted, max = CHART_LABEL_MAX_GRAPHEMES): string {
  const shown = showInvisible(text(value)).trim();
  // A round bracket is no link without a square one before it, and names of labels hold some.
  const shielded = (mark: string) => (mark === '(' || mark === ')' ? mark : fullwidth(mark));
  return cut(shown.replace(/\{(?=\{)/g, '{ ').replace(MARKUP, shielded), max);
}

/** For a code block, line by line: nothing of it is parsed, and what cannot be seen is shown by code point. */
export function toCode(value: Untrusted): string {
  return text(value)
    .split(/\r\n?|\n/)
    .map((line) => line.split('\t').map(showInvisible).join('  ').trimEnd())
    .join('\n')
    .trim();
}

/** For a comment in Graph: plain text, one paragraph per line, at most `GRAPH_COMMENT_MAX` UTF-16 units. */
export function toGraphComment(value: Untrusted): string {
  const lines = text(value).replace(/\r\n?/g, '\n').split('\n');
  return cut(
    lines
      .map((line) => showInvisible(line).trim())
      .join('\n')
      .trim(),
    GRAPH_COMMENT_MAX,
    GRAPH_COMMENT_MAX,
  );
}

/** For the `value` of an input that a form gives back to the person who typed it; never ends in half a character. */
export function toInputValue(value: Untrusted): string {
  return text(value)
    .slice(0, INPUT_VALUE_MAX)
    .replace(/[\ud800-\udbff]$/, '');
}

/** For logs and digests: a keyed hash, never the text. */
export function toLogHash(value: Untrusted, key: string): string {
  return createHmac('sha256', key).update(text(value)).digest('hex').slice(0, 16);
}

/** For the store alone, which seals what it is given before it is written. */
export function toSealedColumn(value: Untrusted): string {
  return text(value);
}

/** For Graph's own fields (`assignedTo`), written back as they were read. */
export function toGraphValue(value: Untrusted): string {
  return text(value);
}

export function isBlank(value: Untrusted | null): boolean {
  return value === null || text(value).trim() === '';
}

/** Whether fewer than `characters` of it can be seen; blanks around it do not count. */
export function isShorterThan(value: Untrusted, characters: number): boolean {
  const seen = text(value).replace(INVISIBLE, '').trim();
  return [...graphemes.segment(seen.slice(0, characters * UNITS_PER_GRAPHEME))].length < characters;
}

/** Equality without letting the text out; case and surrounding blanks do not matter. */
export function sameText(a: Untrusted | null, b: Untrusted | string | null): boolean {
  const fold = (side: Untrusted | string | null) =>
    side === null ? null : (typeof side === 'string' ? side : text(side)).trim().toLowerCase();
  return fold(a) === fold(b);
}

/** True when one of the lower-case words stands in the text. The answer is a yes or no, so nothing leaks. */
export function mentionsAny(value: Untrusted, words: readonly string[]): boolean {
  const folded = text(value).slice(0, SEARCHED_MAX).toLowerCase();
  return words.some((word) => folded.includes(word));
}

/**
 * True when the phrase stands in the text, word by word and without any word that may be a name. Where nobody's name is
 * known, none can be told apart, and nothing stands there. The answer is a yes or no.
 */
export function speaksOf(value: Untrusted, phrase: string, names: readonly Untrusted[]): boolean {
  const wanted = wordsOf(phrase.slice(0, PHRASE_MAX));
  if (wanted.length === 0 || names.length === 0) return false;
  const isName = nameWords(names.map(text));
  if (wanted.some(isName)) return false;
  const words = wordsOf(text(value).slice(0, SEARCHED_MAX));
  return words.some((_word, at) => wanted.every((word, offset) => words[at + offset] === word));
}

/**
 * The text with something in it replaced, as untrusted as before; the same object when nothing was. No sink: only what
 * takes people out of texts calls it, and `rewrite` hands back what it was given and keeps none of it.
 */
export function rewritten(value: Untrusted, rewrite: (text: string) => string): Untrusted {
  const before = text(value);
  const after = rewrite(before);
  return after === before ? value : Untrusted.of(after);
}
