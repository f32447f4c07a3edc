// A value with its slot word: `policy "Data leaks"`, `the Finance department`, `device LT-4471`, `info type "IBAN"`.
import type { Piece } from '../sentence/piece';
import type { Sentence } from '../sentence/sentence';
import { mayBeMistyped } from '../words/phrase-book';

export type ValueNoun = 'policy' | 'department' | 'device' | 'sit' | 'label';

/** Longer unquoted values are no names. */
export const VALUE_MAX_PIECES = 8;
const JOINTS = new Set(['called', 'named', 'is', 'of']);
/** Words at which an unquoted value ends. */
const SLOT_WORDS = new Set(
  (
    'from to for by in on with at as via into onto about around during since until between per last past show list give get find see ' +
    'view open look check tell who what which when where why how is are was were do does did has have had that ' +
    'then sort sorted order ordered group grouped first only comment i my me we our status'
  ).split(' '),
);
/** Words that a value may hold although the dictionary has them. */
const INNER_KINDS = new Set([
  'raw',
  'id',
  'number',
  'word',
  'classification',
  'determination',
  'service',
  'foreign',
  'best',
  'count',
  'many',
]);
/** Words that a value before its slot word may hold. */
const DATA_WORDS = new Set(['data', 'risk', 'information', 'file', 'sensitive', 'external', 'general', 'insider']);

const isWord = (piece: Piece | undefined, words: ReadonlySet<string>) =>
  piece?.kind === 'word' && words.has(piece.value);

class ValueReader {
  constructor(
    private readonly sentence: Sentence,
    private readonly noun: ValueNoun,
  ) {}

  /** All values named for the slot, their pieces taken. */
  values(): string[] {
    return this.sentence.find('noun', this.noun).flatMap((at) => {
      const value = this.sentence.isFree(at) ? this.valueOf(at) : null;
      return value === null ? [] : [value];
    });
  }

  private valueOf(at: number): string | null {
    const { sentence } = this;
    const start = this.start(at + 1);
    if (sentence.is(start, 'quoted')) return this.taken(start, start, at, Math.max(at, start));
    if (sentence.is(at - 1, 'quoted') && sentence.isFree(at - 1)) return this.taken(at - 1, at - 1, at - 1, at);
    if (this.noun === 'label') return null;
    const last = this.lastBehind(start);
    if (last !== null) return this.taken(start, last, at, last);
    const first = this.noun === 'sit' ? null : this.firstBefore(at - 1);
    return first === null ? null : this.taken(first, at - 1, first, at);
  }

  private taken(first: number, last: number, from: number, to: number): string | null {
    const value = this.sentence.text(first, last);
    this.sentence.take(from, to);
    this.sentence.takeIf(to + 1, 'mark', "'s");
    if (value !== '') return value;
    this.sentence.refuse('severalValues');
    return null;
  }

  /** Behind a colon, "is" or a second slot word ("device laptop LT-1"). */
  private start(at: number): number {
    const { sentence } = this;
    const isShort = sentence.is(at, 'mark', '.') && sentence.text(at - 1).toLowerCase() === 'dept';
    const isJoint =
      isShort ||
      sentence.is(at, 'mark', ':', '=') ||
      (isWord(sentence.pieces[at], JOINTS) && (this.mayHold(at + 1) || sentence.is(at + 1, 'quoted'))) ||
      sentence.is(at, 'noun', this.noun);
    return isJoint ? at + 1 : at;
  }

  private lastBehind(start: number): number | null {
    const first = this.sentence.pieces[start];
    if (first?.kind === 'noun' && !first.capital) return null;
    if (this.sentence.is(start, 'host') && this.noun === 'device') return start;
    let last: number | null = null;
    for (let at = start; at < start + VALUE_MAX_PIECES && this.mayHold(at); at += 1) last = at;
    const isOneName = this.noun === 'device' && this.sentence.is(start, 'id');
    const end = isOneName ? start : last;
    return end !== null && this.sentence.is(end, 'word', 'and', 'or') ? end - 1 : end;
  }

