// Who belongs to which group, through nested groups too. Shared by the directory's routes and by the seed.
import type { Group, Person, Tenant } from './entities';

/** The role groups first, then the others. */
export function allGroups(tenant: Tenant): Group[] {
  return [...Object.values(tenant.groups), ...tenant.otherGroups];
}

/** Ids of every group that holds the object (person or group), directly or through others; cycles do no harm. */
export function groupIdsOf(tenant: Tenant, objectId: string): Set<string> {
  const held = new Set<string>();
  const queue = [objectId];
  for (let member = queue.pop(); member !== undefined; member = queue.pop()) {
    for (const group of allGroups(tenant)) {
      if (held.has(group.id) || !group.memberIds.includes(member)) continue;
      held.add(group.id);
      queue.push(group.id);
    }
  }
  return held;
}

export type Member = { kind: 'user'; person: Person } | { kind: 'group'; group: Group };

/** The group's own members, in the order of the group's list. */
export function directMembers(tenant: Tenant, group: Group): Member[] {
  return group.memberIds.flatMap((id): Member[] => {
    const person = tenant.people.find((one) => one.id === id);
    if (person) return [{ kind: 'user', person }];
    const nested = allGroups(tenant).find((one) => one.id === id);
    return nested ? [{ kind: 'group', group: nested }] : [];
  });
}

/** Everyone and every group inside the group, each once. */
export function nestedMembers(tenant: Tenant, group: Group): Member[] {
  const found = new Map<string, Member>();
  const queue = [group];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const member of directMembers(tenant, next)) {
      const id = member.kind === 'user' ? member.person.id : member.group.id;
      if (found.has(id) || id === group.id) continue;
      found.set(id, member);
      if (member.kind === 'group') queue.push(member.group);
    }
  }
  return [...found.values()];
}
