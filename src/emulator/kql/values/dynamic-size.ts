// How large a dynamic is, about as many characters as its JSON has. Values share their parts, so that a short query can
// make one that would fill the memory when it is written out.
import { KqlRefusal } from '../kql-table';
import type { KqlValue } from '../kql-table';
import { isBag, isList } from './dynamic';

export const DYNAMIC_CHARACTERS = 32 * 1_048_576;
const PLAIN_CHARACTERS = 4;

/** Each part is measured once. */
const measured = new WeakMap<object, number>();

/** The value, when it is not too large. */
export function boundedDynamic(value: KqlValue): KqlValue {
  if (typeof value === 'object' && value !== null && sizeOf(value) > DYNAMIC_CHARACTERS) {
    throw new KqlRefusal('tooLarge', `A dynamic value is over ${DYNAMIC_CHARACTERS} characters.`);
  }
  return value;
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + PLAIN_CHARACTERS;
  if (typeof value !== 'object' || value === null) return PLAIN_CHARACTERS;
  const known = measured.get(value);
  if (known !== undefined) return known;
  let size = PLAIN_CHARACTERS;
  if (isList(value)) for (const element of value) size += sizeOf(element);
  else if (isBag(value)) for (const key of Object.keys(value)) size += key.length + sizeOf(value[key]);
  measured.set(value, size);
  return size;
}
