// The questions of the hunting reference, where a copy of it lies beside the checkout, put to the emulator over HTTP:
// each is executed in every schema, has the result columns that the reference lists, and most find something.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SCHEMA_VARIANTS } from '../../src/emulator/hunting/event-columns';
import { labelBook } from '../../src/emulator/hunting/label-book';
import { DAY_MS, NOW } from '../emulator/hunting/hunting-under-test';
import { startEmulator, type EmulatorUnderTest } from '../emulator/emulator-under-test';

const reference = path.resolve(process.cwd(), '..', 'shared', 'reference', 'hunting-schema.md');
const beside = existsSync(reference);

const QUESTIONS = 26;
/** KQL's types by their names on the wire. */
const WIRE_TYPES: Record<string, string> = {
  string: 'String',
  int: 'Int32',
  long: 'Int64',
  real: 'Double',
  datetime: 'DateTime',
  timespan: 'TimeSpan',
  dynamic: 'Object',
};
/** Needs a column that the newest page no longer has, and says nothing without it. */
const SILENT: Record<string, readonly string[]> = { p26: ['Q14'] };

/** Queries by their number; `Q00` asks for the schema alone. */
function queriesOf(page: string): Map<string, string> {
  const found = page.matchAll(/^### (Q\d\d) [^]*?```kql\n([^]*?)```/gm);
  return new Map([...found].map(([, name = '', query = '']) => [name, query]));
}

/** `name type` of every result column, by question, from the page's last table. */
function columnsOf(page: string): Map<string, string[]> {
  const rows = page.matchAll(/^\| (Q\d\d) \| (.+?) \|$/gm);
  return new Map([...rows].map(([, name = '', columns = '']) => [name, columns.split(', ')]));
}

function compare(): void {
  const page = readFileSync(reference, 'utf8');
  const queries = queriesOf(page);
  const columns = columnsOf(page);
  const numbers = [...columns.keys()];
  let under: EmulatorUnderTest;
  beforeAll(async () => {
    under = await startEmulator({ clock: () => NOW, switches: { huntingRequestsPerMinute: 0, huntingCpuMs: 0 } });
  });
  afterAll(() => under.emulator.close());

  /** The page's placeholders are those of no tenant: people, labels and times become the emulator's. */
  function forTheTenant(query: string): string {
    const { labels, tenant } = under.emulator.world;
    const [own = '', below = ''] = labelBook(labels).family('Confidential').slice(-2);
    const sender = tenant.people.find(({ accountName }) => accountName === 'zoe.lindqvist');
    return query
      .replace('<label-guid-confidential>', own)
      .replace('<label-guid-sublabel-1>', below)
      .replace(/adele\.vance@contoso\.com/g, sender?.userPrincipalName ?? '')
      .replace(/datetime\([^)]+\)/g, `datetime(${new Date(NOW.getTime() - 2 * DAY_MS).toISOString()})`);
  }

  test('there are as many as are promised, each with its columns', () => {
    expect(numbers).toHaveLength(QUESTIONS);
    expect([...queries.keys()].filter((name) => name !== 'Q00')).toEqual(numbers);
  });

  describe.each(SCHEMA_VARIANTS)('by the schema %s', (huntingSchema) => {
    test.each(numbers)('%s', async (name) => {
      under.emulator.world.switches.huntingSchema = huntingSchema;
      const Query = forTheTenant(queries.get(name) ?? '');
      const answer = await under.graph('POST', '/security/runHuntingQuery', { Query });
      expect({ status: answer.status, body: answer.body['error'] ?? null }).toEqual({ status: 200, body: null });
      const schema = answer.body['schema'] as { name: string; type: string }[];
      const promised = columns.get(name)?.map((column) => {
        const [own = '', type = ''] = column.split(' ');
        return `${own} ${WIRE_TYPES[type] ?? type}`;
      });
      expect(schema.map((column) => `${column.name} ${column.type}`)).toEqual(promised);
      const rows = answer.body['results'] as unknown[];
      expect(rows.length > 0).toBe(!SILENT[huntingSchema]?.includes(name));
    });

    test('Q00 names the columns of the schema', async () => {
      under.emulator.world.switches.huntingSchema = huntingSchema;
      const answer = await under.graph('POST', '/security/runHuntingQuery', { Query: queries.get('Q00') });
      const names = (answer.body['results'] as { ColumnName: string }[]).map(({ ColumnName }) => ColumnName);
      expect(names).toEqual(expect.arrayContaining(['Timestamp', 'ObjectId', 'SensitivityLabelId']));
      expect(names.includes('RiskyAIUsageAppCategory')).toBe(huntingSchema !== 'p25');
    });
  });
}

if (beside) {
  describe('the questions of the hunting reference', compare);
} else {
  test('no hunting reference is beside this checkout: nothing to put', () => {
    process.stderr.write('hunting questions: no reference beside this checkout, left out\n');
    expect(beside).toBe(false);
  });
}
