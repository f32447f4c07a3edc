// A sentence being read: its pieces, and which of them some slot has taken. A reader that leaves a piece untaken has not
// understood the sentence.
import type { UnknownReason } from '../../domain/reading';
import type { Piece, PieceKind } from './piece';

/** Marks that may carry a meaning, so that a sentence with one is not understood unless a slot has taken it. */
const MEANT_MARK = /[-+/&%$€£@\\|^~<>]|'s/;

const REASONS: Partial<Record<PieceKind, UnknownReason>> = {
  negation: 'negation',
  exclusion: 'exclusion',
  condition: 'condition',
  many: 'severalAlerts',
  badTime: 'time',
  clock: 'time',
  figures: 'time',
  time: 'time',
  every: 'time',
  foreign: 'serviceUnknown',
  ownService: 'serviceUnknown',
  file: 'filterWithoutSlot',
  host: 'filterWithoutSlot',
  upn: 'filterWithoutSlot',
  classification: 'filterWithoutSlot',
  determination: 'filterWithoutSlot',
};

function placesByKind(pieces: readonly Piece[]): Map<PieceKind, number[]> {
  const places = new Map<PieceKind, number[]>();
  for (const [at, { kind }] of pieces.entries()) {
    const known = places.get(kind);
    if (known) known.push(at);
    else places.set(kind, [at]);
  }
  return places;
}

/** What makes a sentence another one than it would be without them: told before anything else. */
const BARRIERS: readonly PieceKind[] = ['negation', 'exclusion', 'condition'];

export class Sentence {
  private readonly taken: boolean[];
  private refusal: UnknownReason | undefined;
  /** Readers ask for a kind again and again; without it a long text would be walked as often. */
  private readonly places: ReadonlyMap<PieceKind, readonly number[]>;

  /** `source` is the text as written, which the pieces' positions belong to. */
  constructor(
    readonly pieces: readonly Piece[],
    readonly source: string,
    places?: ReadonlyMap<PieceKind, readonly number[]>,
  ) {
    this.taken = pieces.map(() => false);
    this.places = places ?? placesByKind(pieces);
  }

  /** The same sentence with nothing taken, or a part of it. */
  again(pieces: readonly Piece[] = this.pieces): Sentence {
    return new Sentence(pieces, this.source, pieces === this.pieces ? this.places : undefined);
  }

  is(at: number, kind: PieceKind, ...values: readonly string[]): boolean {
    const piece = this.pieces[at];
    return piece?.kind === kind && (values.length === 0 || values.includes(piece.value));
  }

  has(kind: PieceKind, ...values: readonly string[]): boolean {
    const places = this.places.get(kind) ?? [];
    return values.length === 0 ? places.length > 0 : places.some((at) => this.is(at, kind, ...values));
  }

  /** Places of the untaken pieces of a kind. */
  find(kind: PieceKind, ...values: readonly string[]): number[] {
    return (this.places.get(kind) ?? []).filter((at) => !this.taken[at] && this.is(at, kind, ...values));
  }

  isFree(at: number): boolean {
    return at >= 0 && at < this.pieces.length && this.taken[at] === false;
  }

  /** Takes the pieces from `first` up to and including `last`. */
  take(first: number, last = first): void {
    for (let at = first; at <= last; at += 1) this.taken[at] = true;
  }

  /** Takes a piece where it is of that kind; says whether. */
  takeIf(at: number, kind: PieceKind, ...values: readonly string[]): boolean {
    const taken = this.isFree(at) && this.is(at, kind, ...values);
    if (taken) this.take(at);
    return taken;
  }

  takeAll(kind: PieceKind, ...values: readonly string[]): number {
    const places = this.find(kind, ...values);
    for (const at of places) this.take(at);
    return places.length;
  }

  /** As written, from one piece to another; without quotes, blanks between words are one. */
  text(first: number, last = first): string {
    const [from, to] = [this.pieces[first], this.pieces[last]];
    const text = from && to ? this.source.slice(from.start, to.end).trim() : '';
    return from?.kind === 'quoted' ? text : text.replace(/\s+/g, ' ');
  }

  /** Its words in lower case and rightly spelt; empty behind the end. */
  said(at: number): string {
    return this.pieces[at]?.said ?? '';
  }

  /** The first reason counts. */
  refuse(reason: UnknownReason): void {
    this.refusal ??= reason;
  }

  /** Nothing is left but these words and idle marks, and nothing was refused. */
  isUnderstood(fillers: ReadonlySet<string>): boolean {
    return this.refusal === undefined && this.leftOver(fillers).length === 0;
  }

  /** Why it was not understood, where the pieces left over can tell. */
  because(fillers: ReadonlySet<string>): UnknownReason | undefined {
    const left = this.leftOver(fillers);
    const barrier = left.find(({ kind }) => BARRIERS.includes(kind));
    if (barrier) return REASONS[barrier.kind];
    if (this.refusal) return this.refusal;
    const told = left.find(({ kind }) => REASONS[kind]) ?? left[0];
    if (told === undefined) return undefined;
    return told.kind === 'noun' ? 'filterWithoutSlot' : REASONS[told.kind];
  }

  private leftOver(fillers: ReadonlySet<string>): Piece[] {
    return this.pieces.filter((piece, at) => !this.taken[at] && !this.isIdle(piece, at, fillers));
  }

  private isIdle(piece: Piece, at: number, fillers: ReadonlySet<string>): boolean {
    if (piece.kind === 'mark') return !MEANT_MARK.test(piece.value) || this.isDash(at) || this.isJoint(at);
    if (piece.kind === 'polite' || piece.kind === 'request' || piece.kind === 'wish') return true;
    if (piece.kind === 'greeting') return true;
    return piece.kind === 'word' && fillers.has(piece.value);
  }

  /** "high/medium": two of a kind. */
  private isJoint(at: number): boolean {
    return this.pieces[at]?.value === '/' && this.pieces[at - 1]?.kind === this.pieces[at + 1]?.kind;
  }

  private isDash(at: number): boolean {
    return this.pieces[at]?.value === '-' && !this.pieces[at].glued && this.pieces[at + 1]?.glued !== true;
  }
}
