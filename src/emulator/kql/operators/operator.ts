// What a tabular operator is, and what several of them need to know of their node.
import type { KqlColumn, KqlType, KqlValue } from '../kql-table';
import { list, nameIn, part, type KqlNode } from '../language/kql-node';
import { unsupported, type Compiler, type Plan, type Scope } from '../expressions/scope';

/** The step that the operator makes of the one before it. */
export type OperatorCompiler = (node: KqlNode, input: Plan, scope: Scope, compiler: Compiler) => Plan;

/** The columns that the language package gives the operator's result. */
export function columnsOf(node: KqlNode): readonly KqlColumn[] {
  if (!node.columns) throw unsupported(node.kind);
  return node.columns;
}

/** What stands in a cell that has no value: a string is never null. */
export function emptyCell(type: KqlType): KqlValue {
  return type === 'string' ? '' : null;
}

/**
 * The operator's parameters by name, such as `kind`. Hints change how the service works, not what it answers, and are
 * passed over; any other name than those that are read here is refused.
 */
export function parametersOf(node: KqlNode, read: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const parameter of list(node, 'Parameters')) {
    const name = nameIn(part(parameter, 'Name'));
    if (name.startsWith('hint.')) continue;
    if (!read.includes(name)) throw unsupported(name);
    found.set(name, nameIn(part(parameter, 'Expression')));
  }
  return found;
}

/**
 * The output column of each expression of `extend` or `mv-expand`: the name given, the name that the expression has by
 * itself, or else the next of the new columns that nothing claims.
 */
export function outputNames(
  nodes: readonly KqlNode[],
  input: readonly KqlColumn[],
  output: readonly KqlColumn[],
): string[] {
  const own = nodes.map((node) =>
    node.kind === 'SimpleNamedExpression' ? nameIn(part(node, 'Name')) : node.resultName,
  );
  const taken = new Set([...own, ...input.map(({ name }) => name)]);
  const free = output.map(({ name }) => name).filter((name) => !taken.has(name));
  return own.map((name) => (name !== '' ? name : (free.shift() ?? '')));
}
