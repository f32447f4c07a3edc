// Alerts set, changed and removed directly, as Purview and other people would: anything goes, gaps included.
import * as z from 'zod/v4';
import type { Alert } from '../alert';
import type { Person } from '../entities';
import { raiseAlert } from '../raise-alert';
import type { Route } from '../room';
import type { World } from '../world';
import { controlRoute, noBody } from './control-route';

/** What the template is asked for; every other key of the body is a property of the alert. */
const newAlertSchema = z.looseObject({
  /** Account, UPN or object id; null = an alert about nobody known. */
  subject: z.string().nullable().optional(),
  product: z.string().optional(),
  policy: z.string().optional(),
  what: z.string().optional(),
  /** Words of the seed, used when `evidence` is not given itself. */
  evidenceWords: z.array(z.string()).optional(),
  /** Properties to leave out altogether. */
  without: z.array(z.string()).default([]),
});

const changeSchema = z.looseObject({ without: z.array(z.string()).default([]) });

export function alertSteering(world: World): Route[] {
  return [
    controlRoute('GET', '/alerts', noBody, () => ({ value: world.alerts.all() })),
    controlRoute(
      'POST',
      '/alerts',
      newAlertSchema,
      ({ subject, product, policy, what, evidenceWords, without, ...given }) => {
        const wish = { product, policy, what, evidence: evidenceWords, subject: findSubject(world, subject) };
        const raised = raiseAlert(world, wish, given as Partial<Alert>);
        return without.length === 0 ? raised : world.alerts.strip(raised.id, without);
      },
    ),
    controlRoute('PATCH', '/alerts/:id', changeSchema, ({ without, ...change }, request) => {
      const id = request.params['id'] ?? '';
      const changed = world.alerts.change(id, change as Partial<Alert>) ?? null;
      return changed && without.length > 0 ? world.alerts.strip(id, without) : changed;
    }),
    controlRoute('DELETE', '/alerts/:id', noBody, (_, request) =>
      world.alerts.remove(request.params['id'] ?? '') ? undefined : null,
    ),
  ];
}

function findSubject(world: World, named: string | null | undefined): Person | null | undefined {
  if (named === undefined || named === null) return named;
  const wanted = named.toLowerCase();
  const found = world.tenant.people.find(
    ({ id, accountName, userPrincipalName }) =>
      id === wanted || accountName === wanted || userPrincipalName.toLowerCase() === wanted,
  );
  if (!found) throw new Error(`nobody is called "${named}"`);
  return found;
}
