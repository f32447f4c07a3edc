// What the bot's one query finds over the emulator's rows is what plain counting finds: for questions of every kind,
// all schemas, over changes of the clocks, and through the form that answers have on the wire.
import fc from 'fast-check';
import { tableOf, type HuntingQuestion } from '../../../src/domain/hunting-question';
import { huntingQuery } from '../../../src/domain/hunting-kql';
import { summarize, type HuntingSummary } from '../../../src/domain/hunting-summary';
import { huntingSpan, type Span } from '../../../src/emulator/graph/hunting-span';
import { huntingWire, type WireForms } from '../../../src/emulator/graph/hunting-wire';
import { SCHEMA_VARIANTS } from '../../../src/emulator/hunting/event-columns';
import type { KqlTable } from '../../../src/emulator/kql/kql-table';
import { runKql } from '../../../src/emulator/kql/run-kql';
import { createWorld } from '../../../src/emulator/world';
import { answerRows } from '../../../src/graph/answer-rows';
import { anyQuestion } from './any-question';
import { noisy } from './field-noise';
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
  now: number;
  tables: readonly KqlTable[];
}

/** The rows of the time that the query is limited to, as the service gives them to it. */
function within(table: KqlTable, { from, to }: Span): KqlTable {
  return { ...table, rows: table.rows.filter(([at]) => Number(at) >= from && Number(at) <= to) };
}

function byQuery({ now, tables }: Tenant, question: HuntingQuestion, forms: WireForms): HuntingSummary {
  const known = tableNamed(tables, tableOf(question));
  const query = huntingQuery(question, new Set(known.columns.map(({ name }) => name)), now);
  const span = huntingSpan(query.timespan, now);
  const result = runKql(query.text, { tables: tables.map((table) => within(table, span)), now });
  const wire: unknown = JSON.parse(JSON.stringify(huntingWire(result, forms)));
  return summarize(question, answerRows(wire));
}

function actsOf(tables: readonly KqlTable[]) {
  return {
    events: rowsOf(tableNamed(tables, 'DataSecurityEvents')).map(actOfEvent),
    behaviors: actsOfBehaviours(rowsOf(tableNamed(tables, 'DataSecurityBehaviors'))),
  };
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
    const world = createWorld({ clock: () => new Date(now), events: 3_000 });
    const clean = tablesOf(world, { now, variant }).filter(({ name }) => name.startsWith('DataSecurity'));
    const noise = clean.map(noisy);
    const acts = { clean: actsOf(clean), noise: actsOf(noise) };

    it(
      `${QUESTIONS} questions are answered as they are by counting`,
      () => {
        let found = 0;
        fc.assert(
          fc.property(anyQuestion(world, now), forms, fc.boolean(), (question, form, asInTheField) => {
            const counted = plainAnswer(question, acts[asInTheField ? 'noise' : 'clean'][question.counts]);
            expect(byQuery({ now, tables: asInTheField ? noise : clean }, question, form)).toEqual(counted);
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
