// summarize and distinct.
import { compileAggregates, unnamed } from '../aggregates/compile-aggregates';
import { columnAt } from '../expressions/calls';
import type { Read } from '../expressions/expression';
import { semanticFault, withColumns, type Compiler, type Scope } from '../expressions/scope';
import { list, type KqlNode } from '../language/kql-node';
import { Grouping } from './grouping';
import { columnsOf, parametersOf, type OperatorCompiler } from './operator';

/** One row for each group, its keys before its aggregates; without keys always one row. */
export const summarize: OperatorCompiler = (node, input, scope, compiler) => {
  parametersOf(node, []);
  const inner = withColumns(scope, input.columns);
  const by = node.parts.get('ByClause');
  const keys = by ? groupKeys(list(by, 'Expressions'), inner, compiler) : [];
  const aggregates = compileAggregates(list(node, 'Aggregates'), inner, compiler);
  const { budget } = compiler.run;
  return {
    columns: columnsOf(node),
    rows() {
      const grouping = new Grouping(keys, aggregates.start);
      for (const row of input.rows()) {
        budget.step();
        for (const accumulator of grouping.of(row)) accumulator.add(row);
        budget.hold(grouping.groups.length);
      }
      if (grouping.groups.length === 0 && !by) grouping.of([]);
      return grouping.groups.map(({ key, state }) => [...key, ...aggregates.finish(state)]);
    },
  };
};

export const distinct: OperatorCompiler = (node, input, scope, compiler) => {
  parametersOf(node, []);
  const written = list(node, 'Expressions');
  const isStar = written.some(({ kind }) => kind === 'StarExpression');
  const keys = isStar
    ? input.columns.map(({ type }, index) => columnAt(type, index).read)
    : groupKeys(written, withColumns(scope, input.columns), compiler);
  const { budget } = compiler.run;
  return {
    columns: columnsOf(node),
    rows() {
      const grouping = new Grouping(keys, () => null);
      for (const row of input.rows()) {
        budget.step();
        grouping.of(row);
        budget.hold(grouping.groups.length);
      }
      return grouping.groups.map(({ key }) => key);
    },
  };
};

/** Rows cannot be grouped by what has no identity of its own. */
export function groupKeys(nodes: readonly KqlNode[], scope: Scope, compiler: Compiler): Read[] {
  return nodes.map((node) => {
    const { type, read } = compiler.expression(unnamed(node), scope);
    if (type === 'dynamic') throw semanticFault("Grouping by a 'dynamic' type is not supported.");
    return type === 'string' ? (row) => read(row) ?? '' : read;
  });
}
