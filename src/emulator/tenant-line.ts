// The one line on standard output by which other programs learn who is who in the sample tenant.
import type { RoleName, Tenant } from './entities';

export interface TenantLine {
  tenantId: string;
  /** Object ids of the role groups. */
  groups: Record<RoleName, string>;
  people: { id: string; userPrincipalName: string; displayName: string; roles: RoleName[] }[];
}

export function tenantLine({ tenantId, groups, people }: Tenant): TenantLine {
  return {
    tenantId,
    groups: {
      analyst: groups.analyst.id,
      investigator: groups.investigator.id,
      admin: groups.admin.id,
      auditor: groups.auditor.id,
    },
    people: people.map(({ id, userPrincipalName, displayName, roles }) => ({
      id,
      userPrincipalName,
      displayName,
      roles,
    })),
  };
}
