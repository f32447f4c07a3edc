// Every query the bot can build, bound by Microsoft's own KQL binder against every schema a tenant is known to have.
import { DLP_OUTCOMES, HUNTING_ACTIVITIES, HUNTING_GROUPS } from '../../src/domain/command';
import { huntingQuery } from '../../src/domain/hunting-kql';
import { filtersOf } from '../../src/domain/hunting-kql-filters';
import type { AnswerableGroup, HuntingQuestion } from '../../src/domain/hunting-question';
import { SCHEMA_VARIANTS } from '../fixtures/hunting/schema-variants';
import { aQuestion, NOW } from '../builders/hunting';
import { createBinder } from '../kql/kusto-language';

const GROUPS: (AnswerableGroup | null)[] = [null, ...HUNTING_GROUPS.filter((group) => group !== 'severity')];
const FORM = ['Part string', 'Key string', 'Files long', 'People long', 'Events long'];

const FILTERED: [string, Partial<HuntingQuestion>][] = [
  ['nothing', {}],
  ...HUNTING_ACTIVITIES.map((activity): [string, Partial<HuntingQuestion>] => [activity, { activity }]),
  ...DLP_OUTCOMES.map((dlpOutcome): [string, Partial<HuntingQuestion>] => [`DLP ${dlpOutcome}`, { dlpOutcome }]),
  ['a domain', { targetDomain: 'mail.google.com' }],
  ['labels', { labelIds: ['defa4170-0d19-0005-0005-bc88714345d2', 'defa4170-0d19-0005-0006-bc88714345d2'] }],
  ['a person by name', { person: { userPrincipalName: "d'arc@fabrikam.example", objectId: null } }],
  ['a person by id', { person: { userPrincipalName: null, objectId: 'a7e00051-51c2-4f0b-b6ad-2d9f0c4e0051' } }],
  ['a department', { department: 'Research "&" \\ Development' }],
  ['a device', { device: 'LT-0042.fabrikam.example' }],
  ['an information type', { sensitiveInfoTypeId: '50842eb7-edc8-4019-85dd-5a5c1f2bb085' }],
  ['a comparison', { previous: { from: '2026-02-25T10:00:00Z', to: '2026-03-04T10:00:00Z' } }],
  ['a zone that changes its clocks', { timeZone: 'America/New_York' }],
];

describe.each(SCHEMA_VARIANTS)('against the schema $name', ({ tables }) => {
  const bind = createBinder(tables);

  describe.each(['events', 'behaviors'] as const)('a question about %s', (counts) => {
    const table = counts === 'events' ? 'DataSecurityEvents' : 'DataSecurityBehaviors';
    const columns = new Set(tables[table].keys());
    const built = (change: Partial<HuntingQuestion>) => huntingQuery(aQuestion({ counts, ...change }), columns, NOW);
    const all = Object.assign({}, ...FILTERED.map(([, change]) => change)) as Partial<HuntingQuestion>;

    test('binds with each of the filters', () => {
      const filters = FILTERED.flatMap(([, change]) => filtersOf(aQuestion({ counts, ...change }), columns));
      expect(filters.length).toBeGreaterThanOrEqual(HUNTING_ACTIVITIES.length + DLP_OUTCOMES.length);
      expect(bind([table, ...filters.map((filter) => `where ${filter}`)].join(' | ')).diagnostics).toEqual([]);
    });

    test.each(GROUPS)('grouped by %s binds with no filter and with all of them', (groupBy) => {
      for (const change of [{}, all]) {
        expect(bind(built({ ...change, groupBy }).text)).toEqual({ diagnostics: [], columns: FORM });
      }
    });
  });
});

test('the binder finds a column that a schema lacks', () => {
  const bind = createBinder(SCHEMA_VARIANTS[1]?.tables ?? {});
  expect(bind('DataSecurityEvents | where TargetUrlDomain == ""').diagnostics).toHaveLength(1);
});

test('a tenant’s missing columns are never named', () => {
  const columns = new Set(['Timestamp', 'ActionType', 'ObjectId', 'AccountUpn']);
  const bind = createBinder({
    DataSecurityEvents: new Map([...columns].map((name) => [name, name === 'Timestamp' ? 'datetime' : 'string'])),
  });
  const all = Object.assign({}, ...FILTERED.map(([, change]) => change)) as Partial<HuntingQuestion>;
  for (const groupBy of GROUPS) {
    expect(bind(huntingQuery(aQuestion({ ...all, groupBy }), columns, NOW).text).diagnostics).toEqual([]);
  }
});

test('the time limit beside the query covers what the query asks for', () => {
  const columns = new Set<string>();
  const timespan = (change: Partial<HuntingQuestion>) => huntingQuery(aQuestion(change), columns, NOW + 500).timespan;
  expect(timespan({})).toBe('2026-03-04T10:00:00Z/2026-03-11T10:00:00Z');
  const earlier = { window: { from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z' } };
  const previous = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };
  expect(timespan({ ...earlier, previous })).toBe('2026-03-01T00:00:00Z/2026-03-03T00:00:00Z');
  // A behaviour of that day may have been written again since.
  expect(timespan({ ...earlier, counts: 'behaviors' })).toBe('2026-03-02T00:00:00Z/2026-03-11T10:00:00Z');
});
