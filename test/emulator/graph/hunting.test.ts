// runHuntingQuery around the engine: what it is given, what is refused, and what goes over the wire.
import { createThrottle } from '../../../src/emulator/graph/throttle';
import type { RunKql } from '../../../src/emulator/graph/hunting-engine';
import { LONGEST_QUERY_MS, MOST_BYTES, MOST_ROWS } from '../../../src/emulator/graph/hunting-refusals';
import { huntingRoutes } from '../../../src/emulator/graph/hunting-routes';
import { KqlRefusal, type KqlOptions, type KqlResult } from '../../../src/emulator/kql/kql-table';
import type { EmulatorRequest, Reply } from '../../../src/emulator/room';
import { HUNTING_REQUESTS_PER_MINUTE, type Switches } from '../../../src/emulator/switches';
import { createWorld } from '../../../src/emulator/world';

const NOW = new Date('2026-08-20T12:00:00Z');
const NOTHING: KqlResult = { columns: [{ name: 'Files', type: 'long' }], rows: [] };

/** A fake engine that keeps what it was given. */
class Engine {
  asked: { query: string; options: KqlOptions } | undefined;
  loads = 0;

  constructor(private readonly run: (query: string) => KqlResult = () => NOTHING) {}

  readonly load = (): Promise<RunKql> => {
    this.loads += 1;
    return Promise.resolve((query, options) => {
      this.asked = { query, options };
      return this.run(query);
    });
  };

  get tables(): string[] {
    return (this.asked?.options.tables ?? []).map(({ name }) => name);
  }
}

function hunter(engine: Engine, switches: Partial<Switches> = {}) {
  let at = NOW.getTime();
  const world = createWorld({ clock: () => new Date(at), events: 1_000, switches });
  const [route] = huntingRoutes(world, engine.load);
  if (!route) throw new Error('there is no route');
  const ask = async (body: unknown): Promise<Reply> => {
    const request: EmulatorRequest = {
      method: 'POST',
      path: '/v1.0/security/runHuntingQuery',
      params: {},
      query: new URLSearchParams(),
      headers: { authorization: 'Bearer emulator', host: '127.0.0.1:4010' },
      body,
    };
    return route.handle(request);
  };
  return { ask, world, later: (ms: number) => (at += ms) };
}

const errorOf = (reply: Reply) => (reply.body as { error: { code: string; message: string } }).error;
const refusing = (kind: ConstructorParameters<typeof KqlRefusal>[0], message: string) =>
  new Engine(() => {
    throw new KqlRefusal(kind, message);
  });

describe('a hunting query', () => {
  it('is run as written, over the tables of the moment', async () => {
    const engine = new Engine();
    const reply = await hunter(engine).ask({ Query: 'DataSecurityEvents | count' });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        '@odata.context': 'http://127.0.0.1:4010/v1.0/$metadata#microsoft.graph.security.huntingQueryResults',
        schema: [{ name: 'Files', type: 'Int64' }],
        results: [],
      },
    });
    expect(engine.asked).toMatchObject({ query: 'DataSecurityEvents | count', options: { now: NOW.getTime() } });
    expect(engine.tables).toEqual(['DataSecurityEvents', 'DataSecurityBehaviors', 'AlertInfo', 'AlertEvidence']);
  });

  it('may name its parameters in either case', async () => {
    const engine = new Engine();
    const { ask } = hunter(engine);
    expect((await ask({ query: 'AlertInfo', timespan: 'P1D' })).status).toBe(200);
    const times = engine.asked?.options.tables[0]?.rows.map((row) => Number(row[0])) ?? [];
    expect(Math.min(...times)).toBeGreaterThanOrEqual(NOW.getTime() - 86_400_000);
    expect(engine.loads).toBe(1);
    await ask({ query: 'AlertInfo' });
    expect(engine.loads).toBe(1);
  });

  it.each([
    ['no body', undefined],
    ['text', 'AlertInfo'],
    ['no query', {}],
    ['a blank query', { Query: ' ' }],
    ['a query that is no text', { Query: 5 }],
    ['a timespan that is no text', { Query: 'AlertInfo', Timespan: 30 }],
    ['a timespan that is none', { Query: 'AlertInfo', Timespan: 'yesterday' }],
    ['another parameter', { Query: 'AlertInfo', Take: 5 }],
    ['a parameter given twice', { Query: 'AlertInfo', query: 'AlertInfo' }],
  ])('is refused with %s', async (_, body) => {
    const reply = await hunter(new Engine()).ask(body);
    expect([reply.status, errorOf(reply).code]).toEqual([400, 'BadRequest']);
  });

  it('finds two tables fewer when Purview shares nothing, and other columns by the schema', async () => {
    const engine = new Engine();
    const { ask, world } = hunter(engine, { dataSharing: false });
    await ask({ Query: 'AlertInfo' });
    expect(engine.tables).toEqual(['AlertInfo', 'AlertEvidence']);
    Object.assign(world.switches, { dataSharing: true, huntingSchema: 'p26' });
    await ask({ Query: 'AlertInfo' });
    expect(engine.asked?.options.tables[0]?.columns.map(({ name }) => name)).not.toContain('Workload');
  });
});

