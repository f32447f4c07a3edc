// Incidents of a tenant that has more than one page of them: links are followed on Graph's own host, not without end.
import { raiseAlert } from '../../src/emulator/raise-alert';
import { isBotError } from '../../src/domain/errors';
import { EXPAND_REST_MS, INCIDENT_PAGES_MAX, INCIDENTS_MAX } from '../../src/graph/graph-incident-source';
import type { IncidentQuery } from '../../src/ports/incident-source';
import { startGraphBench, type GraphBench } from './graph-under-test';

const LIST = '/security/incidents';
const EVERY: IncidentQuery = { status: [], severity: [], window: null };
const WITHIN_MS = 20_000;

let bench: GraphBench;
beforeAll(async () => {
  bench = await startGraphBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

let made = 0;
/** Raises alerts, each of an incident of its own. */
function fill(count: number): void {
  for (let more = 0; more < count; more += 1) bench.raise({ incidentId: String(700_000 + (made += 1)) });
}

const pages = () => bench.requests(LIST).length;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => (isBotError(error) ? error.code : 'unexpected'),
  );

test('every page is read, and no incident twice', async () => {
  fill(INCIDENTS_MAX + 20);
  const { incidents, complete } = await bench.open().incidentSource.list(EVERY, WITHIN_MS);
  expect(complete).toBe(true);
  expect(incidents.length).toBeGreaterThan(INCIDENTS_MAX + 20);
  expect(new Set(incidents.map(({ id }) => id)).size).toBe(incidents.length);
  expect(pages()).toBe(Math.ceil(incidents.length / INCIDENTS_MAX));
});

test.each(['loop', 'otherHost'] as const)(
  'a link that is wrong (%s) fails the list and is not followed',
  async (nextLink) => {
    bench.fault({ path: LIST, times: 0, fault: { nextLink } });
    expect(await codeOf(bench.open().incidentSource.list(EVERY, WITHIN_MS))).toBe('garbage');
    // A page's own address is first followed as a link, and then known.
    expect(pages()).toBe(nextLink === 'loop' ? 2 : 1);
  },
);

test('a page that fails is asked for again, and fails the list when it keeps failing', async () => {
  bench.fault({ path: LIST, fault: { status: 503 } });
  expect((await bench.open().incidentSource.list(EVERY, WITHIN_MS)).complete).toBe(true);
  bench.fault({ path: LIST, times: 0, fault: { status: 503 } });
  expect(await codeOf(bench.open().incidentSource.list(EVERY, WITHIN_MS))).toBe('unavailable');
});

test('the time for all pages ends with the pages already read', async () => {
  const room = bench.open();
  bench.fault({ path: LIST, after: 1, times: 0, fault: { delayMs: 20_000 } });
  expect(await codeOf(room.incidentSource.list(EVERY, 1_500))).toBe('timedOut');
  expect(pages()).toBe(2);
});

test('no more than a few pages are read, and the answer says that there are more', async () => {
  expect(INCIDENT_PAGES_MAX).toBe(4);
  fill(INCIDENTS_MAX * INCIDENT_PAGES_MAX);
  const { incidents, complete } = await bench.open().incidentSource.list(EVERY, WITHIN_MS);
  expect([incidents.length, complete]).toEqual([INCIDENTS_MAX * INCIDENT_PAGES_MAX, false]);
  expect(pages()).toBe(INCIDENT_PAGES_MAX);
});

test('alerts of other products are counted in the incident that holds them', async () => {
  const incidentId = '800001';
  bench.raise({ incidentId });
  raiseAlert(bench.emulator.world, { product: 'dlp' }, { incidentId });
  const ask = { withinMs: WITHIN_MS, countAlerts: true };
  const room = bench.open();
  expect(await room.incidentSource.read(incidentId, ask)).toMatchObject({ id: incidentId, alertsElsewhere: 1 });
  bench.emulator.world.switches.incidentExpandFails = true;
  expect(await room.incidentSource.read(incidentId, ask)).toMatchObject({ id: incidentId, alertsElsewhere: null });
  bench.emulator.world.switches.incidentExpandFails = false;
  room.clock.skip(EXPAND_REST_MS);
  expect(await room.incidentSource.read(incidentId, ask)).toMatchObject({ alertsElsewhere: 1 });
});
