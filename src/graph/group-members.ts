// The people in a group, nested groups included.
import { z } from 'zod/v4';
import { isBotError } from '../domain/errors';
import { UNHURRIED } from './directory-calls';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { userFromGraph } from './person-from-graph';
import { asObject } from './wire-values';

/** Pages of 999 people; a role with more holders than these hold is no role. */
export const MAX_MEMBER_PAGES = 20;

const QUERY = '$select=id,userType,userPrincipalName&$top=999';
const pageShape = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().min(1).nullish() });

/** Members may be groups and devices too; guests hold no role. */
function peopleOf(members: readonly unknown[]): string[] {
  return members.flatMap((member) => {
    const type = asObject(member)?.['@odata.type'];
    if (typeof type === 'string' && !type.endsWith('.user')) return [];
    const user = userFromGraph(member);
    return user === null || user.isGuest ? [] : [user.person.objectId];
  });
}

async function walkMembers(client: GraphClient, first: string): Promise<Set<string>> {
  const people = new Set<string>();
  let next: string | null = first;
  for (let pages = 0; next !== null && pages < MAX_MEMBER_PAGES; pages += 1) {
    const answer = await client.call({ method: 'GET', address: next, row: 'graphRead', ...UNHURRIED });
    const page = pageShape.safeParse(answer.body);
    if (!page.success) throw garbageAnswer();
    for (const objectId of peopleOf(page.data.value)) people.add(objectId);
    next = page.data['@odata.nextLink'] ?? null;
  }
  return people;
}

/**
 * Object ids, lower case; null when the directory has no such group. Throws BotError. The list is not cast to users:
 * a cast is an "advanced query" in Graph, eventually consistent and with conditions of its own.
 */
export async function membersOf(client: GraphClient, groupId: string): Promise<ReadonlySet<string> | null> {
  try {
    return await walkMembers(client, `/groups/${encodeURIComponent(groupId)}/transitiveMembers?${QUERY}`);
  } catch (error) {
    if (isBotError(error, 'notFound')) return null;
    throw error;
  }
}
