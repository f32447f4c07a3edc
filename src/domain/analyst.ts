// Who may do what: the one place that decides. A role comes from Entra groups, never from a card, a name or a text.

export const ROLES = ['analyst', 'investigator', 'admin', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** The person who acts, proven by the signed activity; nothing here comes from a card. */
export interface Analyst {
  objectId: string;
  tenantId: string;
  /** Teams' id of the person for this bot (`29:…`). */
  mri: string;
  /** From the directory at the time of the act; null until it was asked. */
  userPrincipalName: string | null;
  displayName: string | null;
  roles: readonly Role[];
}

export const ACTIONS = [
  'seeBaseCard',
  'seeDetails',
  'reveal',
  'changeAlert',
  'hunt',
  'subscribeChannel',
  'readAudit',
] as const;
export type Action = (typeof ACTIONS)[number];

const ALLOWED: Record<Action, readonly Role[] | 'everyone'> = {
  seeBaseCard: 'everyone',
  seeDetails: ['analyst', 'investigator'],
  reveal: ['investigator'],
  changeAlert: ['analyst', 'investigator'],
  /** Counts and aliases; names are a matter of the place as well (`domain/disclose-hunting`). */
  hunt: ['analyst', 'investigator'],
  subscribeChannel: ['admin'],
  readAudit: ['auditor'],
};

/** Whose the action is. */
export function rolesFor(action: Action): readonly Role[] | 'everyone' {
  return ALLOWED[action];
}

/** Whether the roles allow the action. The subject rule is apart (`may`), since it needs an alert. */
export function rolesAllow(action: Action, roles: readonly Role[]): boolean {
  const allowed = ALLOWED[action];
  return allowed === 'everyone' || roles.some((role) => allowed.includes(role));
}

/** Object ids of the configured groups that hold somebody, by the role each gives. */
export type HeldGroups = Readonly<Partial<Record<Role, readonly string[]>>>;

/** Why somebody holds no role at all. */
export const NO_ROLE_REASONS = ['noGroup', 'guest', 'otherTenant', 'notInDirectory'] as const;
export type NoRoleReason = (typeof NO_ROLE_REASONS)[number];

export type Refusal = 'noRole' | 'isSubject' | 'lookupFailed' | 'otherTenant';

/** What is known of the asker at the moment of the question. `roles` is null when the lookup failed. */
export interface Asker {
  homeTenant: boolean;
  roles: readonly Role[] | null;
  isSubject: boolean;
}

/** Null = allowed; otherwise the reason, most fundamental first. Doubt is a refusal. */
export function refusalFor(action: Action, asker: Asker): Refusal | null {
  if (!asker.homeTenant) return 'otherTenant';
  if (ALLOWED[action] === 'everyone') return null;
  if (asker.isSubject) return 'isSubject';
  if (asker.roles === null) return 'lookupFailed';
  return rolesAllow(action, asker.roles) ? null : 'noRole';
}
