// Tokens to pieces, left to right: at each place the longest of a time span, a schedule and a phrase of the dictionary.
import type { Token } from '../text/token';
import type { Calendar } from '../time/calendar';
import { readClocks, readEvery } from '../time/read-every';
import { readTime } from '../time/read-time';
import { TimeTokens } from '../time/time-tokens';
import { knownWord, longestPhrase } from '../words/phrase-book';
import type { Piece, PieceKind } from './piece';

/** Crockford's alphabet, as aliases are made of. */
const ALIAS = /^[0-9A-HJKMNP-TV-Z]{4,16}$/i;

interface Part {
  length: number;
  kind: PieceKind;
  value: string;
  more?: Pick<Piece, 'time' | 'every' | 'clocks'>;
}

class PieceReader {
  private readonly times: TimeTokens;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly text: string,
    private readonly calendar: Calendar,
  ) {
    this.times = new TimeTokens(tokens);
  }

  read(): Piece[] {
    const pieces: Piece[] = [];
    for (let at = 0; at < this.tokens.length;) {
      const part = this.partAt(at);
      const piece = this.pieceOf(at, part);
      if (piece) pieces.push(piece);
      at += part.length;
    }
    return pieces;
  }

  private pieceOf(at: number, { length, kind, value, more }: Part): Piece | null {
    const [first, last] = [this.tokens[at], this.tokens[at + length - 1]];
    if (!first || !last) return null;
    const words = this.tokens.slice(at, at + length);
    const known = words.map(({ kind: of, word }) => (of === 'word' ? knownWord(word) : null));
    const exact = known.every((each) => each?.exact ?? true);
    const said = words.map(({ word }, each) => (known[each]?.exact === false ? known[each].word : word)).join(' ');
    const { start, capital, glued } = first;
    // A capital inside the sentence makes a word that is merely near one of ours a name.
    if (!exact && capital && at > 0 && length === 1) {
      return { kind: 'raw', value: first.word, said: first.word, start, end: last.end, exact: true, capital, glued };
    }
    return { kind, value, said, start, end: last.end, exact, capital, glued, ...more };
  }

  private partAt(at: number): Part {
    const timed = this.alias(at) ?? this.timed(at);
    const phrase = longestPhrase((index) => this.plainWord(at + index));
    if (timed && timed.length >= (phrase?.length ?? 0)) return timed;
    if (phrase) return { length: phrase.length, ...phrase.meaning };
    const token = this.tokens[at];
    const count = token?.kind === 'word' ? this.times.count(at) : null;
    if (count !== null) return { length: 1, kind: 'count', value: String(count) };
    const kind = token === undefined || token.kind === 'word' ? 'raw' : token.kind;
    if (kind === 'clock' || kind === 'date') return { length: 1, kind: 'figures', value: token?.word ?? '' };
    return { length: 1, kind, value: token?.word ?? '' };
  }

  private plainWord(at: number): string | null {
    return this.tokens[at]?.kind === 'word' ? this.times.word(at) : null;
  }

  private alias(at: number): Part | null {
    const name = this.tokens[at + 1];
    if (!name || this.tokens[at]?.word !== 'person') return null;
    const written = this.text.slice(name.start, name.end);
    const isAlias = ALIAS.test(written) && (name.kind !== 'word' || written === written.toUpperCase());
    return isAlias ? { length: 2, kind: 'alias', value: '' } : null;
  }

  private timed(at: number): Part | null {
    const time = readTime(this.times, at, this.calendar);
    const every = readEvery(this.times, at);
    if (every && every.next > (time?.next ?? 0)) {
      return { length: every.next - at, kind: 'every', value: '', more: { every: every.value } };
    }
    if (time) return { length: time.next - at, kind: 'time', value: '', more: { time: time.value } };
    const clocks = readClocks(this.times, at);
    return clocks && { length: clocks.next - at, kind: 'clock', value: '', more: { clocks: clocks.value } };
  }
}

/** `text` is the cleaned sentence that the tokens were cut from. */
export function readPieces(tokens: readonly Token[], text: string, calendar: Calendar): Piece[] {
  return new PieceReader(tokens, text, calendar).read();
}
