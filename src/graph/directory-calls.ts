// The single questions put to the directory: one user, a user's groups, a group's people. No caching, no roles.
import { z } from 'zod/v4';
import { isBotError } from '../domain/errors';
import type { PersonIdentity } from '../domain/person';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { POLL, type Patience } from './patience';
import { userFromGraph, USER_PROPERTIES, type DirectoryUser } from './person-from-graph';
import type { Lane } from './request-gate';
import { guidOf } from './wire-values';

/** Graph, "checkMemberGroups": at most 20 ids in one request. */
export const GROUPS_PER_CHECK = 20;
export const NAMESAKES_MAX = 10;

export interface Urgency {
  lane: Lane;
  patience: Patience;
}

export const UNHURRIED: Urgency = { lane: 'poll', patience: POLL };

const listShape = z.object({ value: z.array(z.unknown()) });

/** Runs a call for which "Graph does not know it" is an answer. */
async function nullWhenUnknown<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (isBotError(error, 'notFound')) return null;
    throw error;
  }
}

/** By object id or UPN; null when the directory knows nobody so. Throws BotError. */
export async function askUser(client: GraphClient, idOrUpn: string, urgency: Urgency): Promise<DirectoryUser | null> {
  const address = `/users/${encodeURIComponent(idOrUpn)}?$select=${USER_PROPERTIES}`;
  const answer = await nullWhenUnknown(client.call({ method: 'GET', address, row: 'graphRead', ...urgency }));
  if (answer === null) return null;
  const user = userFromGraph(answer.body);
  if (user === null) throw garbageAnswer();
  return user;
}

/** By on-premises SID, which must be of a SID's shape; null when nobody or more than one has it. Throws BotError. */
export async function askUserBySid(client: GraphClient, sid: string, urgency: Urgency): Promise<DirectoryUser | null> {
  const filter = encodeURIComponent(`onPremisesSecurityIdentifier eq '${sid.replaceAll("'", "''")}'`);
  const address = `/users?$filter=${filter}&$select=${USER_PROPERTIES}`;
  const answer = await client.call({ method: 'GET', address, row: 'graphRead', ...urgency });
  const list = listShape.safeParse(answer.body);
  if (!list.success) throw garbageAnswer();
  return list.data.value.length === 1 ? userFromGraph(list.data.value[0]) : null;
}

/** Everyone whose display name is exactly this, in any case; at most `NAMESAKES_MAX`. Throws BotError. */
export async function askUsersByName(client: GraphClient, name: string, urgency: Urgency): Promise<PersonIdentity[]> {
  const filter = encodeURIComponent(`displayName eq '${name.replaceAll("'", "''")}'`);
  const address = `/users?$filter=${filter}&$select=${USER_PROPERTIES}&$top=${NAMESAKES_MAX}`;
  const answer = await client.call({ method: 'GET', address, row: 'graphRead', ...urgency });
  const list = listShape.safeParse(answer.body);
  if (!list.success) throw garbageAnswer();
  const users = list.data.value.slice(0, NAMESAKES_MAX).map(userFromGraph);
  return users.flatMap((user) => (user === null ? [] : [user.person]));
}

/** Which of the groups (object ids) the user is in, nested membership included; null for an unknown user. */
export async function askGroups(
  client: GraphClient,
  objectId: string,
  groupIds: readonly string[],
  urgency: Urgency,
): Promise<ReadonlySet<string> | null> {
  const chunks = Array.from({ length: Math.ceil(groupIds.length / GROUPS_PER_CHECK) }, (_, index) =>
    groupIds.slice(index * GROUPS_PER_CHECK, (index + 1) * GROUPS_PER_CHECK),
  );
  const address = `/users/${encodeURIComponent(objectId)}/checkMemberGroups`;
  const check = (ids: string[]) =>
    client.call({ method: 'POST', address, row: 'graphRead', ...urgency, body: { groupIds: ids } });
  const answers = await nullWhenUnknown(Promise.all(chunks.map(check)));
  if (answers === null) return null;
  return new Set(answers.flatMap((answer) => guidsOf(answer.body)));
}

function guidsOf(body: unknown): string[] {
  const list = listShape.safeParse(body);
  if (!list.success) throw garbageAnswer();
  return list.data.value.map(guidOf).filter((id) => id !== null);
}
