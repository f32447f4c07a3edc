// What an alert says in words, as one kind of viewer reads it: with everyone's name replaced, or as it is. Who gets
// which is decided by `disclosure` and nowhere else.
import type { KeptDetails, NamedPerson } from './alert-details';
import { createMasker, type MaskText } from './mask-text';
import { Untrusted } from './untrusted';

export interface DetailText {
  readonly title: Untrusted | null;
  readonly description: Untrusted | null;
  readonly files: readonly Untrusted[];
  readonly devices: readonly Untrusted[];
  readonly places: readonly Untrusted[];
  readonly messages: readonly Untrusted[];
  /** Everyone the alert names, its subject first. */
  readonly people: readonly Untrusted[];
}

const asIs: MaskText = (text) => text;

function textThrough(mask: MaskText, { details }: KeptDetails): Omit<DetailText, 'people'> {
  const one = (text: Untrusted | null) => (text === null ? null : mask(text));
  const { title, description, files, devices, places, messages } = details;
  return {
    title: one(title),
    description: one(description),
    files: files.map(mask),
    devices: devices.map(mask),
    places: places.map(mask),
    messages: messages.map(mask),
  };
}

/** An account name that nobody is known by has no alias, and is left out. */
function aliasesOf(people: readonly NamedPerson[]): Untrusted[] {
  const aliases = people.map(({ alias }) => alias).filter((alias) => alias !== null);
  return [...new Set(aliases)].map((alias) => Untrusted.of(`Person ${alias}`));
}

/** `Mira Holt (mira.holt@contoso.com), Person K7F2`: what colleagues with only the alias in view call the person. */
function nameOf({ identity, alias }: NamedPerson): Untrusted {
  const { displayName, userPrincipalName, accountName, sid, objectId } = identity;
  const [name, ...others] = [displayName, userPrincipalName, accountName, sid, objectId].filter(
    (each) => each !== null,
  );
  const account = displayName === null ? [] : others.slice(0, 1).map((other) => `(${other})`);
  const known = [name ?? '', ...account].join(' ');
  return Untrusted.of(alias === null ? known : `${known}, Person ${alias}`);
}

export function maskedText(kept: KeptDetails): DetailText {
  return { ...textThrough(createMasker(kept.people), kept), people: aliasesOf(kept.people) };
}

export function namedText(kept: KeptDetails): DetailText {
  return { ...textThrough(asIs, kept), people: kept.people.map(nameOf) };
}
