// People: a UPN, an alias, a quoted name, or a name, which a word before it, a possessive or its capitals make one.
import { mayBeMistyped } from '../words/phrase-book';
import type { Piece } from '../sentence/piece';
import type { Sentence } from '../sentence/sentence';

export interface NamedPerson {
  name: string;
  role: 'account' | 'assignee' | 'recipient';
}

/** Longer names are no names. */
export const NAME_MAX_PIECES = 5;
/** How far behind a name "queue" may stand ("Megan's open high severity queue"). */
export const QUEUE_WITHIN = 5;
const INTRODUCING = new Set(
  (
    'by for from of about on did has does was is are have do involving concerning regarding around against ' +
    'was were will behind related person'
  ).split(' '),
);
const NO_PLACE_FOR_PEOPLE = new Set('in at into onto via through called named labelled'.split(' '));
const FILE_WORDS = ['file', 'document', 'data', 'record', 'item', 'content', 'folder'];
/** Words that carry a capital in a title alone. */
const SMALL_WORDS = new Set('to for by of from as the and in on with me my is are a an what did that or'.split(' '));
const RECEIVING = new Set(['to', 'with']);
const PARTICLES = new Set('van von der den de di da du del della dos la le bin ibn al el ter ten zu'.split(' '));
/** Nouns that are never a person, however they are written. */
const NO_PERSON = new Set(['slotless', 'unit']);
/** Words of the dictionary that are also first or last names, where a capital and the word before say so. */
const NAME_KINDS = new Set([
  'word',
  'change',
  'badTime',
  'activity',
  'polite',
  'dlp',
  'hunt',
  'noun',
  'doer',
  'label',
  'sort',
  'determination',
]);

/** A small word alone that may be one of ours with a letter missed ("by uer"). */
function isMistyped(piece: Piece | undefined): boolean {
  return piece?.kind === 'raw' && !piece.capital && mayBeMistyped(piece.value);
}

class PeopleReader {
  /** Where command words carry capitals too, a capital makes no name. */
  private readonly isTitleCase: boolean;
  /** Where the person before ended. */
  private last: number | null = null;

  constructor(private readonly sentence: Sentence) {
    const words = sentence.pieces.slice(1).filter(({ kind, value }) => kind === 'word' && SMALL_WORDS.has(value));
    this.isTitleCase = words.length > 0 && words.filter(({ capital }) => capital).length * 2 > words.length;
  }

  read(): NamedPerson[] {
    const people: NamedPerson[] = [];
    for (let at = 0; at < this.sentence.pieces.length; at += 1) {
      const last = this.sentence.isFree(at) ? this.lastOf(at) : null;
      if (last === null) continue;
      this.refuseJoint(at);
      people.push({ name: this.sentence.text(at, last), role: this.roleOf(at, last) });
      this.sentence.take(at, last);
      this.sentence.takeIf(last + 1, 'mark', "'s");
      this.sentence.takeIf(last + 1, 'mark', "'");
      const isJoined = this.sentence.is(at - 1, 'word', 'is') || this.sentence.is(at - 1, 'mark', ':');
      this.sentence.takeIf(isJoined ? at - 2 : at - 1, 'noun', 'account');
      this.last = last;
      at = last;
    }
    return people;
  }

  /** "Lee and Megan": two for one slot, whatever the words before the first. */
  private refuseJoint(at: number): void {
    const { sentence } = this;
    const isJoint = sentence.is(at - 1, 'word', 'and', 'or') || sentence.is(at - 1, 'mark', ',', '/');
    const isBeside = this.last !== null && [at - 2, at - 3].includes(this.last);
    if (isJoint && isBeside) sentence.refuse('severalValues');
  }

  /** Last piece of the person who begins at a place; null where none does. */
  private lastOf(at: number): number | null {
    const { sentence } = this;
    const piece = sentence.pieces[at];
    if (piece === undefined) return null;
    if (piece.kind === 'upn' || piece.kind === 'alias') return at;
    if (piece.kind === 'quoted')
      return (this.isIntroduced(at) || this.isReceiving(at)) && piece.value.trim() !== '' ? at : null;
    if (piece.kind !== 'raw' && !this.isNameByPlace(at, piece)) return null;
    const last = this.endOfName(at);
    return this.isPerson(at, last) ? last : null;
  }

  private isNameByPlace(at: number, piece: Piece): boolean {
    const isLed = this.isIntroduced(at) || this.isOwned(at) || this.isReceiving(at);
    if (piece.kind === 'noun' && NO_PERSON.has(piece.value)) return false;
    if (piece.kind === 'badTime' && !this.sentence.is(at + 1, 'raw')) return false;
    if (/^i\b/i.test(this.sentence.text(at))) return false;
    return isLed && piece.capital && !this.isTitleCase && NAME_KINDS.has(piece.kind) && piece.value !== 'i';
  }

