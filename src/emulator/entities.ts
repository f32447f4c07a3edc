// The sample tenant's nouns, shared by every room of the emulator. Plain data: the seed file has this shape.

export type RoleName = 'analyst' | 'investigator' | 'admin' | 'auditor';

/** A person of the directory. `mri` is the id Teams uses for the person and this bot (`29:…`). */
export interface Person {
  id: string;
  userPrincipalName: string;
  displayName: string;
  givenName: string;
  surname: string;
  accountName: string;
  sid: string;
  department: string;
  jobTitle: string;
  userType: 'Member' | 'Guest';
  managerId: string | null;
  mri: string;
  /** Roles through the sample groups; empty = none. */
  roles: RoleName[];
  /** Another organisation's, for people who read along in shared channels; absent = this tenant's. */
  tenantId?: string;
}

/** An Entra group; members may be people or groups (nesting counts in checkMemberGroups). */
export interface Group {
  id: string;
  displayName: string;
  memberIds: string[];
}

export type ChannelType = 'standard' | 'private' | 'shared';

export interface Channel {
  /** `19:…@thread.tacv2`; the General channel's id equals the team's. */
  id: string;
  name: string;
  memberIds: string[];
  /** Absent = standard. */
  type?: ChannelType;
}

export interface Team {
  id: string;
  aadGroupId: string;
  name: string;
  channels: Channel[];
}

export interface Tenant {
  tenantId: string;
  domain: string;
  displayName: string;
  people: Person[];
  /** Teams knows them, the directory does not: people of other organisations. */
  visitors?: Person[];
  groups: Record<RoleName, Group>;
  /** Groups besides the four role groups (nested members, ordinary teams). */
  otherGroups: Group[];
  team: Team;
  bot: { appId: string; name: string };
}
