// The switchboard for tests and demos under `/_emulator`: faults, the recorder, switches, the live feed, alerts.
import * as z from 'zod/v4';
import { faultRuleSchema } from '../faults';
import { DEFAULT_LIVE_MS, LEAST_LIVE_MS } from '../config';
import type { LiveFeed } from '../live';
import type { Room, Route } from '../room';
import { switchesSchema } from '../switches';
import { tenantLine } from '../tenant-line';
import type { World } from '../world';
import { alertSteering } from './alert-steering';
import { controlRoute, noBody } from './control-route';

const liveSchema = z.strictObject({
  on: z.boolean(),
  everyMs: z.number().int().min(LEAST_LIVE_MS).default(DEFAULT_LIVE_MS),
  firstAfterMs: z.number().int().min(0).optional(),
  chanceSeed: z.number().int().optional(),
});

export function createControlRoom(world: World, live: LiveFeed): Room {
  return {
    name: 'control',
    routes: [
      ...faultRoutes(world),
      ...recordRoutes(world),
      ...liveRoutes(live),
      ...alertSteering(world),
      controlRoute('GET', '/tenant', noBody, () => tenantLine(world.tenant)),
      controlRoute('GET', '/switches', noBody, () => world.switches),
      controlRoute('PATCH', '/switches', switchesSchema.partial(), (_, request) =>
        Object.assign(world.switches, switchesSchema.parse({ ...world.switches, ...givenOf(request.body) })),
      ),
    ],
  };
}

function faultRoutes({ faults }: World): Route[] {
  return [
    controlRoute('GET', '/faults', noBody, () => ({ value: faults.list() })),
    controlRoute('POST', '/faults', faultRuleSchema, (rule) => faults.add(rule)),
    controlRoute('DELETE', '/faults', noBody, () => faults.clear()),
  ];
}

function recordRoutes({ recorder }: World): Route[] {
  return [
    controlRoute('GET', '/requests', noBody, (_, { query }) => ({
      value: recorder.list({
        method: query.get('method') ?? undefined,
        path: query.get('path') ?? undefined,
        since: query.get('since') ?? undefined,
      }),
    })),
    controlRoute('DELETE', '/requests', noBody, () => recorder.clear()),
  ];
}

function liveRoutes(live: LiveFeed): Route[] {
  const state = () => ({ on: live.everyMs() !== null, everyMs: live.everyMs() });
  return [
    controlRoute('GET', '/live', noBody, state),
    controlRoute('POST', '/live', liveSchema, ({ on, ...options }) => {
      if (on) live.start(options);
      else live.stop();
      return state();
    }),
  ];
}

function givenOf(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}
