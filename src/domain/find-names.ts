// Finds where a text names one of some people, in one pass over its folded letters.
import { placeOf } from './account-place';
import { GAP } from './fold-letters';
import type { FoldedText } from './fold-text';
import type { Literal } from './identity-literals';
import { SAYS, signOf, type Sign } from './name-evidence';
import { mayBegin, pair, type Known, type KnownLiteral, type KnownSpelling, type NameIndex } from './name-index';
import { eachRun } from './name-run';
import { unitsEnd } from './seamed-units';
import { endOfWord, endsOfPrefixes, isEdge, spelledAt } from './word-edge';

const NONE: readonly never[] = [];

/** Units `start` to `end`, and everyone who may be meant. `says` is of `SAYS`. */
export interface Found {
  start: number;
  end: number;
  says: number;
  people: readonly number[];
}

function literalEnd(text: FoldedText, start: number, { units, where }: Literal): number {
  return unitsEnd(text, start, units, where === 'anywhere' ? GAP.wall : GAP.space);
}

function literalSign(text: FoldedText, start: number, literal: KnownLiteral, starts: boolean): Sign | null {
  const end = literalEnd(text, start, literal);
  if (literal.where === 'anywhere') return { end, says: SAYS.literal };
  const wordEnd = endOfWord(text, end, false);
  if (!starts || wordEnd < 0) return null;
  if (literal.where !== 'account') {
    const place = placeOf(text, start, end, literal.domain);
    const told = literal.where === 'mailbox' ? place.ownDomain : place.account || place.device;
    if (!told) return null;
  }
  return { end: wordEnd, says: SAYS.literal };
}

/** The longest find from a place on; of equally long ones the one that says most, with everyone whom it fits. */
class Best {
  private sign: Sign = { end: -1, says: 0 };
  private readonly people = new Set<number>();

  offer(person: number, sign: Sign | null): void {
    if (sign === null) return;
    const { end, says } = this.sign;
    if (sign.end > end || (sign.end === end && sign.says > says)) {
      this.sign = sign;
      this.people.clear();
    }
    if (sign.end === this.sign.end && sign.says === this.sign.says) this.people.add(person);
  }

  found(start: number): Found | null {
    return this.people.size === 0 ? null : { start, ...this.sign, people: [...this.people] };
  }
}

/** Adds the names a part of which is spelt out from the unit on. */
function addSpelled(text: FoldedText, entries: readonly KnownSpelling[] = NONE, at: number, found: Known[]): void {
  for (const { known, spelling } of entries) {
    if (!found.includes(known) && spelledAt(text, at, spelling) >= 0) found.push(known);
  }
}

/** No more initials and particles than this stand before the first part that is spelt out. */
export const INITIALS_MAX = 4;

/** One look through a text for one index. */
class Search {
  private readonly prefixes: ReadonlySet<number>;
  private readonly literals = new Map<number, readonly KnownLiteral[]>();
  private readonly spelled = new Map<number, readonly Known[]>();
  /** Units that something may begin at. */
  readonly candidates: Uint8Array;

  constructor(
    private readonly text: FoldedText,
    private readonly index: NameIndex,
  ) {
    this.candidates = new Uint8Array(text.length);
    this.prefixes = endsOfPrefixes(text);
    for (let at = 0; at < text.length; at += 1) this.look(at);
  }

  private look(at: number): void {
    const { text, index } = this;
    const first = text.code[at] ?? 0;
    const key = pair(first, text.code[at + 1] ?? 0);
    if (!mayBegin(index, key)) return;
    for (const literal of index.literals.get(key) ?? NONE) {
      if (literalEnd(text, at, literal) < 0) continue;
      this.literals.set(at, [...(this.literals.get(at) ?? []), literal]);
      this.candidates[at] = 1;
    }
    const known: Known[] = [];
    addSpelled(text, index.spellings.get(key), at, known);
    if (index.loneUnits) addSpelled(text, index.spellings.get(pair(first, 0)), at, known);
    if (known.length === 0) return;
    let reached = known.some(({ mayStandInside }) => mayStandInside);
    for (let start = Math.max(0, at - INITIALS_MAX); start <= at; start += 1) {
      if (!this.startsWord(start)) continue;
      this.candidates[start] = 1;
      reached = true;
    }
    if (!reached) return;
    this.spelled.set(at, known);
    this.candidates[at] = 1;
  }

  private startsWord(at: number): boolean {
    return isEdge(this.text, at) || this.prefixes.has(at);
  }

  /** The best find that begins at the unit. */
  at(start: number): Found | null {
    const { text, index } = this;
    const starts = this.startsWord(start);
    const best = new Best();
    for (const literal of this.literals.get(start) ?? NONE) {
      best.offer(literal.person, literalSign(text, start, literal, starts));
    }
    const names: Known[] = [];
    for (const known of this.spelled.get(start) ?? NONE) if (starts || known.mayStandInside) names.push(known);
    for (const known of (starts && index.initials.get(text.code[start] ?? 0)) || NONE) {
      if (!names.includes(known) && this.isSpelledSoon(start, known)) names.push(known);
    }
    for (const { person, name, particles, domain } of names) {
      eachRun(text, name, start, (run) => best.offer(person, signOf(text, run, starts, particles, domain)));
    }
    return best.found(start);
  }

  private isSpelledSoon(start: number, known: Known): boolean {
    for (let at = start + 1; at <= start + INITIALS_MAX; at += 1) {
      if (this.spelled.get(at)?.includes(known)) return true;
    }
    return false;
  }
}

/** The parts of a name that was not read as one, `Ивану Петрову`, are one find. */
function isMoreOf(text: FoldedText, before: Found | undefined, next: Found): boolean {
  if (before?.says !== SAYS.part || next.says !== SAYS.part) return false;
  const [person, ...others] = new Set([...before.people, ...next.people]);
  return person !== undefined && others.length === 0 && (text.gap[next.start] ?? GAP.wall) <= GAP.space;
}

/** Every place that names somebody, in order, none over another: the earliest and of these the longest. */
export function findNames(text: FoldedText, index: NameIndex): Found[] {
  const search = new Search(text, index);
  const all: Found[] = [];
  for (let at = 0; at < text.length;) {
    const found = search.candidates[at] === 0 ? null : search.at(at);
    const before = all.at(-1);
    if (found && before?.end === at && isMoreOf(text, before, found)) before.end = found.end;
    else if (found) all.push(found);
    at = found ? found.end : at + 1;
  }
  return all;
}
