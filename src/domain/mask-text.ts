// Replaces people in free text, wherever and however they are named in it: prose, file names, paths, addresses, devices.
import { findNames } from './find-names';
import { GAP } from './fold-letters';
import { foldText, type FoldedText, type Span } from './fold-text';
import { personAlias } from './hunting-mask';
import type { PersonIdentity } from './person';
import { indexPeople } from './name-index';
import { Replacing } from './replacing';
import { rewritten, sameText, type Untrusted } from './untrusted';

/** `alias` of four or more characters, shown as `Person K7F2`; null is shown as `a person`. */
export interface MaskedPerson {
  identity: PersonIdentity;
  alias: string | null;
}

export type MaskText = (text: Untrusted) => Untrusted;

/** What is shown of people without an alias, and where a name is that of several. */
export const NAMELESS = 'a person';

/** What was masked is looked at again this often at most: a name may begin where another one ended. */
export const MASK_PASSES_MAX = 3;

const ALIAS = /(?<![\p{L}\p{N}])(?:Person[ -]([0-9A-HJKMNP-TV-Z]{4,16})|a[ -]person)(?![\p{L}\p{N}])/gu;

/** Aliases that stand in the text. One in letters alone counts only when it is known: it might be somebody's name. */
function aliasesIn(source: string, known: ReadonlySet<string>): Span[] {
  if (!source.includes('erson')) return [];
  return [...source.matchAll(ALIAS)]
    .filter(([, alias]) => alias === undefined || /\d/.test(alias) || known.has(alias))
    .map(({ index, 0: whole }) => ({ from: index, to: index + whole.length }));
}

/** A dot that ends an initial and no sentence goes with the name: `Alex W. left`. */
const DOT_OF_INITIAL = /^\.(?=\s\p{Ll}|[,;:)\]])/u;

/** Offset in the source after the find that ends before the unit. */
function endOf(text: FoldedText, end: number): number {
  const to = text.to[end - 1] ?? 0;
  const initialApart = text.gap[end - 1] !== GAP.none && text.gap[end] !== GAP.none;
  return initialApart && DOT_OF_INITIAL.test(text.source.slice(to, to + 3)) ? to + 1 : to;
}

/** `Person K7F2` for one alias, `a person` when it is unknown or one of several. */
function shownFor(people: readonly number[], aliases: readonly (string | null)[]): string {
  const [first, ...others] = new Set(people.map((person) => aliases[person] ?? null));
  return typeof first === 'string' && others.length === 0 ? personAlias(first) : NAMELESS;
}

function maskingOf(people: readonly MaskedPerson[]): (text: string) => string {
  const index = indexPeople(people.map(({ identity }) => identity));
  const aliases = people.map(({ alias }) => alias);
  const known = new Set(aliases.filter((alias) => alias !== null));
  const once = (source: string): Replacing => {
    const text = foldText(source, aliasesIn(source, known));
    const replacing = new Replacing(source);
    for (const found of findNames(text, index)) {
      replacing.put(text.from[found.start] ?? 0, endOf(text, found.end), shownFor(found.people, aliases));
    }
    return replacing;
  };
  return (source) => {
    let text = source;
    for (let pass = 0; pass < MASK_PASSES_MAX; pass += 1) {
      const replaced = once(text);
      text = replaced.text();
      if (!replaced.torn) break;
    }
    return text;
  };
}

/** The same for a text that was not wrapped yet: values of a query's rows. */
export function createTextMasker(people: readonly MaskedPerson[]): (text: string) => string {
  return maskingOf(people);
}

/**
 * Makes a masker of some people, once for all texts of an alert. A text that names none of them comes back as the same
 * object; so does an alias that already stands in it.
 */
export function createMasker(people: readonly MaskedPerson[]): MaskText {
  const mask = maskingOf(people);
  return (text) => rewritten(text, mask);
}

/** Whether a text names one of the people in any form. */
export function namesAnyone(text: Untrusted, people: readonly PersonIdentity[]): boolean {
  return createMasker(people.map((identity) => ({ identity, alias: null })))(text) !== text;
}

/** Whether a text is a name of the person and nothing else: `Wilber, Alex`, not `Alex Wilber of Sales`. */
export function isNameOf(text: Untrusted, person: PersonIdentity): boolean {
  const masked = createMasker([{ identity: person, alias: null }])(text);
  // The dot of `Alex W.` could end a sentence, and stays.
  return sameText(masked, NAMELESS) || sameText(masked, `${NAMELESS}.`);
}

/** A form this long is nobody else's name by chance; shorter ones count only when they are the whole text. */
const SPELT_MIN = 8;

const lettersOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Whether a whole identifier or full name of the person stands in the text, with whatever around it. */
export function spells(text: Untrusted, person: PersonIdentity): boolean {
  const { userPrincipalName, displayName, accountName, objectId, sid } = person;
  const full = displayName?.trim().includes(' ') === true ? displayName : null;
  const prefix = userPrincipalName?.split('@')[0] ?? null;
  const forms = [userPrincipalName, prefix, full, accountName, objectId, sid].map((form) => lettersOf(form ?? ''));
  let spelt = false;
  rewritten(text, (source) => {
    const letters = lettersOf(source);
    spelt = forms.some((form) => form.length >= SPELT_MIN && letters.includes(form));
    return source;
  });
  return spelt;
}
