// What somebody is told of their own roles: which they hold and through which groups, or why they hold none.
import type { NoRoleReason } from '../domain/analyst';
import type { Saying } from '../domain/saying';
import type { KnownAsker } from './who-asks';

function noneBecause({ asker, person }: KnownAsker): NoRoleReason {
  if (!asker.homeTenant) return 'otherTenant';
  if (person === null) return 'notInDirectory';
  return person.isGuest === true ? 'guest' : 'noGroup';
}

/** `known` about no alert: what stands between a person and one alert is not said here. */
export function ownRoles(known: KnownAsker, place: 'channel' | 'personal'): Saying {
  const { roles } = known.asker;
  if (roles === null) return { code: 'lookupFailed' };
  const why = roles.length === 0 ? noneBecause(known) : null;
  return { code: 'roles', place, roles, groups: known.person?.groups ?? {}, noneBecause: why };
}
