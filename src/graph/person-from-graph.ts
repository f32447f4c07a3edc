// A directory user of Graph's as the domain's person, and whether that person belongs to the organisation.
import type { PersonIdentity } from '../domain/person';
import { cloudSidOf } from './cloud-sid';
import { asObject, guidOf, textOf } from './wire-values';

/** Properties asked for; nothing more of a person is read. */
export const USER_PROPERTIES = [
  'id',
  'displayName',
  'userPrincipalName',
  'userType',
  'onPremisesSecurityIdentifier',
  'onPremisesSamAccountName',
].join(',');

const MAX_NAME = 256;
const MAX_UPN = 320;

export interface DirectoryUser {
  person: PersonIdentity & { objectId: string };
  isGuest: boolean;
}

/**
 * Null when the answer is no user. The SID is the on-premises one where there is one, which is what devices report.
 * Guests are those whom Graph calls so, and everyone whose name shows an account of another organisation (`#EXT#`).
 */
export function userFromGraph(wire: unknown): DirectoryUser | null {
  const user = asObject(wire);
  const objectId = guidOf(user?.['id']);
  if (user === null || objectId === null) return null;
  const userPrincipalName = textOf(user['userPrincipalName'], MAX_UPN);
  const person = {
    objectId,
    userPrincipalName,
    sid: textOf(user['onPremisesSecurityIdentifier'], MAX_NAME)?.toUpperCase() ?? cloudSidOf(objectId),
    displayName: textOf(user['displayName'], MAX_NAME),
    accountName: textOf(user['onPremisesSamAccountName'], MAX_NAME),
  };
  const isCalledGuest = textOf(user['userType'], MAX_NAME)?.toLowerCase() === 'guest';
  return { person, isGuest: isCalledGuest || /#ext#/i.test(userPrincipalName ?? '') };
}
