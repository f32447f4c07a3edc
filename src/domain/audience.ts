// Who would read an answer: whoever asked and, in a channel, everybody in its roster. Nothing in it may be about them.
import { identifiersOf, type PersonIdentity } from './person';

/** The readers' identifiers, folded: rosters are long, and every alert of a list is held against them. */
export type Audience = ReadonlySet<string>;

export function audienceOf(readers: readonly PersonIdentity[]): Audience {
  return new Set(readers.flatMap(identifiersOf));
}

/** The alerts that are about none of the readers, in their order. */
export function aboutNoneOf<T extends { subject: PersonIdentity | null }>(
  audience: Audience,
  alerts: readonly T[],
): T[] {
  return alerts.filter(
    ({ subject }) => subject === null || !identifiersOf(subject).some((identifier) => audience.has(identifier)),
  );
}
