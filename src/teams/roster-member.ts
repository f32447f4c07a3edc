// One member of a conversation as the Connector lists them. Who cannot be told apart with certainty counts as a guest.
import { z } from 'zod/v4';
import type { RosterMember } from '../ports/channel-roster';

const text = z.string().min(1).nullish().catch(null);

const listedMember = z.looseObject({
  id: z.string().min(1),
  aadObjectId: text,
  // The older name of the same id.
  objectId: text,
  userPrincipalName: text,
  email: text,
  name: text,
  userRole: text,
  tenantId: text,
});

type ListedMember = z.infer<typeof listedMember>;

const MEMBER_ROLES = ['user', 'owner'];
/** In the name of an account that another organisation invited into the directory. */
const INVITED = /#ext#/i;

function isForeign({ tenantId }: ListedMember, homeTenantId: string): boolean {
  return tenantId !== null && tenantId !== undefined && tenantId.toLowerCase() !== homeTenantId.toLowerCase();
}

function isGuest(member: ListedMember): boolean {
  const role = member.userRole?.toLowerCase() ?? 'user';
  const isNobody = !member.aadObjectId && !member.objectId && !member.userPrincipalName;
  return isNobody || !MEMBER_ROLES.includes(role) || INVITED.test(member.userPrincipalName ?? '');
}

/** Null when the entry has no id at all. */
export function rosterMember(listed: unknown, homeTenantId: string): RosterMember | null {
  const read = listedMember.safeParse(listed);
  if (!read.success) return null;
  const member = read.data;
  const foreign = isForeign(member, homeTenantId);
  return {
    mri: member.id,
    objectId: (member.aadObjectId ?? member.objectId)?.toLowerCase() ?? null,
    userPrincipalName: member.userPrincipalName ?? member.email ?? null,
    displayName: member.name ?? null,
    sid: null,
    accountName: null,
    isGuest: foreign || isGuest(member),
    isForeign: foreign,
  };
}
