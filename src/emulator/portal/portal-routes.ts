// What the queue's page asks and does: read alerts, triage one, comment, raise one. It shows real names, as the
// security portal does to people who hold its roles.
import * as z from 'zod/v4';
import { alertChange } from '../graph/alert-change';
import { alertStatus, legalDeterminations, UNKNOWN_MEMBER } from '../graph/enumerations';
import { COMMENT_CHARACTERS } from '../graph/alert-routes';
import { GraphError } from '../graph/graph-error';
import { raiseAlert } from '../raise-alert';
import type { EmulatorRequest, Reply, Route } from '../room';
import type { World } from '../world';
import type { PortalChoices } from './portal-choices';
import { queueRow } from './queue-row';

const commentSchema = z.strictObject({ as: z.string(), comment: z.string().trim().min(1).max(COMMENT_CHARACTERS) });

const wishSchema = z.strictObject({
  subject: z.string(),
  policy: z.string(),
  what: z.string().trim().min(1).max(200),
  severity: z.enum(['informational', 'low', 'medium', 'high']),
});

const ok = (body: unknown): Reply => ({ status: 200, body, headers: { 'cache-control': 'no-store' } });
const refused = (status: number, message: string): Reply => ({ status, body: { message } });

export function portalRoutes(world: World): Route[] {
  const one = '/portal/api/alerts/:id';
  return [
    { method: 'GET', path: '/portal/api/choices', handle: () => ok(choicesOf(world)) },
    { method: 'GET', path: '/portal/api/alerts', handle: () => ok(world.alerts.all().map(queueRow)) },
    { method: 'GET', path: one, handle: ({ params }) => shown(world, params['id'] ?? '') },
    { method: 'POST', path: '/portal/api/alerts', handle: (request) => raise(world, request) },
    { method: 'PATCH', path: one, handle: (request) => triage(world, request) },
    { method: 'POST', path: `${one}/comments`, handle: (request) => comment(world, request) },
  ];
}

function choicesOf({ tenant, templates }: World): PortalChoices {
  return {
    tenant: tenant.displayName,
    statuses: alertStatus.filter((status) => status !== 'unknown' && status !== UNKNOWN_MEMBER),
    determinations: legalDeterminations,
    people: tenant.people
      .filter((person) => person.userType === 'Member')
      .map(({ id, displayName, userPrincipalName, roles }) => ({
        id,
        name: displayName,
        userPrincipalName,
        reviewer: roles.includes('investigator') || roles.includes('analyst'),
      })),
    policies: templates.policies.map(({ key, title }) => ({ key, title: title.replace(': {what}', '') })),
  };
}

function shown(world: World, id: string): Reply {
  const alert = world.alerts.get(id);
  return alert ? ok(alert) : refused(404, 'This alert is no longer in the queue.');
}

function triage(world: World, { params, body }: EmulatorRequest): Reply {
  const before = world.alerts.get(params['id'] ?? '');
  if (!before) return shown(world, params['id'] ?? '');
  try {
    world.alerts.change(before.id, alertChange(body, before, true));
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return refused(400, 'These values do not go together.');
  }
  return shown(world, before.id);
}

function comment(world: World, { params, body }: EmulatorRequest): Reply {
  const given = commentSchema.safeParse(body);
  if (!given.success) return refused(400, 'A comment needs some text.');
  const author = world.tenant.people.find((person) => person.userPrincipalName === given.data.as);
  if (!author) return refused(400, 'Nobody is signed in.');
  world.alerts.comment(params['id'] ?? '', given.data.comment, author.displayName);
  return shown(world, params['id'] ?? '');
}

function raise(world: World, { body }: EmulatorRequest): Reply {
  const given = wishSchema.safeParse(body);
  if (!given.success) return refused(400, 'Say whom it is about, which policy, what happened and how severe it is.');
  const subject = world.tenant.people.find((person) => person.id === given.data.subject);
  if (!subject) return refused(400, 'That person is not in the directory.');
  return ok(raiseAlert(world, { ...given.data, subject }));
}
