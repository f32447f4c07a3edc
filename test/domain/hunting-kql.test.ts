// Every query the bot can build, bound by Microsoft's own KQL binder against every schema a tenant is known to have.
import { DLP_OUTCOMES, HUNTING_ACTIVITIES, HUNTING_GROUPS } from '../../src/domain/command';
import { huntingQuery } from '../../src/domain/hunting-kql';
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
    const columns = new Set(tables[counts === 'events' ? 'DataSecurityEvents' : 'DataSecurityBehaviors'].keys());
    const built = (change: Partial<HuntingQuestion>) => huntingQuery(aQuestion({ counts, ...change }), columns, NOW);

    test.each(GROUPS)('grouped by %s binds with every filter', (groupBy) => {
      for (const [what, change] of FILTERED) {
        const { diagnostics, columns: given } = bind(built({ ...change, groupBy }).text);
        expect({ what, diagnostics, given }).toEqual({ what, diagnostics: [], given: FORM });
      }
    });

    test('binds with every filter at once', () => {
      const all = Object.assign({}, ...FILTERED.map(([, change]) => change)) as Partial<HuntingQuestion>;
      expect(bind(built({ ...all, groupBy: 'policy' }).text).diagnostics).toEqual([]);
    });
  });
});

test('the binder finds a column that a schema lacks', () => {
  const bind = createBinder(SCHEMA_VARIANTS[1]?.tables ?? {});
  expect(bind('DataSecurityEvents | where TargetUrlDomain == ""').diagnostics).toHaveLength(1);
});
