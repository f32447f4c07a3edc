// Compares what the emulator sends of hunting and incidents with Microsoft's published samples, where a copy of them
// lies beside the checkout. Expected names and values are taken from the samples themselves.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { huntingRoutes } from '../../src/emulator/graph/hunting-routes';
import { huntingWire } from '../../src/emulator/graph/hunting-wire';
import { incidentsOf } from '../../src/emulator/incidents';
import { KqlRefusal, type KqlRefusalKind, type KqlType, type KqlValue } from '../../src/emulator/kql/kql-table';
import { createSwitches } from '../../src/emulator/switches';
import { createWorld } from '../../src/emulator/world';
import { startEmulator } from '../emulator/emulator-under-test';

const samples = path.resolve(process.cwd(), '..', 'shared', 'reference', 'samples');
const beside = existsSync(samples);

type Json = Record<string, unknown>;

const sample = (name: string) => JSON.parse(readFileSync(path.join(samples, `${name}.json`), 'utf8')) as Json;

const TYPES: Record<string, KqlType> = { String: 'string', Int64: 'long', DateTime: 'datetime' };

/** A published answer as the engine would have given it. Times lose what is finer than a millisecond. */
function rebuilt(answer: Json, keys: { name: string; type: string }) {
  const columns = (answer['schema'] as Json[]).map((column) => {
    const type = TYPES[String(column[keys.type])];
    if (type === undefined) throw new Error(`a sample has the type ${String(column[keys.type])}`);
    return { name: String(column[keys.name]), type };
  });
  const value = (cell: unknown, type: KqlType) => (type === 'datetime' ? Date.parse(String(cell)) : cell) as KqlValue;
  const rows = (answer['results'] as Json[]).map((row) => columns.map(({ name, type }) => value(row[name], type)));
  return { columns, rows };
}

function toMilliseconds(answer: Json): unknown {
  return JSON.parse(JSON.stringify(answer).replace(/(T[\d:]+\.\d{3})\d{4}Z/g, '$10000Z'));
}

async function refusalOf(kind: KqlRefusalKind, message: string): Promise<Json> {
  const [route] = huntingRoutes(createWorld({ events: 1_000 }), () =>
    Promise.resolve(() => {
      throw new KqlRefusal(kind, message);
    }),
  );
  const reply = await route?.handle({
    method: 'POST',
    path: '/v1.0/security/runHuntingQuery',
    params: {},
    query: new URLSearchParams(),
    headers: { authorization: 'Bearer emulator' },
    body: sample('hunting-query.request'),
  });
  return { status: reply?.status, body: reply?.body };
}

function compare(): void {
  test.each(['hunting-query.response', 'constructed/hunting-mail-google.constructed'])('%s is sent alike', (name) => {
    const published = toMilliseconds(sample(name)) as Json;
    const sent = huntingWire(rebuilt(published, { name: 'name', type: 'type' }), createSwitches());
    expect({ '@odata.context': published['@odata.context'], ...sent }).toEqual(published);
  });

  test('the older form of the schema is sent alike when it is switched on', () => {
    const published = toMilliseconds(sample('hunting-query-pascal-schema.response')) as Json;
    const result = rebuilt(published, { name: 'Name', type: 'Type' });
    expect(huntingWire(result, createSwitches({ huntingPascalSchema: true }))).toEqual(published);
  });

  test.each([
    ['unknownTable', '400-hunting-unresolved-table'],
    ['unknownColumn', '400-hunting-unresolved-column'],
  ] as const)('a query with an %s is refused as %s', async (kind, name) => {
    const published = sample(`errors/${name}`);
    const { error } = published['body'] as { error: Json };
    const told = String(error['message']).replace(/ Fix semantic errors.*/, '');
    const sent = await refusalOf(kind, told);
    const { error: ours } = sent['body'] as { error: Json };
    expect(sent['status']).toBe(published['status']);
    expect(ours).toMatchObject({ code: error['code'], message: error['message'] });
    expect(Object.keys(ours['innerError'] as Json)).toEqual(Object.keys(error['innerError'] as Json));
  });

  test.each(['500-hunting-unknown', '504-hunting-gateway-timeout'])(
    'a switched-on fault answers as %s',
    async (name) => {
      const published = sample(`errors/${name}`);
      const { error } = published['body'] as { error: Json };
      const under = await startEmulator();
      try {
        const status = Number(published['status']);
        under.emulator.faults.add({
          method: 'POST',
          path: '/v1.0/security/runHuntingQuery',
          fault: { status, delayMs: 1 },
        });
        const answer = await under.graph('POST', '/security/runHuntingQuery', { Query: 'AlertInfo' });
        expect(answer.status).toBe(status);
        expect(answer.body['error']).toMatchObject({ code: error['code'], message: error['message'] });
      } finally {
        await under.emulator.close();
      }
    },
  );

  test('incidents have the properties that are published', () => {
    const { tenant, alerts, incidentRows: rows, startedAt } = createWorld();
    const [first] = incidentsOf({ tenant, alerts: alerts.all(), rows, startedAt });
    const own = Object.keys(first?.incident ?? {});
    const [listed] = sample('incidents-list.response')['value'] as Json[];
    for (const name of Object.keys(listed ?? {})) expect(own).toContain(name);
    const constructed = Object.keys(sample('constructed/incident-irm-without-alerts.constructed'));
    expect([...own, 'alerts'].filter((name) => !name.startsWith('@')).sort()).toEqual(
      constructed.filter((name) => !name.startsWith('@')).sort(),
    );
  });
}

if (beside) {
  describe('hunting and incidents as published', compare);
} else {
  test('published samples are not beside this checkout: nothing to compare with', () => {
    process.stderr.write('hunting: no samples beside this checkout, comparison left out\n');
    expect(beside).toBe(false);
  });
}
