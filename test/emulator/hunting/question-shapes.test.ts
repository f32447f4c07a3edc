// Every shape of question that analysts ask, put to the emulator over HTTP in every schema.
import { HUNTING_SHAPES } from '../../../src/bench/hunting-shapes';
import { botQuestions } from '../../../src/bench/bot-questions';
import { eventColumns, SCHEMA_VARIANTS } from '../../../src/emulator/hunting/event-columns';
import { startEmulator, type EmulatorUnderTest } from '../emulator-under-test';
import { NOW } from './hunting-under-test';

/** Needs a column that one schema lacks, and finds nothing without it. */
const SILENT: Record<string, readonly string[]> = { p26: ['domains that are not allowed'] };
const names = HUNTING_SHAPES.map(({ name }) => name);

let under: EmulatorUnderTest;
beforeAll(async () => {
  const switches = { huntingRequestsPerMinute: 0, huntingCpuMs: 0 };
  under = await startEmulator({ clock: () => NOW, switches, events: 12_000 });
});
afterAll(() => under.emulator.close());

type Answer = { schema: { name: string; type: string }[]; results: Record<string, unknown>[] };

async function put(name: string): Promise<Answer> {
  const Query = HUNTING_SHAPES.find((shape) => shape.name === name)?.query;
  const { status, body } = await under.graph('POST', '/security/runHuntingQuery', { Query });
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return { schema: body['schema'] as Answer['schema'], results: body['results'] as Answer['results'] };
}

it('there are 26 of them', () => {
  expect(new Set(names).size).toBe(26);
});

describe.each(SCHEMA_VARIANTS)('by the schema %s', (huntingSchema) => {
  it.each(names)('%s', async (name) => {
    under.emulator.world.switches.huntingSchema = huntingSchema;
    const { schema, results } = await put(name);
    expect(results.length > 0).toBe(!SILENT[huntingSchema]?.includes(name));
    for (const row of results) expect(Object.keys(row)).toEqual(schema.map((column) => column.name));
  });
});

it('the queries that the bot builds for comparison all find something', async () => {
  under.emulator.world.switches.huntingSchema = 'observed';
  const columns = new Set(eventColumns('observed').map(({ name }) => name));
  const own = botQuestions(columns, NOW.getTime());
  expect(new Set(own.map(({ name }) => name)).size).toBe(10);
  for (const { text, timespan } of own) {
    const { body } = await under.graph('POST', '/security/runHuntingQuery', { Query: text, Timespan: timespan });
    expect(body['results']).toContainEqual(expect.objectContaining({ Part: 'total', People: expect.any(Number) }));
  }
});

describe('their answers', () => {
  beforeEach(() => {
    under.emulator.world.switches.huntingSchema = 'observed';
  });

  it('count files and people exactly', async () => {
    const [counted] = (await put('labelled files to one domain, counted exactly')).results;
    expect(counted).toMatchObject({ Files: 84, People: 4 });
  });

  it.each([
    ['outside domains by files, from a column or a list', 'Files', 15],
    ['removable media by person and stick', 'Files', 40],
    ['work at odd hours', 'Rows', 20],
  ])('are ranked and cut: %s', async (name, figure, most) => {
    const figures = (await put(name)).results.map((row) => Number(row[figure]));
    expect(figures).toEqual([...figures].sort((a, b) => b - a));
    expect(figures.length).toBeLessThanOrEqual(most);
  });

  it('have a value for each day of a series', async () => {
    const { schema, results } = await put('daily series without gaps');
    expect(schema.map(({ type }) => type)).toEqual(['DateTime', 'Int64']);
    const days = results.map(({ Day }) => Date.parse(String(Day)));
    expect(days).toHaveLength(30);
    expect(days.every((day, index) => index === 0 || day - (days[index - 1] ?? 0) === 86_400_000)).toBe(true);
  });

  it('join what belongs together: who lowered a label sent the file out within a day', async () => {
    for (const { Before, After } of (await put('label lowered, and the file left within a day')).results) {
      const apart = Date.parse(String(After)) - Date.parse(String(Before));
      expect(apart).toBeGreaterThanOrEqual(0);
      expect(apart).toBeLessThanOrEqual(86_400_000);
    }
  });

  it('tell of the times between in the form of timespans', async () => {
    const { results } = await put('sequences of acts');
    for (const { Took, Steps, Acts } of results) {
      expect(Took).toMatch(/^(\d+\.)?\d\d:\d\d:\d\d(\.\d{7})?$/);
      expect(Acts).toHaveLength(Number(Steps));
    }
  });
});
