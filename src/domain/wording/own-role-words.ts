// What somebody is told about themselves: their roles and why they hold them, what they may do, and what not and why.
// Read off the table that decides. Nothing here depends on an alert, so that nobody learns of one.
import { ACTIONS, ROLES, rolesAllow, rolesFor, type Action, type NoRoleReason, type Role } from '../analyst';
import type { Saying } from '../saying';
import { listWords, rolesPlural } from './role-words';

type OwnRoles = Extract<Saying, { code: 'roles' }>;

/** Enough of a GUID to find the group by in Entra. */
export const GROUP_ID_SHOWN = 8;

const DOES: Record<Action, string> = {
  seeBaseCard: 'read the cards of your channels',
  seeDetails: 'see details of alerts, with people under aliases',
  reveal: 'see names, in a chat with me alone or after giving a reason that is recorded',
  changeAlert: 'start, assign, comment on, resolve and reopen alerts',
  hunt: 'ask for counts in the hunting data, with people under aliases',
  subscribeChannel: 'subscribe channels to alerts and end subscriptions',
  readAudit: 'read the audit record',
};

const NONE: Record<NoRoleReason, string> = {
  noGroup: 'you are in none of the groups that your administrator set for this bot',
  guest: 'you are a guest of this organisation, and guests hold none, whatever groups they are in',
  otherTenant: 'you belong to another organisation, and this bot’s roles are for its own people',
  notInDirectory: 'the directory of this organisation does not know you',
};

const variableOf = (role: Role) => `ROLE_${role.toUpperCase()}_GROUPS`;

/** In a channel which group it is, is nobody else's business. */
function memberOf(role: Role, { place, groups }: OwnRoles): string {
  const ids = place === 'channel' ? [] : (groups[role] ?? []).map((id) => `${id.slice(0, GROUP_ID_SHOWN)}…`);
  if (ids.length === 0) return 'a group';
  return `the ${ids.length === 1 ? 'group' : 'groups'} ${listWords(ids)}`;
}

function standing(own: OwnRoles): string {
  if (own.noneBecause !== null) return `You hold no role here, because ${NONE[own.noneBecause]}.`;
  const held = ROLES.filter((role) => own.roles.includes(role));
  const lines = held.map(
    (role) =>
      `You are an ${role} here: a member of ${memberOf(role, own)} that your administrator set in ${variableOf(role)}.`,
  );
  return lines.join('\n\n');
}

function because(action: Action): string {
  const roles = rolesFor(action);
  return roles === 'everyone' ? DOES[action] : `${DOES[action]}, because that is for ${rolesPlural(roles)}`;
}

/** Several paragraphs. */
export function ownRolesWords(own: OwnRoles): string {
  const may = ACTIONS.filter((action) => rolesAllow(action, own.roles));
  const mayNot = ACTIONS.filter((action) => !may.includes(action));
  const paragraphs = [standing(own), `You may: ${may.map((action) => DOES[action]).join('; ')}.`];
  if (mayNot.length > 0) paragraphs.push(`You may not: ${mayNot.map(because).join('; ')}.`);
  return paragraphs.join('\n\n');
}