  private endOfName(at: number): number {
    const first = this.sentence.pieces[at];
    let last = at;
    for (let next = at + 1; next < at + NAME_MAX_PIECES; next += 1) {
      const piece = this.sentence.pieces[next];
      if (!piece || !this.sentence.isFree(next)) break;
      if (piece.kind === 'mark' && piece.value === '.' && this.isInitial(next - 1)) continue;
      const isParticle = PARTICLES.has(piece.value) && this.sentence.is(next + 1, 'raw');
      const isCapitalWord =
        piece.capital &&
        !this.isTitleCase &&
        NAME_KINDS.has(piece.kind) &&
        (piece.kind !== 'noun' || piece.value === 'unit');
      const goesOn = piece.kind === 'raw' && (piece.capital || isParticle || piece.glued || first?.capital === false);
      if (!goesOn && !isCapitalWord) break;
      last = next;
    }
    return last;
  }

  private isInitial(at: number): boolean {
    const piece = this.sentence.pieces[at];
    return piece !== undefined && piece.end - piece.start === 1 && piece.capital;
  }

  private isPerson(first: number, last: number): boolean {
    const before = this.sentence.pieces[first - 1];
    if (before?.kind === 'word' && NO_PLACE_FOR_PEOPLE.has(before.value)) return false;
    if (before?.kind === 'noun' && before.value !== 'account') return false;
    // What a value or a name before it was too long for.
    if (before?.kind === 'raw') return false;
    // "uploads of excel files" names a kind of file.
    if (this.sentence.is(last + 1, 'word', ...FILE_WORDS)) return false;
    if (this.isStated(first, last)) return false;
    if (first === last && isMistyped(this.sentence.pieces[first])) return false;
    if (this.isDoer(first, last)) return true;
    if (
      this.isIntroduced(first) ||
      this.isReceiving(first) ||
      this.isOwned(first) ||
      this.sentence.is(last + 1, 'mark', "'s")
    )
      return true;
    return this.sentence.pieces[first]?.capital === true;
  }

  /** "is waiting": what is said of something is no name, unless a capital or what is done says so. */
  private isStated(first: number, last: number): boolean {
    const { sentence } = this;
    const isDoing = sentence.is(last + 1, 'activity') || sentence.is(last + 1, 'leaving');
    return (
      sentence.is(first - 1, 'word', 'is', 'are', 'was', 'were', 'been') &&
      sentence.pieces[first]?.capital !== true &&
      !isDoing
    );
  }

  /** "files alex printed". */
  private isDoer(first: number, last: number): boolean {
    const { sentence } = this;
    const isDone = sentence.is(last + 1, 'activity') || sentence.is(last + 1, 'leaving');
    return isDone && sentence.text(last + 1).endsWith('ed') && sentence.is(first - 1, 'word', ...FILE_WORDS);
  }

  private isIntroduced(at: number): boolean {
    const { sentence } = this;
    const place = sentence.is(at - 1, 'mark', ':') ? at - 2 : at - 1;
    const before = sentence.pieces[place];
    if (before?.kind === 'noun' && before.value === 'account') return true;
    if (before?.kind === 'word' && before.value === 'upn') return true;
    return before?.kind === 'owner' || (before?.kind === 'word' && INTRODUCING.has(before.value));
  }

  private isOwned(at: number): boolean {
    const { sentence } = this;
    // "assigned to me or to Lee": owned as the one before.
    const isAnother =
      sentence.is(at - 1, 'word', 'to') && sentence.is(at - 2, 'word', 'and', 'or') && sentence.has('owner');
    return (
      isAnother || sentence.is(at - 1, 'owner') || (sentence.is(at - 1, 'mark', ':') && sentence.is(at - 2, 'owner'))
    );
  }

  private isReceiving(at: number): boolean {
    const before = this.sentence.pieces[at - 1];
    return before?.kind === 'word' && RECEIVING.has(before.value);
  }

  private roleOf(first: number, last: number): NamedPerson['role'] {
    const { sentence } = this;
    if (this.isOwned(first)) return 'assignee';
    const behind = [...Array(QUEUE_WITHIN).keys()].map((step) => last + 1 + step);
    const isPossessive = sentence.is(last + 1, 'mark', "'s", "'");
    if (isPossessive && behind.some((at) => sentence.is(at, 'noun', 'queue', 'plate'))) return 'assignee';
    return this.isReceiving(first) ? 'recipient' : 'account';
  }
}

/** Everyone the sentence names, their names taken and the words before them left. */
export function takePeople(sentence: Sentence): NamedPerson[] {
  return new PeopleReader(sentence).read();
}
