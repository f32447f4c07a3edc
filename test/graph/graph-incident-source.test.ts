import { isBotError } from '../../src/domain/errors';
import { toTextRun } from '../../src/domain/untrusted';
import {
  EXPAND_REST_MS,
  INCIDENTS_MAX,
  incidentListAddress,
  REDIRECTS_MAX,
} from '../../src/graph/graph-incident-source';
import { incidentFromGraph } from '../../src/graph/incident-from-graph';
import type { IncidentQuery } from '../../src/ports/incident-source';
import { startGraphStandIn, type GraphStandIn } from './graph-stand-in';

const LIST = '/security/incidents';
const WITHIN_MS = 20_000;
const PLAIN = { withinMs: WITHIN_MS, countAlerts: false };
const COUNTED = { withinMs: WITHIN_MS, countAlerts: true };
const EVERY: IncidentQuery = { status: [], severity: [], window: null };

let graph: GraphStandIn;
beforeAll(async () => {
  graph = await startGraphStandIn();
});
beforeEach(() => graph.reset());
afterAll(() => graph.close());

const wire = (id: string, more: object = {}) => ({
  id,
  displayName: 'Data leak by Mira Holt',
  status: 'active',
  severity: 'high',
  createdDateTime: `2026-08-0${id}T10:00:00Z`,
  lastUpdateDateTime: '2026-08-09T10:00:00Z',
  incidentWebUrl: 'https://security.microsoft.com/incidents/1',
  ...more,
});
const reply = (path: string, body: object, status = 200) => graph.reply(path, { status, body });
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => thrown,
  );

describe('the list', () => {
  test('is newest first, with what cannot be read left out or not given', async () => {
    reply(LIST, {
      value: [wire('1'), wire('3', { status: 'Redirected', severity: 'HIGH' }), { displayName: 'x' }, wire('2')],
    });
    const { incidents, complete } = await graph.open().incidentSource.list(EVERY, WITHIN_MS);
    expect(complete).toBe(true);
    expect(incidents.map(({ id, status, severity }) => [id, status, severity])).toEqual([
      ['3', null, 'high'],
      ['2', 'active', 'high'],
      ['1', 'active', 'high'],
    ]);
  });

  test('is asked for without alerts, and by as much as Graph gives at once', async () => {
    reply(LIST, { value: [] });
    await graph.open().incidentSource.list(EVERY, WITHIN_MS);
    const [request] = graph.sent(LIST);
    expect([...(request?.query ?? [])]).toEqual([['$top', String(INCIDENTS_MAX)]]);
  });

  test('is filtered by closed words and instants alone', () => {
    const filterOf = (query: Partial<IncidentQuery>) =>
      new URLSearchParams(incidentListAddress({ ...EVERY, ...query }).split('?')[1]).get('$filter');
    const window = { from: '2026-08-01T00:00:00Z', to: '2026-08-08T00:00:00Z' };
    expect(filterOf({ status: ['inProgress', 'active'], severity: ['high'], window })).toBe(
      "(status eq 'active' or status eq 'inProgress') and severity eq 'high' and " +
        'createdDateTime ge 2026-08-01T00:00:00.0000000Z and createdDateTime lt 2026-08-08T00:00:00.0000000Z',
    );
    expect(filterOf({ window: { from: "' or 1 eq 1", to: '' } })).toBeNull();
  });

  test('of another form is garbage', async () => {
    reply(LIST, { incidents: [] });
    expect(isBotError(await failure(graph.open().incidentSource.list(EVERY, WITHIN_MS)), 'garbage')).toBe(true);
  });
});

