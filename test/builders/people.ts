// People of a made-up tenant: the one an alert is about, and those who work with the bot.
import type { Role } from '../../src/domain/analyst';
import type { PersonIdentity } from '../../src/domain/person';
import type { DirectoryPerson } from '../../src/ports/analyst-directory';
import type { RosterMember } from '../../src/ports/channel-roster';

export const HOME_TENANT = '5b1f7c0e-3d52-4c57-9a07-6d1c2f9e8b41';
export const OTHER_TENANT = 'c9d04c1a-70f4-4d2b-8a8e-0f7f6e1d2c3b';

const DOMAIN = 'fabrikam.example';
const SID_STEM = 'S-1-12-1-1944239113-1143211287-2214592513';

/** An object id made of one digit pattern, so that a failing test shows whose it is. */
export function objectIdOf(seed: number): string {
  const hex = seed.toString(16).padStart(4, '0');
  return `a7e0${hex}-51c2-4f0b-b6ad-2d9f0c4e${hex}`;
}

export function identity(overrides: Partial<PersonIdentity> = {}): PersonIdentity {
  return {
    objectId: objectIdOf(0x51),
    userPrincipalName: `mira.holt@${DOMAIN}`,
    sid: `${SID_STEM}-2051`,
    displayName: 'Mira Holt',
    accountName: 'mira.holt',
    ...overrides,
  };
}

/** Whom the built alerts are about. */
export const SUBJECT = identity();

/** Knows nobody but by the identifiers given. */
export function knownOnlyBy(known: Partial<PersonIdentity>): PersonIdentity {
  return { objectId: null, userPrincipalName: null, sid: null, displayName: null, accountName: null, ...known };
}

function staff(seed: number, name: string, roles: readonly Role[]): DirectoryPerson {
  const accountName = name.toLowerCase().replace(' ', '.');
  return {
    objectId: objectIdOf(seed),
    userPrincipalName: `${accountName}@${DOMAIN}`,
    sid: `${SID_STEM}-${seed}`,
    displayName: name,
    accountName,
    roles,
  };
}

export const ANALYST = staff(0x101, 'Ilse Brandt', ['analyst']);
export const SECOND_ANALYST = staff(0x102, 'Tomas Vale', ['analyst']);
export const INVESTIGATOR = staff(0x103, 'Noor Adeyemi', ['investigator']);
export const ADMIN = staff(0x104, 'Pia Lund', ['admin']);
export const AUDITOR = staff(0x105, 'Oskar Reyes', ['auditor']);
export const WITHOUT_ROLE = staff(0x106, 'Dario Quist', []);
/** In an analysts' group by mistake; the directory reports no role for a guest. */
export const GUEST: DirectoryPerson = { ...staff(0x107, 'Guest Garner', []), isGuest: true };

export const EVERYONE = [ANALYST, SECOND_ANALYST, INVESTIGATOR, ADMIN, AUDITOR, WITHOUT_ROLE, GUEST] as const;

/** Teams' id of a person for this bot. */
export const mriOf = (person: PersonIdentity): string =>
  `29:${person.objectId ?? person.userPrincipalName ?? 'nobody'}`;

export function rosterMember(person: PersonIdentity, overrides: Partial<RosterMember> = {}): RosterMember {
  const { objectId, userPrincipalName, displayName } = person;
  return {
    ...knownOnlyBy({ objectId, userPrincipalName, displayName }),
    mri: mriOf(person),
    isGuest: false,
    isForeign: false,
    ...overrides,
  };
}
