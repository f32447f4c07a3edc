// Puts what people are called instead into a text, so that a path stays a path and every alias can be read.

// Beside these a name is part of a token, in which a blank would tear a path or an address apart.
const TOKEN_BEFORE = /(?:[\p{L}\p{N}_@\\/%+|#=~&-]|[\p{L}\p{N}]\.)$/u;
const TOKEN_AFTER = /^(?:[\p{L}\p{N}_@\\/%+|#=~&-]|\.[\p{L}\p{N}])/u;
const ESCAPE_BEFORE = /%[0-9a-f]{2}$/i;
const WORD_BEFORE = /[\p{L}\p{N}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}]/u;
/** As much beside a place as these look at: a letter of two units, a mark and one more. */
const BESIDE = 4;

/** A text in which places are replaced from left to right. */
export class Replacing {
  private shown = '';
  private read = 0;
  private tore = false;

  constructor(private readonly source: string) {}

  /** A name was torn out of a longer word, the rest of which may be a name by itself. */
  get torn(): boolean {
    return this.tore;
  }

  /** Replaces `from` up to but without `to`; what was replaced already stays so. A blank in a token becomes a hyphen. */
  put(from: number, to: number, label: string): void {
    const start = Math.max(from, this.read);
    if (to <= start) return;
    const before = this.source.slice(Math.max(0, start - BESIDE), start);
    const after = this.source.slice(to, to + BESIDE);
    this.copyUntil(start);
    if (start > 0 && WORD_BEFORE.test(before) && !ESCAPE_BEFORE.test(before)) this.hyphen();
    this.shown += TOKEN_BEFORE.test(before) || TOKEN_AFTER.test(after) ? label.replaceAll(' ', '-') : label;
    this.read = to;
  }

  text(): string {
    this.copyUntil(this.source.length);
    return this.shown;
  }

  private copyUntil(offset: number): void {
    if (offset === this.read) return;
    const between = this.source.slice(this.read, offset);
    // An alias and the `2026` after it would read as another alias.
    if (this.read > 0 && WORD_AFTER.test(between)) this.hyphen();
    this.shown += between;
    this.read = offset;
  }

  private hyphen(): void {
    this.shown += '-';
    this.tore = true;
  }
}
