// Calls: of the query's own functions, which are written out where they are called, of the few that look at the row's
// columns, and of the built-in ones.
import { SCALAR_FUNCTIONS } from '../functions/function-registry';
import type { KqlNode } from '../language/kql-node';
import { list, nameIn, part } from '../language/kql-node';
import { intoDynamic } from '../values/dynamic';
import { expressionOf, literal, type Expression } from './expression';
import { bodyScope, checkParameters } from './query-functions';
import { rowNumber } from './row-numbers';
import { columnIndex, semanticFault, unsupported, type Compiler, type Scope } from './scope';

export function compileCall(node: KqlNode, scope: Scope, compiler: Compiler): Expression {
  const name = nameIn(part(node, 'Name'));
  const own = scope.names.get(name);
  if (own?.kind === 'function') {
    checkParameters(own);
    const { body, scope: inner } = bodyScope(own, callArguments(node, scope, compiler), compiler);
    return compiler.expression(body, inner);
  }
  if (Object.hasOwn(COLUMN_FUNCTIONS, name)) {
    const special = COLUMN_FUNCTIONS[name];
    if (special) return special(node, scope, compiler);
  }
  const builtIn = Object.hasOwn(SCALAR_FUNCTIONS, name) ? SCALAR_FUNCTIONS[name] : undefined;
  if (!builtIn) throw unsupported(`${name}()`);
  const args = callArguments(node, scope, compiler);
  const type = node.type ?? 'dynamic';
  return expressionOf(type, args, builtIn({ name, args, type, now: compiler.run.now }));
}

/** A type as an argument (`typeof(long)`) is in the result's type already. */
export function callArguments(node: KqlNode, scope: Scope, compiler: Compiler): Expression[] {
  const given = list(part(node, 'ArgumentList'), 'Expressions');
  return given.map((each) =>
    each.kind === 'TypeOfLiteralExpression' ? literal(null, 'string') : compiler.expression(each, scope),
  );
}

type ColumnFunction = (node: KqlNode, scope: Scope, compiler: Compiler) => Expression;

/** `column_ifexists("Name", otherwise)`. */
const columnIfExists: ColumnFunction = (node, scope, compiler) => {
  const [first, second] = list(part(node, 'ArgumentList'), 'Expressions');
  const name = first && compiler.expression(first, scope);
  if (!name?.constant || !second) throw semanticFault('column_ifexists() takes a constant name and a default.');
  const index = columnIndex(scope.columns, String(name.read([])));
  const column = scope.columns[index];
  return column ? columnAt(column.type, index) : compiler.expression(second, scope);
};

const packAll: ColumnFunction = (_node, scope) => {
  const { columns } = scope;
  return {
    type: 'dynamic',
    constant: false,
    read: (row) =>
      Object.fromEntries(columns.map(({ name, type }, index) => [name, intoDynamic(row[index] ?? null, type)])),
  };
};

export const COLUMN_FUNCTIONS: Readonly<Record<string, ColumnFunction>> = {
  column_ifexists: columnIfExists,
  columnifexists: columnIfExists,
  pack_all: packAll,
  row_number: (node, scope, compiler) => rowNumber(callArguments(node, scope, compiler), scope),
};

export function columnAt(type: Expression['type'], index: number): Expression {
  return { type, constant: false, read: (row) => row[index] ?? null };
}
