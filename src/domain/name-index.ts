// What is looked for in a text: what people are called, by the first two letters of it.
import { domainOf, type Domain } from './account-place';
import { literalsOf, type Literal } from './identity-literals';
import { INSIDE_MIN_LETTERS } from './name-evidence';
import { namesOf, type PersonName } from './name-parts';
import type { PersonIdentity } from './person';
import { SEAM } from './seamed-units';

export interface Known {
  /** Index among the people. */
  person: number;
  name: PersonName;
  particles: number;
  /** Written in one it is long enough to be found inside a longer word. */
  mayStandInside: boolean;
  domain: Domain | null;
}

export interface KnownSpelling {
  known: Known;
  spelling: string;
}

export interface KnownLiteral extends Literal {
  person: number;
  domain: Domain | null;
}

/** What is looked for, by the first two units of it, initials by their one. */
export interface NameIndex {
  spellings: ReadonlyMap<number, readonly KnownSpelling[]>;
  initials: ReadonlyMap<number, readonly Known[]>;
  literals: ReadonlyMap<number, readonly KnownLiteral[]>;
  /** Zero where no spelling and no literal begins with a pair of units of this hash: true of most of a text. */
  begins: Uint8Array;
  /** Some part is one character long, as Chinese family names are. */
  loneUnits: boolean;
}

const HASHES = 4096;
const hashOf = (key: number) => (key ^ (key >>> 11)) & (HASHES - 1);

/** Key of two folded units; the second is 0 where a part has only one. */
export const pair = (first: number, second: number) => first * 0x10000 + second;
const keyOf = (spelling: string) => pair(spelling.charCodeAt(0), spelling.length > 1 ? spelling.charCodeAt(1) : 0);

function put<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** False for most pairs of units that begin nothing. */
export function mayBegin(index: NameIndex, key: number): boolean {
  return index.loneUnits || index.begins[hashOf(key)] !== 0;
}

function mayStandInside({ parts }: PersonName): boolean {
  const longest = parts.flatMap(({ spellings, particle }) => (particle ? [] : (spellings[0]?.length ?? [])));
  const letters = longest.reduce((sum, length) => sum + length, 0);
  return longest.length > 1 && letters >= INSIDE_MIN_LETTERS && parts.some(({ strong }) => strong);
}

/** Compiles what the people are called. */
export function indexPeople(people: readonly PersonIdentity[]): NameIndex {
  const spellings = new Map<number, KnownSpelling[]>();
  const initials = new Map<number, Known[]>();
  const literals = new Map<number, KnownLiteral[]>();
  people.forEach((identity, person) => {
    const domain = domainOf(identity.userPrincipalName ?? '');
    for (const name of namesOf(identity)) {
      const particles = name.parts.filter(({ particle }) => particle).length;
      const known = { person, name, particles, mayStandInside: mayStandInside(name), domain };
      for (const part of name.parts) {
        for (const spelling of part.spellings) put(spellings, keyOf(spelling), { known, spelling });
        if (part.initial !== null) put(initials, part.initial.charCodeAt(0), known);
      }
    }
    for (const literal of literalsOf(identity)) {
      const [first = 0, second = 0, third = 0] = literal.units;
      put(literals, pair(first, second === SEAM ? third : second), { ...literal, person, domain });
    }
  });
  const begins = new Uint8Array(HASHES);
  for (const key of [...spellings.keys(), ...literals.keys()]) begins[hashOf(key)] = 1;
  const loneUnits = [...spellings.keys()].some((key) => key % 0x10000 === 0);
  return { spellings, initials, literals, begins, loneUnits };
}
