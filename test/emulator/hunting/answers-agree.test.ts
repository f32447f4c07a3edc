// What the bot's one query finds over the emulator's rows is what plain counting finds: for questions of every kind,
// all schemas, over changes of the clocks, and through the form that answers have on the wire.
import fc from 'fast-check';
import type { HuntingQuestion } from '../../../src/domain/hunting-question';
import { tableOf } from '../../../src/domain/hunting-question';
import { huntingQuery } from '../../../src/domain/hunting-kql';
import { summarize, type HuntingSummary } from '../../../src/domain/hunting-summary';
import { huntingSpan } from '../../../src/emulator/graph/hunting-span';
import { huntingWire, type WireForms } from '../../../src/emulator/graph/hunting-wire';
import { SCHEMA_VARIANTS, type SchemaVariant } from '../../../src/emulator/hunting/event-columns';
import { runKql } from '../../../src/emulator/kql/run-kql';
import { createWorld, type World } from '../../../src/emulator/world';
import { answerRows } from '../../../src/graph/answer-rows';
import { anyQuestion } from './any-question';
import { rowsOf, tableNamed, tablesOf } from './hunting-under-test';
import { actOfEvent, actsOfBehaviours } from './plain-acts';
import { plainAnswer } from './plain-answer';

/** Of each schema; 210 in all. */
const QUESTIONS = 70;
const LONG_MS = 120_000;
/** In the thirty days before each of these, clocks change in Europe and in America. */
const SPRING = Date.parse('2026-04-06T12:00:00Z');
const AUTUMN = Date.parse('2026-11-08T12:00:00Z');

interface Tenant {
  world: World;
  now: number;
  variant: SchemaVariant;
}

function tenantAt(now: number, variant: SchemaVariant): Tenant {
  return { world: createWorld({ clock: () => new Date(now), events: 3_000 }), now, variant };
}

function byQuery({ world, now, variant }: Tenant, question: HuntingQuestion, forms: WireForms): HuntingSummary {
  const known = tableNamed(tablesOf(world, { now, variant }), tableOf(question));
  const query = huntingQuery(question, new Set(known.columns.map(({ name }) => name)), now);
  const { from, to } = huntingSpan(query.timespan, now);
  const result = runKql(query.text, { tables: tablesOf(world, { now, from, to, variant }), now });
  const wire: unknown = JSON.parse(JSON.stringify(huntingWire(result, forms)));
  return summarize(question, answerRows(wire));
}

const forms: fc.Arbitrary<WireForms> = fc.record({
  huntingPascalSchema: fc.boolean(),
  huntingBoolAsNumber: fc.boolean(),
  huntingDynamicAsText: fc.boolean(),
  huntingTypeAnnotations: fc.boolean(),
});

describe.each(SCHEMA_VARIANTS.map((variant, index) => [variant, index === 1 ? AUTUMN : SPRING] as const))(
  'over the schema %s',
  (variant, now) => {
    const tenant = tenantAt(now, variant);
    const tables = tablesOf(tenant.world, { now, variant });
    const acts = {
      events: rowsOf(tableNamed(tables, 'DataSecurityEvents')).map(actOfEvent),
      behaviors: actsOfBehaviours(rowsOf(tableNamed(tables, 'DataSecurityBehaviors'))),
    };

    it(
      `${QUESTIONS} questions are answered as they are by counting`,
      () => {
        let found = 0;
        fc.assert(
          fc.property(anyQuestion(tenant.world, now), forms, (question, form) => {
            const counted = plainAnswer(question, acts[question.counts]);
            expect(byQuery(tenant, question, form)).toEqual(counted);
            found += counted.total.rows > 0 ? 1 : 0;
          }),
          { numRuns: QUESTIONS },
        );
        // Figures of nothing would agree with anything.
        expect(found).toBeGreaterThan(QUESTIONS / 4);
      },
      LONG_MS,
    );
  },
);
