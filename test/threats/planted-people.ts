// People and things that exist nowhere: whatever spells one of them has let it out. Every word of a name carries one
// mark, every word of a thing another, so that one look tells whether anything at all came through.

/** Stands in every word by which a person is called. */
export const PERSON_MARK = 'vyxq';
/** Stands in every word by which a file, a device, a site or a mail is called. */
export const THING_MARK = 'wkjx';
/** Stands in every word by which an owner, who may be named on a card, is called. */
export const STAFF_MARK = 'jqvk';
const SID_MARK = '777070777';
const OBJECT_MARK = 'facade0b';

export const ANY_PERSON = [PERSON_MARK, SID_MARK, OBJECT_MARK] as const;
export const ANYBODY_OR_ANYTHING = [...ANY_PERSON, THING_MARK] as const;

/** The same numbers for the same seed, from 0 up to 1. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class Chance {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = numbersFrom(seed);
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  of<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  hex(digits: number): string {
    return Array.from({ length: digits }, () => this.below(16).toString(16)).join('');
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => String(1 + this.below(9))).join('');
  }
}

const ENDINGS = [
  'andra',
  'orin',
  'elü',
  'ístan',
  'ulla',
  'emko',
  'aro',
  'idé',
  'ankel',
  'oşun',
  'eth',
  'imir',
] as const;

export interface PlantedPerson {
  given: string;
  family: string;
  displayName: string;
  userPrincipalName: string;
  accountName: string;
  sid: string;
  objectId: string;
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase();
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function nameFrom(chance: Chance, mark: string): string {
  return capital(`${mark}${chance.of(ENDINGS)}${chance.of(['', 'l', 'n', 'r', 's'])}`);
}

export function plantPerson(chance: Chance, mark: string = PERSON_MARK): PlantedPerson {
  const given = nameFrom(chance, mark);
  // Letters of chance keep two people of one alert apart.
  const apart = Array.from({ length: 4 }, () => chance.of(['a', 'e', 'k', 'o', 'r', 't'])).join('');
  const family = `${nameFrom(chance, mark)}${apart}${chance.of(['son', 'berg', 'ez', 'ova', 'haus'])}`;
  const middle = chance.of(['', '', `-${nameFrom(chance, mark)}`]);
  const [first, last] = [plain(given), plain(family)];
  return {
    given,
    family,
    displayName: `${given}${middle} ${family}`,
    userPrincipalName: `${first}.${last}@fabrikam.example`,
    accountName: chance.of([`${first}.${last}`, `${last}${first.slice(0, 5)}`]),
    sid: `S-1-12-1-${SID_MARK}-${chance.digits(9)}-${chance.digits(9)}-${chance.digits(5)}`,
    objectId: `${OBJECT_MARK}-${chance.hex(4)}-4${chance.hex(3)}-8${chance.hex(3)}-${chance.hex(12)}`,
  };
}

/** Ways in which text calls a person who is known in full. */
const FORMS: readonly [Form, ...Form[]] = [
  ({ displayName }) => displayName,
  ({ displayName }) => displayName.toUpperCase(),
  ({ given, family }) => `${family}, ${given}`,
  ({ given, family }) => `${given.charAt(0)}. ${family}`,
  ({ userPrincipalName }) => userPrincipalName,
  ({ userPrincipalName }) => encodeURIComponent(userPrincipalName),
  ({ accountName }) => `FABRIKAM\\${accountName}`,
  ({ accountName }) => `C:\\Users\\${accountName}\\Desktop`,
  ({ displayName }) => `${displayName}’s`,
  ({ displayName }) => displayName.replace(' ', '_'),
  ({ displayName }) => displayName.split('').join('\u200B'),
  ({ displayName }) => displayName.normalize('NFD'),
  ({ sid }) => sid,
  ({ objectId }) => objectId,
  ({ objectId }) => objectId.toUpperCase(),
];
type Form = (person: PlantedPerson) => string;

export const called = (chance: Chance, person: PlantedPerson): string => chance.of(FORMS)(person);

export const thing = (chance: Chance, ending = ''): string => `${THING_MARK}${chance.hex(6)}${ending}`;