describe('what the engine refuses', () => {
  it.each([
    ['unknownTable', "'where' operator: Failed to resolve table or column expression named 'DeviceInfo'", 'semantic'],
    ['unknownColumn', "'summarize' operator: Failed to resolve scalar expression named 'X'", 'semantic'],
    ['semantic', 'join: keys differ in type.', 'semantic'],
    ['syntax', 'A recognition error occurred.', 'syntax'],
  ] as const)('%s is a 400 in the service’s words', async (kind, message, sort) => {
    const reply = await hunter(refusing(kind, message)).ask({ Query: 'x' });
    expect([reply.status, errorOf(reply).code]).toEqual([400, 'BadRequest']);
    expect(errorOf(reply).message).toBe(`${message.replace(/\.$/, '')}. Fix ${sort} errors in your query.`);
  });

  it('keeps advice that is there already', async () => {
    const message = 'Failed to resolve it. Fix semantic errors in your query.';
    expect(errorOf(await hunter(refusing('unknownTable', message)).ask({ Query: 'x' })).message).toBe(message);
  });

  it('names what is not executed here', async () => {
    const reply = await hunter(refusing('unsupported', "the operator 'evaluate'")).ask({ Query: 'x' });
    expect(reply.status).toBe(400);
    expect(errorOf(reply).message).toContain("'evaluate'");
  });

  it('leaves every other mistake to the server, which answers 500', async () => {
    const engine = new Engine(() => {
      throw new Error('a mistake');
    });
    await expect(hunter(engine).ask({ Query: 'x' })).rejects.toThrow('a mistake');
  });
});

describe('the limits of hunting', () => {
  const columns = [{ name: 'A', type: 'string' } as const];
  const rows = (count: number, cell: string) => new Engine(() => ({ columns, rows: Array(count).fill([cell]) }));

  it('are 100,000 rows and 50 MB', async () => {
    expect([MOST_ROWS, MOST_BYTES]).toEqual([100_000, 52_428_800]);
    expect((await hunter(rows(MOST_ROWS, 'a')).ask({ Query: 'x' })).status).toBe(200);
    const tooMany = await hunter(rows(MOST_ROWS + 1, 'a')).ask({ Query: 'x' });
    expect([tooMany.status, errorOf(tooMany).message]).toEqual([400, expect.stringContaining('allowed result size')]);
    const tooBig = await hunter(rows(60, 'a'.repeat(1_000_000))).ask({ Query: 'x' });
    expect([tooBig.status, errorOf(tooBig).message]).toEqual([400, errorOf(tooMany).message]);
    expect((await hunter(refusing('tooLarge', 'too many rows')).ask({ Query: 'x' })).body).toMatchObject({
      error: { message: errorOf(tooMany).message },
    });
  });

  it('are so many queries a minute, then a 429 that says how long to wait', async () => {
    expect(HUNTING_REQUESTS_PER_MINUTE).toBe(45);
    const { ask, later } = hunter(new Engine());
    for (let query = 0; query < HUNTING_REQUESTS_PER_MINUTE; query += 1) {
      expect((await ask({ Query: 'x' })).status).toBe(200);
    }
    const refused = await ask({ Query: 'x' });
    expect([refused.status, errorOf(refused)]).toEqual([429, expect.objectContaining({ code: 'TooManyRequests' })]);
    expect(Number(refused.headers?.['retry-after'])).toBeGreaterThan(0);
    later(120_000);
    expect((await ask({ Query: 'x' })).status).toBe(200);
    expect(
      createThrottle(
        () => NOW,
        () => 0,
      ).take(),
    ).toBe(0);
  });

  it('are so much processing in a quarter of an hour', async () => {
    const { ask, later, world } = hunter(new Engine(), { huntingCpuMs: 1 });
    expect((await ask({ Query: 'x' })).status).toBe(200);
    const refused = await ask({ Query: 'x' });
    expect(refused.status).toBe(429);
    expect(errorOf(refused).message).toMatch(/exceeded processing resources.+run queries again in 15 minutes/);
    expect(refused.headers?.['retry-after']).toBe('900');
    later(900_000);
    expect((await ask({ Query: 'x' })).status).toBe(200);
    world.switches.huntingCpuMs = 0;
    expect((await ask({ Query: 'x' })).status).toBe(200);
  });

  it('leave a query three minutes, or what is left of the quota', async () => {
    expect(LONGEST_QUERY_MS).toBe(180_000);
    const engine = new Engine();
    await hunter(engine).ask({ Query: 'x' });
    expect(engine.asked?.options.maxMs).toBe(LONGEST_QUERY_MS);
    await hunter(engine, { huntingCpuMs: 5_000 }).ask({ Query: 'x' });
    expect(engine.asked?.options.maxMs).toBe(5_000);
    const timedOut = await hunter(refusing('quota', 'ran too long')).ask({ Query: 'x' });
    expect([timedOut.status, errorOf(timedOut)]).toEqual([
      504,
      expect.objectContaining({ code: 'UnknownError', message: '' }),
    ]);
    const spent = await hunter(refusing('quota', 'ran too long'), { huntingCpuMs: 5_000 }).ask({ Query: 'x' });
    expect(spent.status).toBe(429);
  });
});