describe('one incident', () => {
  test('is read by its id', async () => {
    reply(`${LIST}/1`, wire('1', { classification: 'TruePositive', assignedTo: 'noor@fabrikam.example' }));
    const incident = await graph.open().incidentSource.read('1', PLAIN);
    expect(incident).toMatchObject({
      id: '1',
      classification: 'truePositive',
      createdDateTime: '2026-08-01T10:00:00.0000000Z',
    });
    expect(incident?.displayName && toTextRun(incident.displayName)).toBe('Data leak by Mira Holt');
    expect(JSON.stringify(incident)).not.toMatch(/mira|noor/i);
  });

  test('that was merged is its successor', async () => {
    reply(`${LIST}/1`, wire('1', { status: 'redirected', redirectIncidentId: '2' }));
    reply(`${LIST}/2`, wire('2'));
    expect((await graph.open().incidentSource.read('1', PLAIN))?.id).toBe('2');
  });

  test('that was merged in a circle is garbage', async () => {
    graph.always(`${LIST}/1`, { status: 200, body: wire('1', { redirectIncidentId: '1' }) });
    expect(isBotError(await failure(graph.open().incidentSource.read('1', PLAIN)), 'garbage')).toBe(true);
    expect(graph.sent(`${LIST}/1`)).toHaveLength(REDIRECTS_MAX + 1);
  });

  test.each(['../alerts_v2', "1' or '1", '', 'x'.repeat(129)])(
    'is null without a request for the id %j',
    async (id) => {
      expect(await graph.open().incidentSource.read(id, PLAIN)).toBeNull();
      expect(graph.sent()).toEqual([]);
    },
  );

  test('that Graph does not know is null, and another’s answer is garbage', async () => {
    reply(`${LIST}/1`, { error: { code: 'NotFound' } }, 404);
    expect(await graph.open().incidentSource.read('1', PLAIN)).toBeNull();
    reply(`${LIST}/1`, wire('2'));
    expect(isBotError(await failure(graph.open().incidentSource.read('1', PLAIN)), 'garbage')).toBe(true);
  });

  test.each([null, 7, [], {}, { id: '' }, { id: 'a b' }])('%j is none', (value) => {
    expect(incidentFromGraph(value)).toBeNull();
  });
});

describe('alerts of other products', () => {
  const IRM = 'microsoftInsiderRiskManagement';
  const alert = (serviceSource: string | null, more: object = {}) => ({ title: 'Mira Holt', serviceSource, ...more });
  const countOf = async (alerts: unknown, more: object = {}) => {
    reply(`${LIST}/1`, wire('1', { alerts, ...more }));
    return (await graph.open().incidentSource.read('1', COUNTED))?.alertsElsewhere;
  };

  test('are counted, by either source property, and nothing else of them is kept', async () => {
    const others = [alert('microsoftDefenderForEndpoint'), alert(null, { detectionSource: 'custom' }), 'no alert'];
    expect(await countOf([alert(IRM), alert('unknown', { detectionSource: IRM.toUpperCase() }), ...others])).toBe(3);
    expect(await countOf([])).toBe(0);
    expect([...(graph.sent(`${LIST}/1`)[0]?.query ?? [])]).toEqual([['$expand', 'alerts']]);
  });

  test('are not counted where the list is missing or goes on elsewhere', async () => {
    expect(await countOf(undefined)).toBeNull();
    expect(await countOf([alert('x')], { 'alerts@odata.nextLink': 'https://graph.example/more' })).toBeNull();
  });

  test('are asked for only where they are to be counted', async () => {
    reply(`${LIST}/1`, wire('1'));
    expect((await graph.open().incidentSource.read('1', PLAIN))?.alertsElsewhere).toBeNull();
    expect([...(graph.sent(`${LIST}/1`)[0]?.query ?? [])]).toEqual([]);
  });

  test.each([500, 504, 400, 413])(
    'where Graph refuses them with %d, the incident is read without them',
    async (status) => {
      const room = graph.open();
      const refused = { status, body: { error: { code: 'UnknownError', message: '' } } };
      graph.reply(`${LIST}/1`, refused, { status: 200, body: wire('1') });
      expect(await room.incidentSource.read('1', COUNTED)).toMatchObject({ id: '1', alertsElsewhere: null });
      reply(`${LIST}/1`, wire('1'));
      await room.incidentSource.read('1', COUNTED);
      expect(graph.sent(`${LIST}/1`).map(({ query }) => query.has('$expand'))).toEqual([true, false, false]);
      room.clock.skip(EXPAND_REST_MS);
      reply(`${LIST}/1`, wire('1', { alerts: [alert('x')] }));
      expect((await room.incidentSource.read('1', COUNTED))?.alertsElsewhere).toBe(1);
    },
  );

  test('of an incident that Graph does not know cost one request', async () => {
    expect(await graph.open().incidentSource.read('1', COUNTED)).toBeNull();
    expect(graph.sent()).toHaveLength(1);
  });
});
