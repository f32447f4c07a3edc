// where, take, count: which rows, and how many.
import { truthOf } from '../expressions/expression';
import { semanticFault, withColumns } from '../expressions/scope';
import { part, type KqlNode } from '../language/kql-node';
import type { Compiler, Scope } from '../expressions/scope';
import { columnsOf, parametersOf, type OperatorCompiler } from './operator';

export const where: OperatorCompiler = (node, input, scope, compiler) => {
  parametersOf(node, []);
  const condition = compiler.expression(part(node, 'Condition'), withColumns(scope, input.columns));
  const holds = truthOf(condition);
  return {
    ...input,
    rows: () =>
      input.rows().filter((row) => {
        compiler.run.budget.step();
        return holds(row) === true;
      }),
  };
};

export const take: OperatorCompiler = (node, input, scope, compiler) => {
  parametersOf(node, []);
  const most = rowCount(part(node, 'Expression'), scope, compiler);
  return { columns: input.columns, rows: () => input.rows().slice(0, most) };
};

export const count: OperatorCompiler = (node, input) => {
  parametersOf(node, []);
  return { columns: columnsOf(node), rows: () => [[input.rows().length]] };
};

/** A number of rows, which must be the same for all of them. */
export function rowCount(node: KqlNode, scope: Scope, compiler: Compiler): number {
  const expression = compiler.expression(node, withColumns(scope, []));
  const value = expression.constant ? expression.read([]) : null;
  if (typeof value !== 'number') throw semanticFault('A number of rows must be a constant.');
  return Math.max(0, Math.trunc(value));
}
