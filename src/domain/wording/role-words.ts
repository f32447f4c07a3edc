// Roles in words: what they are called, alone and in lists.
import { ROLES, type Role } from '../analyst';

/** `a`, `a and b`, `a, b and c`. */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** `admins`, `analysts and investigators`, in one order however they were given. */
export function rolesPlural(roles: readonly Role[]): string {
  return listWords(ROLES.filter((role) => roles.includes(role)).map((role) => `${role}s`));
}

/** To everybody without a role and to the person concerned alike: it does not tell people which alert is about them. */
export const MAY_NOT_ASK = 'Only analysts and investigators cleared for this can ask it. Nothing was looked up.';
