// Whom an alert is about. A person is known by an Entra object id; UPN and SID stand in until the id is known.

/** What evidence or a roster says of one person; at least one of the three identifiers is present. */
export interface PersonIdentity {
  /** Entra object id, lower case. */
  objectId: string | null;
  userPrincipalName: string | null;
  sid: string | null;
  displayName: string | null;
  accountName: string | null;
  /** Only of somebody who was erased, of whom nothing else is known: whether these identifiers are theirs. */
  readonly isKnownAgainBy?: (identifiers: readonly string[]) => boolean;
}

/** Somebody who was erased: nobody can say who it was, and yet they are known again when they stand here. */
export function erasedPerson(isKnownAgainBy: (identifiers: readonly string[]) => boolean): PersonIdentity {
  const nothing = { objectId: null, userPrincipalName: null, sid: null, displayName: null, accountName: null };
  return { ...nothing, isKnownAgainBy };
}

export function isErased(person: PersonIdentity): boolean {
  return person.isKnownAgainBy !== undefined;
}

/** Identifiers by which two mentions of one person meet, folded: `oid:…`, `upn:…`, `sid:…`, strongest first. */
export function identifiersOf(person: PersonIdentity): string[] {
  const fold = (prefix: string, value: string | null) =>
    value === null || value.trim() === '' ? [] : [`${prefix}:${value.trim().normalize('NFC').toLowerCase()}`];
  return [...fold('oid', person.objectId), ...fold('upn', person.userPrincipalName), ...fold('sid', person.sid)];
}

export function isSamePerson(a: PersonIdentity, b: PersonIdentity): boolean {
  if (a.isKnownAgainBy !== undefined) return a.isKnownAgainBy(identifiersOf(b));
  if (b.isKnownAgainBy !== undefined) return b.isKnownAgainBy(identifiersOf(a));
  const known = new Set(identifiersOf(a));
  return identifiersOf(b).some((identifier) => known.has(identifier));
}
