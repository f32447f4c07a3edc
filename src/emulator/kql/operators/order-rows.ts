// sort, order, top. Descending unless told otherwise; nulls come last in descending order and first in ascending, and
// what is not a number stands between them and the numbers.
import type { Expression, Row } from '../expressions/expression';
import { semanticFault, withColumns, type Compiler, type Scope } from '../expressions/scope';
import type { KqlValue } from '../kql-table';
import { list, part, type KqlNode } from '../language/kql-node';
import { rowCount } from './filter-rows';
import { parametersOf, type OperatorCompiler } from './operator';

interface Order {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

export const sort: OperatorCompiler = (node, input, scope, compiler) => {
  parametersOf(node, []);
  const inner = withColumns(scope, input.columns);
  const orders = list(node, 'Expressions').map((each) => orderOf(each, inner, compiler));
  return { columns: input.columns, rows: () => sorted(input.rows(), orders, compiler), serialized: true };
};

export const top: OperatorCompiler = (node, input, scope, compiler) => {
  parametersOf(node, []);
  const most = rowCount(part(node, 'Expression'), scope, compiler);
  const order = orderOf(part(node, 'ByExpression'), withColumns(scope, input.columns), compiler);
  return {
    columns: input.columns,
    rows: () => sorted(input.rows(), [order], compiler).slice(0, most),
    serialized: true,
  };
};

function orderOf(node: KqlNode, scope: Scope, compiler: Compiler): Order {
  const ordering = node.kind === 'OrderedExpression' ? node.parts.get('Ordering') : undefined;
  const expression = compiler.expression(node.kind === 'OrderedExpression' ? part(node, 'Expression') : node, scope);
  if (expression.type === 'dynamic') throw semanticFault("Sorting by a 'dynamic' type is not supported.");
  const descending = ordering?.parts.get('AscOrDescKeyword')?.text !== 'asc';
  const nulls = ordering?.parts.get('NullsClause')?.parts.get('FirstOrLastKeyword')?.text;
  return { expression, descending, nullsFirst: nulls === undefined ? !descending : nulls === 'first' };
}

function sorted(rows: readonly Row[], orders: readonly Order[], { run }: Compiler): Row[] {
  const keyed = rows.map((row) => {
    run.budget.step();
    return { row, keys: orders.map(({ expression }) => expression.read(row)) };
  });
  run.budget.checkTime();
  keyed.sort((a, b) => {
    for (const [index, order] of orders.entries()) {
      const result = compareKeys(a.keys[index] ?? null, b.keys[index] ?? null, order);
      if (result !== 0) return result;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function compareKeys(a: KqlValue, b: KqlValue, { descending, nullsFirst }: Order): number {
  const [restA, restB] = [standing(a), standing(b)];
  if (restA !== restB) return nullsFirst ? restA - restB : restB - restA;
  if (restA !== VALUE || a === b || a === null || b === null) return 0;
  return a < b === descending ? 1 : -1;
}

const VALUE = 2;

/** 0 for null, 1 for what is not a number, 2 for values. */
function standing(value: KqlValue): number {
  if (value === null) return 0;
  return Number.isNaN(value) ? 1 : VALUE;
}
