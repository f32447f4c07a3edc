// Cuts a cleaned sentence into tokens, each with its place in the text. One pass: the work grows with the length alone.
import { writtenOut } from './contractions';
import { shapeOf } from './read-part';
import type { Token, TokenKind } from './token';

const OUTER_MARK = /[^\p{L}\p{N}"@]/u;
const SEPARATOR = /[,;()[\]{}<>|!?…]/;
const INNER_MARK = /[/:+&=*~`_.]/;
const POSSESSIVE = "'s";

class Tokeniser {
  readonly tokens: Token[] = [];
  /** A sentence all in capitals says nothing by them. */
  private readonly shouts: boolean;
  private end = 0;

  constructor(private readonly text: string) {
    this.shouts = !/\p{Ll}/u.test(text);
  }

  push(kind: TokenKind, word: string, start: number, end: number, outer = end): void {
    const first = this.text.slice(start, start + 1);
    const capital = !this.shouts && first !== first.toLowerCase();
    this.tokens.push({ kind, word, start, end, glued: start <= this.end && start > 0, capital });
    this.end = outer;
  }

  /** A run without blanks or quotes. */
  run(start: number, end: number): void {
    let from = start;
    let to = end;
    while (from < to && OUTER_MARK.test(this.text.charAt(from))) this.mark(from++);
    const marks: number[] = [];
    while (to > from && OUTER_MARK.test(this.text.charAt(to - 1))) marks.push(--to);
    this.inner(from, to);
    for (const at of marks.reverse()) this.mark(at);
  }

  private mark(at: number): void {
    const isAlone = this.isBlank(at - 1) && this.isBlank(at + 1);
    if (isAlone && this.text.charAt(at) === '&') return this.push('word', 'and', at, at + 1);
    this.push('mark', this.text.charAt(at), at, at + 1);
  }

  private isBlank(at: number): boolean {
    return [' ', ''].includes(this.text.charAt(at));
  }

  private inner(start: number, end: number): void {
    if (/^https?:\/\//i.test(this.text.slice(start, start + 8))) return this.part(start, end);
    let from = start;
    for (let at = start; at < end; at += 1) {
      if (!SEPARATOR.test(this.text.charAt(at))) continue;
      this.part(from, at);
      this.mark(at);
      from = at + 1;
    }
    this.part(from, end);
  }

  private part(start: number, end: number): void {
    if (start >= end) return;
    if (this.isPossessive(start, end)) {
      this.part(start, end - POSSESSIVE.length);
      return this.push('mark', POSSESSIVE, end - POSSESSIVE.length, end);
    }
    const shape = shapeOf(this.text.slice(start, end).toLowerCase());
    if (shape === null) return this.words(start, end);
    this.push(shape.kind, shape.word, start, start + shape.length);
    if (shape.length < end - start) this.word(start + shape.length, end);
  }

  /** Letters joined by marks: `high/medium`, `status:new`, `in-progress`, `1-5`. */
  private words(start: number, end: number): void {
    if (this.isHyphenatedName(start, end))
      return this.push('id', this.text.slice(start, end).toLowerCase(), start, end);
    let from = start;
    for (let at = start; at < end; at += 1) {
      const mark = this.text.charAt(at);
      if (mark !== '-' && !INNER_MARK.test(mark)) continue;
      this.whole(from, at);
      if (mark !== '-' || /\d/.test(this.text.charAt(at - 1))) this.mark(at);
      // A hyphen between words is dropped, and they still hang together.
      else this.end = at + 1;
      from = at + 1;
    }
    this.whole(from, end);
  }

  /** `LAPTOP-XYZ`: a device's name, where the sentence is not all capitals. */
  private isHyphenatedName(start: number, end: number): boolean {
    return !this.shouts && /^\p{Lu}{2,}(?:-[\p{Lu}\d]{2,})+$/u.test(this.text.slice(start, end));
  }

  private whole(start: number, end: number): void {
    if (start >= end) return;
    const shape = shapeOf(this.text.slice(start, end).toLowerCase());
    if (shape === null || shape.length < end - start) return this.word(start, end);
    this.push(shape.kind, shape.word, start, end);
  }

  private word(start: number, end: number): void {
    const word = this.text.slice(start, end).toLowerCase();
    for (const each of writtenOut(word) ?? [word]) this.push('word', each, start, end);
  }

  private isPossessive(start: number, end: number): boolean {
    const part = this.text.slice(start, end).toLowerCase();
    return part.length > POSSESSIVE.length && part.endsWith(POSSESSIVE) && writtenOut(part) === null;
  }
}

/** Text between quotes is one token; an unclosed quote ends with the text. */
export function tokenise(text: string): Token[] {
  const tokeniser = new Tokeniser(text);
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === ' ') at += 1;
    else if (character === '"') {
      const closes = text.indexOf('"', at + 1);
      const end = closes === -1 ? text.length : closes;
      tokeniser.push('quoted', text.slice(at + 1, end), at + 1, end, end + 1);
      at = end + 1;
    } else {
      const start = at;
      while (at < text.length && text.charAt(at) !== ' ' && text.charAt(at) !== '"') at += 1;
      tokeniser.run(start, at);
    }
  }
  return tokeniser.tokens;
}
