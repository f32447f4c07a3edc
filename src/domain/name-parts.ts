// What a person's name is made of, read from the display name, the user principal name and the account name: parts in
// their spellings, whichever of them comes first in a text.
import { GAP } from './fold-letters';
import { foldText, KIND, lettersBetween } from './fold-text';
import { MAILBOX_WORDS } from './everyday-words';
import { NAME_LIKE_WORDS } from './name-like-words';
import type { PersonIdentity } from './person';

/** Parts of this many letters or more say who is meant even alone. */
export const ALONE_MIN_LETTERS = 4;
/** Of longer names the first and the last ones are looked for. */
export const NAME_PARTS_MAX = 6;
export const NAME_PART_MAX_LETTERS = 40;

export interface NamePart {
  /** Folded; empty when no more than the initial is known. */
  spellings: readonly string[];
  /** Folded first letter; null in scripts that have none. */
  initial: string | null;
  /** `van`, `de la`, the `o` of O'Brien: joins a name and never makes one. */
  particle: boolean;
  /** Says who is meant even alone: long enough and no word of the language. */
  strong: boolean;
  /** What a mailbox is called rather than a person. */
  mailboxWord: boolean;
  /** Written in another script than Latin, where endings change with the case. */
  foreign: boolean;
}

export interface PersonName {
  parts: readonly NamePart[];
}

const PARTICLES = new Set(
  `van von vom der den dem de del della di da dos das do du la le las los lo el al bin ibn bint ter ten te zu zur zum af av
   abu st san santa saint y e und`.split(/\s+/),
);
const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor doctor sir madam herr frau mme mlle ing jr sr ii iii iv phd md msc mba bsc esq'.split(
    ' ',
  ),
);

/** Also a word of the language: alone it says nobody. */
export function isWord(spelling: string): boolean {
  return NAME_LIKE_WORDS.has(spelling) || MAILBOX_WORDS.has(spelling);
}

const UMLAUTS = /[äöüåø]/i;
const TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** Müller is spelt Muller and Mueller, and who is called Mueller is spelt Müller. */
function spellingsOf(written: string, folded: string): string[] {
  const spelt = [folded];
  if (UMLAUTS.test(written)) {
    const long = written.toLowerCase().replace(/[äöüåø]/g, (letter) => TWO_LETTERS[letter] ?? letter);
    spelt.push(lettersOf(long));
  }
  if (/[aou]e/.test(folded)) spelt.push(folded.replace(/([aou])e/g, '$1'));
  return [...new Set(spelt)].filter((spelling) => spelling !== '');
}

function lettersOf(written: string): string {
  const folded = foldText(written);
  return lettersBetween(folded, 0, folded.length);
}

interface Piece {
  letters: string;
  written: string;
  kind: number;
  apostrophe: boolean;
}

