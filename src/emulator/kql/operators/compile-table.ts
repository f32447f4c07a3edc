// Compiles a table expression: where rows come from and the operators that they are piped through.
import { callArguments } from '../expressions/calls';
import type { Expression, Row } from '../expressions/expression';
import { bodyScope, checkParameters, firstWord, type FunctionBinding } from '../expressions/query-functions';
import { unsupported, type Compiler, type Plan, type Scope } from '../expressions/scope';
import { nameIn, part, type KqlNode } from '../language/kql-node';
import { OPERATORS } from './operator-registry';
import { print } from './shape-columns';
import { compileDatatable, compileRange } from './sources';
import { compileUnion } from './union';

type SourceCompiler = (node: KqlNode, scope: Scope, compiler: Compiler) => Plan;

/** Within a table only constants of the scope around it are seen. */
export function compileTable(node: KqlNode, scope: Scope, compiler: Compiler): Plan {
  compiler.run.budget.part();
  const compile = Object.hasOwn(SOURCES, node.kind) ? SOURCES[node.kind] : undefined;
  if (!compile) throw unsupported(firstWord(node));
  return compile(node, { ...scope, columns: [], constantsOnly: true }, compiler);
}

const tableByName: SourceCompiler = (node, scope, compiler) => {
  const name = nameIn(node);
  const known = scope.names.get(name);
  if (known?.kind === 'table') return known.plan;
  // A function without parameters may stand without its brackets.
  if (known?.kind === 'function') return tableOfFunction(known, [], compiler);
  const table = compiler.run.tables.get(name);
  if (!table) throw unsupported(name);
  return { columns: table.columns, rows: () => table.rows };
};

/** A chain of pipes leans to the left: it is walked, not descended, as it may be long. */
const pipe: SourceCompiler = (node, scope, compiler) => {
  const operators: KqlNode[] = [];
  let source = node;
  for (; source.kind === 'PipeExpression'; source = part(source, 'Expression')) {
    operators.unshift(part(source, 'Operator'));
  }
  const first = compiler.table(source, scope);
  return operators.reduce((input, operator) => piped(operator, input, source, scope, compiler), first);
};

function piped(operator: KqlNode, input: Plan, source: KqlNode, scope: Scope, compiler: Compiler): Plan {
  if (operator.kind === 'UnionOperator') {
    const isTable = source.kind === 'NameReference' && compiler.run.tables.has(nameIn(source));
    return compileUnion(operator, { name: isTable ? nameIn(source) : 'union_arg0', plan: input }, scope, compiler);
  }
  const compile = Object.hasOwn(OPERATORS, operator.kind) ? OPERATORS[operator.kind] : undefined;
  if (!compile) throw unsupported(firstWord(operator));
  return compile(operator, input, scope, compiler);
}

/** Computed at most once, however often it is asked for. */
const materialize: SourceCompiler = (node, scope, compiler) => {
  const plan = compiler.table(part(node, 'Expression'), scope);
  let kept: readonly Row[] | null = null;
  return { columns: plan.columns, rows: () => (kept ??= plan.rows()) };
};

const ownFunction: SourceCompiler = (node, scope, compiler) => {
  const name = nameIn(part(node, 'Name'));
  const known = scope.names.get(name);
  if (known?.kind !== 'function') throw unsupported(`${name}()`);
  checkParameters(known);
  return tableOfFunction(known, callArguments(node, scope, compiler), compiler);
};

function tableOfFunction(known: FunctionBinding, args: readonly Expression[], compiler: Compiler): Plan {
  const { body, scope } = bodyScope(known, args, compiler);
  return compiler.table(body, scope);
}

const SOURCES: Readonly<Record<string, SourceCompiler>> = {
  NameReference: tableByName,
  PipeExpression: pipe,
  ParenthesizedExpression: (node, scope, compiler) => compiler.table(part(node, 'Expression'), scope),
  MaterializeExpression: materialize,
  FunctionCallExpression: ownFunction,
  DataTableExpression: compileDatatable,
  RangeOperator: compileRange,
  PrintOperator: (node, scope, compiler) => print(node, { columns: [], rows: () => [] }, scope, compiler),
  UnionOperator: (node, scope, compiler) => compileUnion(node, null, scope, compiler),
};

/** The kinds of node that rows can come from. */
export const SOURCE_KINDS = Object.keys(SOURCES);