  private mayHold(at: number): boolean {
    const piece = this.sentence.pieces[at];
    if (!piece || !this.sentence.isFree(at) || isWord(piece, SLOT_WORDS)) return false;
    if (piece.kind === 'mark')
      return piece.glued && (piece.value === "'" || piece.value === '&' || piece.value === '/');
    if (piece.kind === 'raw') return piece.capital || !mayBeMistyped(piece.value);
    if (piece.kind === 'id') return true;
    if (piece.kind === 'word' && (piece.value === 'and' || piece.value === 'or')) {
      return !this.sentence.is(at + 1, 'word', 'and', 'or') && this.mayHold(at + 1);
    }
    if (
      piece.capital &&
      !['time', 'every', 'clock', 'host', 'upn', 'quoted', 'alias', 'severity', 'badTime'].includes(piece.kind)
    )
      return true;
    if (piece.kind === 'noun') return ['account', 'slotless', 'unit'].includes(piece.value);
    if (piece.kind === 'leaving') return this.noun === 'policy' && /^(?:data )?leaks$/i.test(this.sentence.text(at));
    return INNER_KINDS.has(piece.kind) && piece.exact;
  }

  private firstBefore(end: number): number | null {
    if (this.sentence.is(end, 'word', 'and', 'or', 'of')) return null;
    let first: number | null = null;
    for (let at = end; at > end - VALUE_MAX_PIECES && this.mayPrecede(at); at -= 1) first = at;
    while (first !== null && first < end && this.sentence.is(first, 'word', 'and', 'or')) first += 1;
    return first;
  }

  private mayPrecede(at: number): boolean {
    const piece = this.sentence.pieces[at];
    if (!piece || !this.sentence.isFree(at)) return false;
    if (piece.kind === 'raw') return piece.capital || !mayBeMistyped(piece.value);
    if (piece.kind === 'id') return true;
    if (piece.kind === 'word' && (piece.value === 'and' || piece.value === 'of')) {
      const isName = this.sentence.is(at - 1, 'raw') || this.sentence.is(at - 1, 'noun', 'unit');
      return isName && this.mayPrecede(at - 1);
    }
    if (isWord(piece, SLOT_WORDS)) return false;
    if (piece.kind === 'mark') return piece.value === '&' && this.sentence.is(at - 1, 'raw');
    if (piece.kind === 'leaving') return this.noun === 'policy' && /^(?:data )?leaks$/i.test(this.sentence.text(at));
    if (piece.kind === 'noun')
      return (
        piece.value === 'slotless' ||
        piece.value === 'unit' ||
        (piece.value === 'account' && this.sentence.is(at - 1, 'raw'))
      );
    return (piece.capital && at > 0 && piece.kind !== 'time') || isWord(piece, DATA_WORDS);
  }
}

function isQuotedBeside(sentence: Sentence, at: number): boolean {
  return [at - 1, at + 1, at + 2].some((place) => sentence.is(place, 'quoted'));
}

/** "HR and Legal" are two, "Data theft and leaks" is one name: a capital begins another, unless none begins the first. */
function namesSeveral(value: string): boolean {
  const [first = '', ...others] = value.split(/ and /i);
  const isLower = (text: string) => text.charAt(0) === text.charAt(0).toLowerCase();
  return /\bor\b/i.test(value) || others.some((other) => isLower(first) || !isLower(other));
}

/** The value of a slot; several are refused. The slot word alone, as in "by department", is left untaken. */
export function takeNamedValue(sentence: Sentence, noun: ValueNoun): string | undefined {
  const places = sentence.find('noun', noun);
  const isPlural = places.some((at) => sentence.text(at).toLowerCase().endsWith('s'));
  const [value, ...more] = new ValueReader(sentence, noun).values();
  const isQuoted = places.some((at) => isQuotedBeside(sentence, at));
  const isList = value !== undefined && !isQuoted && (namesSeveral(value) || (isPlural && /\band\b|[&/]/i.test(value)));
  if (more.length > 0 || isList) sentence.refuse('severalValues');
  return value;
}
