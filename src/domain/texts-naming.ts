// Which texts name a person who is to be erased: by the same rule that replaces names where they are shown.
import type { AlertDetails } from './alert-details';
import { createMasker, type MaskText } from './mask-text';
import { isSamePerson, type PersonIdentity } from './person';
import type { Untrusted } from './untrusted';

const masker = (people: readonly PersonIdentity[]): MaskText =>
  createMasker(people.map((identity) => ({ identity, alias: null })));

/** Made once for all texts of a person. */
export function textsNaming(person: PersonIdentity): (text: Untrusted) => boolean {
  const mask = masker([person]);
  return (text) => mask(text) !== text;
}

/** Whether an alert's evidence holds the person, or its words name them and not merely somebody else of the same name. */
export function detailsName(details: AlertDetails, person: PersonIdentity): boolean {
  const { title, description, files, devices, places, messages, people } = details;
  if (people.some((other) => isSamePerson(other, person))) return true;
  const names = textsNaming(person);
  const withoutOthers = masker(people);
  const texts = [title, description].filter((text) => text !== null);
  return [...texts, ...files, ...devices, ...places, ...messages].some(
    (text) => names(text) && names(withoutOthers(text)),
  );
}
