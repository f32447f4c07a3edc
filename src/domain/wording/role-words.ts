// Roles in words: what they are called and what each of them may do.
import { ROLES, type Role } from '../analyst';

const MAY: Record<Role, string> = {
  analyst: 'start, assign, comment on, resolve and reopen alerts and see their details',
  investigator: 'start, assign, comment on, resolve and reopen alerts and see their details',
  admin: 'subscribe channels to alerts and end subscriptions',
  auditor: 'read the audit record',
};

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

/** What somebody with these roles is told about themselves. */
export function ownRolesWords(roles: readonly Role[]): string {
  const held = ROLES.filter((role) => roles.includes(role));
  if (held.length === 0) {
    return 'You hold no role with this bot. You can read the cards of your channels, and nothing more.';
  }
  const may = [...new Set(held.map((role) => MAY[role]))];
  return `${held.length === 1 ? 'Your role' : 'Your roles'} with this bot: ${listWords(held)}. You may ${may.join('; ')}.`;
}
