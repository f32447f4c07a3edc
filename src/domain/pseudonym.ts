// Aliases: what people are called wherever more than an investigator may read. Keyed, so that nobody without the key
// can compute whose alias it is; stable per tenant as long as the key stays.
import { createHmac } from 'node:crypto';

export const ALIAS_MIN_LENGTH = 4;
export const ALIAS_MAX_LENGTH = 16;

// Crockford's alphabet: no I, L, O, U, so that an alias read aloud is the alias typed.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `K7F2…`: sixteen characters derived from the person key; the store takes the shortest unique prefix of four or more. */
export function aliasCandidate(pseudonymKey: string, tenantId: string, personKey: string): string {
  const bytes = createHmac('sha256', pseudonymKey).update(`alias\u0000${tenantId}\u0000${personKey}`).digest();
  return [...bytes.subarray(0, ALIAS_MAX_LENGTH)].map((byte) => ALPHABET[byte & 31]).join('');
}

/** The shortest prefix that `isTaken` does not refuse. Null when even sixteen characters are taken. */
export function shortestFreeAlias(candidate: string, isTaken: (alias: string) => boolean): string | null {
  for (let length = ALIAS_MIN_LENGTH; length <= ALIAS_MAX_LENGTH; length += 1) {
    const alias = candidate.slice(0, length);
    if (!isTaken(alias)) return alias;
  }
  return null;
}
