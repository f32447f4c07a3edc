// `POST /security/runHuntingQuery`: executes KQL over the hunting tables as they are at this moment.
import type { EmulatorRequest, Route } from '../room';
import type { World } from '../world';
import { createCpuQuota, type CpuQuota } from './cpu-quota';
import { graphRoute, serviceRoot } from './graph-route';
import type { LoadEngine, RunKql } from './hunting-engine';
import { LONGEST_QUERY_MS, MOST_BYTES, MOST_ROWS, outOfQuota, refusalOnTheWire, tooLarge } from './hunting-refusals';
import { huntingRequest } from './hunting-request';
import { huntingSpan } from './hunting-span';
import { huntingWire } from './hunting-wire';
import { checkOptions } from './odata/query-options';
import { switchedRefusal } from './switched-refusals';
import { createThrottle } from './throttle';

/** The engine is loaded at the first question and kept. */
export function huntingRoutes(world: World, load: LoadEngine): Route[] {
  const throttle = createThrottle(world.clock, () => world.switches.huntingRequestsPerMinute);
  const quota = createCpuQuota(world.clock, () => world.switches.huntingCpuMs);
  let engine: Promise<RunKql> | undefined;
  const hunt = async (request: EmulatorRequest) => answer(world, request, quota, await (engine ??= load()));
  return [graphRoute('POST', '/security/runHuntingQuery', hunt, throttle)];
}

function answer(world: World, request: EmulatorRequest, quota: CpuQuota, run: RunKql) {
  checkOptions(request, []);
  const { query, timespan } = huntingRequest(request.body);
  const now = world.clock().getTime();
  const span = huntingSpan(timespan, now);
  const { huntingRefusal } = world.switches;
  if (huntingRefusal !== null) throw switchedRefusal(huntingRefusal);
  if (quota.left() === 0) throw outOfQuota(quota.secondsToNext());
  const { huntingSchema: variant, dataSharing } = world.switches;
  const tables = world.hunting.tables({ now, span, variant, dataSharing });
  const result = runWithin(quota, (maxMs) => run(query, { tables, now, maxMs }));
  if (result.rows.length > MOST_ROWS) throw tooLarge();
  const wire = huntingWire(result, world.switches);
  if (Buffer.byteLength(JSON.stringify(wire)) > MOST_BYTES) throw tooLarge();
  const context = `${serviceRoot(request)}/$metadata#microsoft.graph.security.huntingQueryResults`;
  return { '@odata.context': context, ...wire };
}

/** Runs under the shorter of both limits and books what was used. */
function runWithin<T>(quota: CpuQuota, run: (maxMs: number) => T): T {
  const left = quota.left();
  const maxMs = Math.min(LONGEST_QUERY_MS, left);
  const started = performance.now();
  try {
    return run(maxMs);
  } catch (error) {
    throw refusalOnTheWire(error, left > LONGEST_QUERY_MS, quota.secondsToNext());
  } finally {
    quota.spend(Math.ceil(performance.now() - started));
  }
}
