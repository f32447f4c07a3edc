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

const MEMBER_ROLES = ['user', 'owner'];

function isGuest(member: z.infer<typeof listedMember>, homeTenantId: string): boolean {
  const role = member.userRole?.toLowerCase() ?? 'user';
  const tenant = member.tenantId?.toLowerCase() ?? homeTenantId.toLowerCase();
  const isNobody = !member.aadObjectId && !member.objectId && !member.userPrincipalName;
  return isNobody || !MEMBER_ROLES.includes(role) || tenant !== homeTenantId.toLowerCase();
}

/** Null when the entry has no id at all. */
export function rosterMember(listed: unknown, homeTenantId: string): RosterMember | null {
  const read = listedMember.safeParse(listed);
  if (!read.success) return null;
  const member = read.data;
  return {
    mri: member.id,
    objectId: (member.aadObjectId ?? member.objectId)?.toLowerCase() ?? null,
    userPrincipalName: member.userPrincipalName ?? member.email ?? null,
    displayName: member.name ?? null,
    sid: null,
    accountName: null,
    isGuest: isGuest(member, homeTenantId),
  };
}
