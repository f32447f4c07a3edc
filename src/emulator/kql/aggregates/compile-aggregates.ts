// The aggregate side of `summarize` and `make-series`: an expression over aggregates becomes the aggregates in it and
// an expression over their results.
import { columnAt } from '../expressions/calls';
import { compileExpression } from '../expressions/compile-expression';
import type { Expression } from '../expressions/expression';
import { columnIndex, unsupported, withColumns, type Compiler, type Scope } from '../expressions/scope';
import type { KqlColumn, KqlValue } from '../kql-table';
import { list, nameIn, part, type KqlNode } from '../language/kql-node';
import type { Accumulator, Start } from './aggregate';
import { AGGREGATE_FUNCTIONS } from './aggregate-registry';

export interface CompiledAggregates {
  /** One for each group. */
  start(): Accumulator[];
  /** The values of the group's columns. */
  finish(accumulators: readonly Accumulator[]): KqlValue[];
}

/** Compiles the expressions behind `summarize`, in order. */
export function compileAggregates(nodes: readonly KqlNode[], scope: Scope, compiler: Compiler): CompiledAggregates {
  const starts: Start[] = [];
  const outputs: Expression[] = [];
  let slots = 0;
  const collecting: Compiler = {
    ...compiler,
    expression(node, inner) {
      if (!isAggregate(node, scope)) return compileExpression(node, inner, collecting);
      starts.push(startOf(node, scope, compiler));
      slots += 1;
      return columnAt(node.type ?? 'dynamic', slots - 1);
    },
  };
  for (const node of nodes) {
    const of = unnamed(node);
    if (isAggregate(of, scope) && of.columns !== null) {
      starts.push(startOf(of, scope, compiler));
      outputs.push(...of.columns.map(({ type }, index) => columnAt(type, slots + index)));
      slots += of.columns.length;
    } else outputs.push(collecting.expression(of, withColumns(scope, [])));
  }
  return {
    start: () => starts.map((start) => start()),
    finish(accumulators) {
      const results = accumulators.flatMap((one) => one.results());
      return outputs.map(({ read }) => read(results));
    },
  };
}

export function unnamed(node: KqlNode): KqlNode {
  if (node.kind === 'CompoundNamedExpression' || node.kind === 'SimpleNamedExpression') return part(node, 'Expression');
  return node;
}

function isAggregate(node: KqlNode, scope: Scope): boolean {
  if (node.kind !== 'FunctionCallExpression') return false;
  const name = nameIn(part(node, 'Name'));
  return Object.hasOwn(AGGREGATE_FUNCTIONS, name) && !scope.names.has(name);
}

function startOf(node: KqlNode, scope: Scope, compiler: Compiler): Start {
  const name = nameIn(part(node, 'Name'));
  const aggregate = AGGREGATE_FUNCTIONS[name];
  if (!aggregate) throw unsupported(`${name}()`);
  const written = list(part(node, 'ArgumentList'), 'Expressions');
  const columns = node.columns ?? [];
  const args = written.flatMap((each, index) =>
    each.kind === 'StarExpression'
      ? starColumns(columns.slice(index), scope.columns)
      : [compiler.expression(each, scope)],
  );
  return aggregate({ name, args, type: node.type ?? 'dynamic', columns });
}

/** The columns that `*` stands for, found by their names in the input. */
function starColumns(named: readonly KqlColumn[], input: readonly KqlColumn[]): Expression[] {
  return named.map(({ name }) => {
    const index = columnIndex(input, name);
    const column = input[index];
    if (!column) throw unsupported('*');
    return columnAt(column.type, index);
  });
}
