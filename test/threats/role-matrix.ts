// Who may do what, as data: the table that is tested cell by cell and stands in docs/threat-model.md.
import { ROLES, type Role } from '../../src/domain/analyst';

interface Person {
  is: 'member' | 'subject' | 'guest' | 'stranger';
  /** By the groups that hold them; a guest's and a stranger's count for nothing. */
  roles: readonly Role[];
}

const PERSONS = {
  'no role': { is: 'member', roles: [] },
  analyst: { is: 'member', roles: ['analyst'] },
  investigator: { is: 'member', roles: ['investigator'] },
  admin: { is: 'member', roles: ['admin'] },
  auditor: { is: 'member', roles: ['auditor'] },
  'analyst and admin': { is: 'member', roles: ['analyst', 'admin'] },
  'subject, no role': { is: 'subject', roles: [] },
  'subject, analyst': { is: 'subject', roles: ['analyst'] },
  'subject, investigator': { is: 'subject', roles: ['investigator'] },
  'subject, admin': { is: 'subject', roles: ['admin'] },
  'subject, auditor': { is: 'subject', roles: ['auditor'] },
  'subject, every role': { is: 'subject', roles: ROLES },
  guest: { is: 'guest', roles: ROLES },
  'other tenant': { is: 'stranger', roles: ROLES },
} as const satisfies Record<string, Person>;
export type Who = keyof typeof PERSONS;
export const PEOPLE = Object.keys(PERSONS) as Who[];

interface Rule {
  whose: readonly Role[] | 'everyone';
  /** Of one alert, so that its subject is left out whatever their role says. */
  ofAlert: boolean;
}

const WORKERS: readonly Role[] = ['analyst', 'investigator'];

const RULES = {
  'get the posted card from refresh': { whose: 'everyone', ofAlert: true },
  'see details': { whose: WORKERS, ofAlert: true },
  'open the resolve form': { whose: WORKERS, ofAlert: true },
  start: { whose: WORKERS, ofAlert: true },
  'assign to oneself': { whose: WORKERS, ofAlert: true },
  comment: { whose: WORKERS, ofAlert: true },
  'resolve with classification': { whose: WORKERS, ofAlert: true },
  reopen: { whose: WORKERS, ofAlert: true },
  'reveal a name': { whose: ['investigator'], ofAlert: true },
  'show an alert': { whose: WORKERS, ofAlert: true },
  'ask for a change in words': { whose: WORKERS, ofAlert: true },
  'confirm a change asked for in words': { whose: WORKERS, ofAlert: true },
  'list alerts': { whose: WORKERS, ofAlert: false },
  'list incidents': { whose: WORKERS, ofAlert: false },
  'turn the page of a list': { whose: WORKERS, ofAlert: false },
  'ask the hunting data': { whose: WORKERS, ofAlert: false },
  'subscribe a channel': { whose: ['admin'], ofAlert: false },
  'end a subscription': { whose: ['admin'], ofAlert: false },
  'list subscriptions': { whose: ['admin'], ofAlert: false },
} as const satisfies Record<string, Rule>;
export type Deed = keyof typeof RULES;

export const DEEDS = Object.keys(RULES) as Deed[];
/** Deeds that nobody is ever refused, doubt included: what everyone in the channel sees anyway. */
export const FOR_EVERYONE: readonly Deed[] = DEEDS.filter((deed) => RULES[deed].whose === 'everyone');
/** Deeds that may rest on what was known of somebody a minute ago. */
export const VIEWS: readonly Deed[] = [...FOR_EVERYONE, 'see details'];

export const person = (who: Who): Person => PERSONS[who];

/** With these roles instead of their own. */
export function mayDo(who: Who, deed: Deed, roles: readonly Role[] = person(who).roles): boolean {
  const { whose, ofAlert }: Rule = RULES[deed];
  if (whose === 'everyone') return true;
  const { is } = person(who);
  if (is === 'guest' || is === 'stranger' || (is === 'subject' && ofAlert)) return false;
  return roles.some((role) => whose.includes(role));
}