/** The words of a name, apart at every gap. */
function piecesOf(name: string): Piece[] {
  const folded = foldText(name.normalize('NFC'));
  const pieces: Piece[] = [];
  for (let at = 0; at < folded.length;) {
    let end = at + 1;
    while (end < folded.length && folded.gap[end] === GAP.none) end += 1;
    const last = folded.to[end - 1] ?? 0;
    pieces.push({
      letters: lettersBetween(folded, at, Math.min(end, at + NAME_PART_MAX_LETTERS)),
      written: folded.source.slice(folded.from[at] ?? 0, last),
      kind: folded.kind[at] ?? 0,
      apostrophe: /^['’‘`´ʼ]/.test(folded.source.slice(last)),
    });
    at = end;
  }
  return pieces;
}

const HAN_NAME = /^\p{Script=Han}{2,4}$/u;

/** A Chinese name is written in one: the family name is its first character, of four characters the first two. */
function apart(piece: Piece): Piece[] {
  if (!HAN_NAME.test(piece.written)) return [piece];
  const cut = piece.written.length === 4 ? 2 : 1;
  return [piece.written.slice(0, cut), piece.written.slice(cut)].map((written) => ({
    ...piece,
    written,
    letters: lettersOf(written),
  }));
}

/** Longer names in scripts whose languages decline them are found without their own ending, as `Достоевского` is. */
export const STEM_MIN_LETTERS = 7;
const STEM_LOSES = 2;

function partOf(piece: Piece, whole: boolean): NamePart {
  const { letters, written, kind } = piece;
  const unspaced = (kind & KIND.unspaced) !== 0;
  const lone = [...letters].length === 1 && !unspaced;
  const long = [...written].length >= ALONE_MIN_LETTERS;
  const foreign = (kind & KIND.foreign) !== 0 && !unspaced;
  const stem = foreign && letters.length >= STEM_MIN_LETTERS ? [letters.slice(0, -STEM_LOSES)] : [];
  return {
    spellings: lone ? [] : [...spellingsOf(written, letters), ...stem],
    initial: unspaced ? null : letters.charAt(0),
    particle: PARTICLES.has(letters) || (lone && piece.apostrophe),
    strong: !lone && !isWord(letters) && (long || (whole && unspaced)),
    mailboxWord: MAILBOX_WORDS.has(letters),
    foreign,
  };
}

function nameOf(pieces: readonly Piece[]): PersonName | null {
  const known = new Set<string>();
  const distinct = pieces.filter(({ letters }) => {
    if (letters === '' || /^\d+$/.test(letters) || known.has(letters)) return false;
    known.add(letters);
    return true;
  });
  const half = NAME_PARTS_MAX / 2;
  const kept = distinct.length <= NAME_PARTS_MAX ? distinct : [...distinct.slice(0, half), ...distinct.slice(-half)];
  const parts = kept.map((piece) => partOf(piece, kept.length === 1));
  const cores = parts.filter(({ particle, spellings }) => !particle && spellings.length > 0).length;
  if (parts.every(({ spellings }) => spellings.length === 0)) return null;
  // Le Van Do and Al Pacino have nothing else than what joins other people's names.
  const particles =
    cores >= 2 || (cores === 1 && parts.some(({ spellings, particle }) => particle && spellings.length === 0));
  return { parts: parts.map((part) => ({ ...part, particle: part.particle && particles && part !== parts.at(-1) })) };
}

/** Without what directories add: `Wilber, Alex (HR)`, `Dr. Alex Wilber - Contoso`. */
function bareDisplayName(displayName: string): string {
  return displayName
    .slice(0, 300)
    .replace(/\s*[([{][^)\]}]*[)\]}]\s*$/, '')
    .replace(/\s+[-–—|/]\s.*$/, '')
    .trim();
}

function fromDisplayName(displayName: string): PersonName | null {
  if (displayName.includes('@')) return fromAccount(localPart(displayName));
  const pieces = piecesOf(bareDisplayName(displayName));
  const untitled = pieces.filter(({ letters }) => !TITLES.has(letters));
  return nameOf((untitled.length > 0 ? untitled : pieces).flatMap(apart));
}

/** `alexw` of `alexw@contoso.com` and of the guest `alexw_contoso.com#EXT#@fabrikam.onmicrosoft.com`. */
export function localPart(address: string): string {
  const guest = /^(.+)_[^_@]+#EXT#/i.exec(address.slice(0, 300));
  return guest?.[1] ?? address.slice(0, 300).split('@')[0] ?? '';
}

/** `alex.wilber2` and `AlexWilber` are names in the shape of an account. */
function fromAccount(account: string): PersonName | null {
  const spaced = account.replace(/\d+/g, ' ').replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  return nameOf(piecesOf(spaced));
}

/** Up to three names: as displayed, as in the user principal name and as in the account. */
export function namesOf(person: PersonIdentity): PersonName[] {
  const { displayName, userPrincipalName, accountName } = person;
  const names = [
    displayName === null ? null : fromDisplayName(displayName),
    userPrincipalName === null ? null : fromAccount(localPart(userPrincipalName)),
    accountName === null ? null : fromAccount(localPart(accountName.split('\\').at(-1) ?? '')),
  ].filter((name) => name !== null);
  const keys = names.map(({ parts }) => parts.flatMap(({ spellings, initial }) => spellings[0] ?? initial).join(' '));
  return names.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
