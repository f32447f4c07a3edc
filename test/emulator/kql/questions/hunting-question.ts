// One hunting question as a test: a query, the rows it is asked of, and the answer as worked out by hand, in each shape
// of the tables.
import type { KqlValue } from '../../../../src/emulator/kql/kql-table';
import { run } from '../kql-under-test';
import { huntingTables, SHAPES, type HuntingRows, type Shape } from './hunting-schema';

type Answer = readonly (readonly KqlValue[])[];

export interface HuntingQuestion extends HuntingRows {
  readonly asks: string;
  readonly query: string;
  readonly columns: string;
  readonly answer: Answer;
  /** Where a shape answers otherwise. */
  readonly but?: Partial<Record<Shape, Answer>>;
}

export function testQuestions(questions: readonly HuntingQuestion[]): void {
  describe.each(SHAPES)('in the tables of %s', (shape) => {
    test.each(questions.map((question) => [question.asks, question] as const))('%s', (_, question) => {
      const { columns, rows } = run(question.query, huntingTables(shape, question));
      expect(columns.map(({ name, type }) => `${name} ${type}`).join(', ')).toBe(question.columns);
      expect(rows).toEqual(question.but?.[shape] ?? question.answer);
    });
  });
}
