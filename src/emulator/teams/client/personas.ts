// The people the page offers to be: one for each part in the story of an alert. Everyone else of the directory can be
// chosen too.
import { z } from 'zod/v4';
import type { Person, Tenant } from '../../entities';

export type PersonaPart = 'analyst' | 'investigator' | 'admin' | 'none' | 'subject';

export interface Persona {
  part: PersonaPart;
  label: string;
  person: Person;
}

const subjectEvidence = z.looseObject({
  roles: z.array(z.string()),
  userAccount: z.looseObject({ azureAdUserId: z.string() }),
});

/** Object ids of the people whom the alerts' evidence calls policy violators, in the order of the alerts. */
export function subjectIds(alerts: readonly { evidence?: unknown }[]): string[] {
  const evidence = alerts.flatMap((alert) => (Array.isArray(alert.evidence) ? alert.evidence : []));
  const ids = evidence.flatMap((one) => {
    const parsed = subjectEvidence.safeParse(one);
    return parsed.success && parsed.data.roles.includes('policyViolator')
      ? [parsed.data.userAccount.azureAdUserId]
      : [];
  });
  return [...new Set(ids)];
}

function prefer(people: Person[], wanted: (person: Person) => boolean): Person | undefined {
  return people.find(wanted) ?? people[0];
}

/** One real person for each part, as far as the tenant has one; people in more channels are preferred. */
export function choosePersonas(tenant: Tenant, subjects: readonly string[]): Persona[] {
  const channels = tenant.team.channels.filter((channel) => channel.id !== tenant.team.id);
  const inChannel = (person: Person) => channels.some((channel) => channel.memberIds.includes(person.id));
  const members = tenant.people.filter((person) => person.userType === 'Member');
  const innocent = members.filter((person) => !subjects.includes(person.id));
  const roleless = innocent.filter((person) => person.roles.length === 0);
  const suspected = tenant.people.filter((person) => subjects.includes(person.id) && person.roles.length === 0);
  const withRole = (role: Person['roles'][number]) =>
    prefer(
      innocent.filter((one) => one.roles.includes(role)),
      inChannel,
    );
  const parts: [PersonaPart, string, Person | undefined][] = [
    ['analyst', 'Analyst', withRole('analyst')],
    ['investigator', 'Investigator', withRole('investigator')],
    ['admin', 'Administrator', withRole('admin')],
    ['none', 'No role', prefer(roleless, inChannel)],
    ['subject', "The alert's subject", prefer(suspected, inChannel)],
  ];
  return parts.flatMap(([part, label, person]) => (person ? [{ part, label, person }] : []));
}
