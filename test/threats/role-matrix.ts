// Who may do what, as data: the table that is tested cell by cell and stands in docs/threat-model.md.

export const PEOPLE = [
  'no role',
  'analyst',
  'investigator',
  'admin',
  'auditor',
  'the alert’s subject',
  'guest',
  'other tenant',
] as const;
export type Who = (typeof PEOPLE)[number];

export const ROLE_MATRIX = {
  'get the posted card from refresh': PEOPLE,
  'see details': ['analyst', 'investigator'],
  'open the resolve form': ['analyst', 'investigator'],
  start: ['analyst', 'investigator'],
  'assign to oneself': ['analyst', 'investigator'],
  comment: ['analyst', 'investigator'],
  'resolve with classification': ['analyst', 'investigator'],
  reopen: ['analyst', 'investigator'],
  'show an alert': ['analyst', 'investigator'],
  // Nothing about an alert: its subject is here what the role says, and holds every role in these tests.
  'subscribe a channel': ['admin', 'the alert’s subject'],
  'end a subscription': ['admin', 'the alert’s subject'],
  'list subscriptions': ['admin', 'the alert’s subject'],
  'reveal a name': [],
} as const satisfies Record<string, readonly Who[]>;
export type Deed = keyof typeof ROLE_MATRIX;

export const DEEDS = Object.keys(ROLE_MATRIX) as Deed[];
/** Deeds that nobody is ever refused, doubt included: what everyone in the channel sees anyway. */
export const FOR_EVERYONE: readonly Deed[] = ['get the posted card from refresh'];

export function mayDo(who: Who, deed: Deed): boolean {
  return (ROLE_MATRIX[deed] as readonly Who[]).includes(who);
}
