// Finds where a text names one of some people, in one pass over its folded letters.
import { domainOf, placeOf, type Domain } from './account-place';
import { GAP } from './fold-letters';
import type { FoldedText } from './fold-text';
import { literalsOf, type Literal } from './identity-literals';
import { signOf, SAYS, type Sign } from './name-evidence';
import { namesOf, type PersonName } from './name-parts';
import { eachRun } from './name-run';
import type { PersonIdentity } from './person';
import { SEAM, unitsEnd } from './seamed-units';
import { endOfWord, endsOfPrefixes, isEdge, spelledAt } from './word-edge';

interface Known {
  /** Index among the people. */
  person: number;
  name: PersonName;
  particles: number;
  domain: Domain | null;
}

interface KnownSpelling {
  known: Known;
  spelling: string;
}

interface KnownLiteral extends Literal {
  person: number;
  domain: Domain | null;
}

/** What is looked for, by the first two units of it, initials by their one. */
export interface NameIndex {
  spellings: ReadonlyMap<number, readonly KnownSpelling[]>;
  initials: ReadonlyMap<number, readonly Known[]>;
  literals: ReadonlyMap<number, readonly KnownLiteral[]>;
}

/** Units `start` to `end`, and everyone who may be meant. `says` is of `SAYS`. */
export interface Found {
  start: number;
  end: number;
  says: number;
  people: readonly number[];
}

const pair = (first: number, second: number) => first * 0x10000 + second;
const keyOf = (spelling: string) => pair(spelling.charCodeAt(0), spelling.length > 1 ? spelling.charCodeAt(1) : 0);

function put<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Compiles what the people are called. */
export function indexOf(people: readonly PersonIdentity[]): NameIndex {
  const spellings = new Map<number, KnownSpelling[]>();
  const initials = new Map<number, Known[]>();
  const literals = new Map<number, KnownLiteral[]>();
  people.forEach((identity, person) => {
    const domain = domainOf(identity.userPrincipalName ?? '');
    for (const name of namesOf(identity)) {
      const known = { person, name, particles: name.parts.filter(({ particle }) => particle).length, domain };
      for (const part of name.parts) {
        for (const spelling of part.spellings) put(spellings, keyOf(spelling), { known, spelling });
        if (part.initial !== null) put(initials, part.initial.charCodeAt(0), known);
      }
    }
    for (const literal of literalsOf(identity)) {
      const [first = 0, second = 0] = literal.units.filter((unit) => unit !== SEAM);
      put(literals, pair(first, second), { ...literal, person, domain });
    }
  });
  return { spellings, initials, literals };
}

function literalSign(text: FoldedText, start: number, literal: KnownLiteral, starts: boolean): Sign | null {
  const anywhere = literal.where === 'anywhere';
  const end = unitsEnd(text, start, literal.units, anywhere ? GAP.wall : GAP.space);
  if (end < 0 || anywhere) return end < 0 ? null : { end, says: SAYS.literal };
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

/** Names a part of which is spelt out from the unit on. */
function spelledFrom(text: FoldedText, index: NameIndex, at: number): Known[] {
  const [first, second] = [text.code[at] ?? 0, text.code[at + 1] ?? 0];
  const found: Known[] = [];
  for (const key of [pair(first, second), pair(first, 0)]) {
    for (const { known, spelling } of index.spellings.get(key) ?? []) {
      if (!found.includes(known) && spelledAt(text, at, spelling) >= 0) found.push(known);
    }
  }
  return found;
}

/** No more initials and particles than this stand before the first part that is spelt out. */
export const INITIALS_MAX = 4;

class Search {
  private readonly prefixes: ReadonlySet<number>;
  private readonly spelled = new Map<number, readonly Known[]>();

  constructor(
    private readonly text: FoldedText,
    private readonly index: NameIndex,
  ) {
    this.prefixes = endsOfPrefixes(text);
    for (let at = 0; at < text.length; at += 1) {
      const known = spelledFrom(text, index, at);
      if (known.length > 0) this.spelled.set(at, known);
    }
  }

  /** The best find that begins at the unit. */
  at(start: number): Found | null {
    const { text, index } = this;
    const [first, second] = [text.code[start] ?? 0, text.code[start + 1] ?? 0];
    const literals = index.literals.get(pair(first, second));
    const spelled = this.spelled.get(start);
    const soon = this.spelledSoon(start);
    if (!literals && !spelled && soon.length === 0) return null;
    const starts = isEdge(text, start) || this.prefixes.has(start);
    const initials = starts && soon.length > 0 ? (index.initials.get(first) ?? []) : [];
    const best = new Best();
    for (const literal of literals ?? []) best.offer(literal.person, literalSign(text, start, literal, starts));
    for (const known of new Set([...(spelled ?? []), ...initials.filter((each) => soon.includes(each))])) {
      const { person, name, particles, domain } = known;
      eachRun(text, name, start, (run) => best.offer(person, signOf(text, run, starts, particles, domain)));
    }
    return best.found(start);
  }

  private spelledSoon(start: number): readonly Known[] {
    if (this.spelled.size === 0) return [];
    const soon: Known[] = [];
    for (let at = start + 1; at <= start + INITIALS_MAX; at += 1) soon.push(...(this.spelled.get(at) ?? []));
    return soon;
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
    const found = search.at(at);
    const before = all.at(-1);
    if (found && before?.end === at && isMoreOf(text, before, found)) before.end = found.end;
    else if (found) all.push(found);
    at = found ? found.end : at + 1;
  }
  return all;
}
