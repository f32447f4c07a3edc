// Builds the tenant's people, groups and team from a seed. Roles are worked out from the groups, nested ones included,
// so that the seed cannot say one thing and the directory another.
import { createHash } from 'node:crypto';
import { ROLE_NAMES } from '../role-names';
import type { Group, Person, RoleName, Tenant } from '../entities';
import { groupIdsOf } from '../membership';
import type { Seed, SeedPerson, SeedVisitor } from './seed-schema';

/** Throws an error when a name in the seed denotes nobody or a role has no group. */
export function tenantFromSeed(seed: Seed): Tenant {
  const idOf = nameBook(seed);
  const people = seed.people.map((person) => personFromSeed(person, seed, idOf));
  const named = seed.groups.map(({ id, name, members, role }) => ({
    role,
    group: { id, displayName: name, memberIds: members.map(idOf) } satisfies Group,
  }));
  const roleGroup = (role: RoleName) => {
    const found = named.find((entry) => entry.role === role);
    if (!found) throw new Error(`seed: no group has the role ${role}`);
    return found.group;
  };
  const tenant: Tenant = {
    tenantId: seed.tenant.tenantId,
    domain: seed.tenant.domain,
    displayName: seed.tenant.displayName,
    people,
    visitors: seed.visitors.map((visitor) => visitorFromSeed(visitor, seed)),
    groups: {
      analyst: roleGroup('analyst'),
      investigator: roleGroup('investigator'),
      admin: roleGroup('admin'),
      auditor: roleGroup('auditor'),
    },
    otherGroups: named.filter((entry) => entry.role === undefined).map((entry) => entry.group),
    team: {
      ...seed.team,
      channels: seed.team.channels.map(({ id, name, members, type }) => ({
        id,
        name,
        memberIds: members.map(idOf),
        ...(type !== undefined && { type }),
      })),
    },
    bot: seed.bot,
  };
  for (const person of people) person.roles = rolesOf(tenant, person);
  return tenant;
}

function rolesOf(tenant: Tenant, person: Person): RoleName[] {
  const held = groupIdsOf(tenant, person.id);
  return ROLE_NAMES.filter((role) => held.has(tenant.groups[role].id));
}

/** Turns accounts and group names into object ids. */
function nameBook(seed: Seed): (name: string) => string {
  const ids = new Map<string, string>();
  for (const person of [...seed.people, ...seed.visitors]) ids.set(person.account, person.id);
  for (const group of seed.groups) ids.set(group.name, group.id);
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`seed: nobody and no group is called "${name}"`);
    return id;
  };
}

function personFromSeed(person: SeedPerson, seed: Seed, idOf: (name: string) => string): Person {
  return {
    id: person.id,
    userPrincipalName: person.upn ?? `${person.account}@${seed.tenant.domain}`,
    displayName: person.name ?? `${person.given} ${person.surname}`,
    givenName: person.given,
    surname: person.surname,
    accountName: person.account,
    sid: person.rid === undefined ? '' : `${seed.tenant.sidBase}-${person.rid}`,
    department: person.department,
    jobTitle: person.title,
    userType: person.guest ? 'Guest' : 'Member',
    managerId: person.manager === undefined ? null : idOf(person.manager),
    mri: teamsId(seed.bot.appId, person.id),
    roles: [],
  };
}

function visitorFromSeed(visitor: SeedVisitor, seed: Seed): Person {
  const { id, given, surname, upn, tenantId, title, account } = visitor;
  return {
    ...{ id, userPrincipalName: upn, displayName: `${given} ${surname}`, givenName: given, surname },
    ...{ accountName: account, sid: '', department: '', jobTitle: title, userType: 'Member', managerId: null },
    ...{ mri: teamsId(seed.bot.appId, id), roles: [], tenantId },
  };
}

/** Teams knows one person under another id with every bot; its form is `29:1` and 64 characters. */
function teamsId(appId: string, personId: string): string {
  const digest = createHash('sha384').update(`${appId}:${personId}`).digest('base64url');
  return `29:1${digest}`;
}
