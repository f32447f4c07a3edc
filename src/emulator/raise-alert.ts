// Raises one insider-risk alert now, as Purview would; whatever the caller leaves out comes from the template.
import { randomUUID } from 'node:crypto';
import type { Alert } from './alert';
import type { Person } from './entities';
import { newAlert } from './seed/new-alert';
import type { World } from './world';

export interface AlertWish {
  subject?: Person | null | undefined;
  product?: string | undefined;
  policy?: string | undefined;
  what?: string | undefined;
  severity?: string | undefined;
  /** Words of the seed, such as `user` or `file:C:\a.xlsx`. */
  evidence?: string[] | undefined;
}

/** Properties in `given` win over the template's. Throws an error when the wish names an unknown policy or kind. */
export function raiseAlert(world: World, wish: AlertWish, given: Partial<Alert> = {}): Alert {
  const [template] = world.templates.live.alerts;
  const subject = wish.subject === undefined ? firstSubject(world) : wish.subject;
  const alert = newAlert(world.tenant, world.templates, {
    guid: randomUUID(),
    at: world.ticks.next(),
    product: wish.product ?? 'irm',
    policy: wish.policy ?? template?.policy,
    what: wish.what ?? template?.what,
    severity: wish.severity ?? 'medium',
    subject,
    evidence: wish.evidence ?? template?.evidence ?? [],
  });
  const unset = world.switches.unknownForNull ? { classification: 'unknown', determination: 'unknown' } : {};
  const address = given.id === undefined ? {} : { alertWebUrl: alert.alertWebUrl?.replace(alert.id, given.id) ?? null };
  return world.alerts.add({ ...alert, ...unset, ...address, ...given });
}

function firstSubject(world: World): Person | null {
  const account = world.templates.live.subjects[0];
  return world.tenant.people.find((person) => person.accountName === account) ?? null;
}
