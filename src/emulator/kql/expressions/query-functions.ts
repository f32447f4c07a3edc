// Functions that a query declares with `let`: how their arguments become names inside their body.
import { nameIn, list, part, kqlTypeOf, type KqlNode } from '../language/kql-node';
import { coerced, type Expression } from './expression';
import { semanticFault, unsupported, withName, type Binding, type Compiler, type Scope } from './scope';

export type FunctionBinding = Extract<Binding, { kind: 'function' }>;

/** The body of the function and the names that are known in it. Throws for parameters that are tables. */
export function bodyScope(
  { declaration, scope }: FunctionBinding,
  args: readonly Expression[],
  compiler: Compiler,
): { body: KqlNode; scope: Scope } {
  compiler.run.budget.part();
  const parameters = list(part(declaration, 'Parameters'), 'Parameters');
  let inner: Scope = { ...scope, columns: [], constantsOnly: false };
  for (const [index, parameter] of parameters.entries()) {
    const declared = part(parameter, 'NameAndType');
    const expression = typed(args[index] ?? defaultOf(parameter, compiler, scope), part(declared, 'Type'));
    inner = withName(inner, nameIn(part(declared, 'Name')), { kind: 'scalar', expression });
  }
  const body = part(declaration, 'Body');
  for (const statement of list(body, 'Statements')) inner = withStatement(statement, inner, compiler);
  return { body: part(body, 'Expression'), scope: inner };
}

/** The scope behind a `let`. */
export function withStatement(statement: KqlNode, scope: Scope, compiler: Compiler): Scope {
  if (statement.kind !== 'LetStatement') throw unsupported(firstWord(statement));
  return withName(scope, nameIn(part(statement, 'Name')), bindingOf(part(statement, 'Expression'), scope, compiler));
}

function bindingOf(node: KqlNode, scope: Scope, compiler: Compiler): Binding {
  if (node.kind === 'FunctionDeclaration') return { kind: 'function', declaration: node, scope };
  if (node.columns !== null && node.type === null) return { kind: 'table', plan: compiler.table(node, scope) };
  return { kind: 'scalar', expression: compiler.expression(node, scope) };
}

function defaultOf(parameter: KqlNode, compiler: Compiler, scope: Scope): Expression {
  const value = parameter.parts.get('DefaultValue');
  if (!value) throw semanticFault('A function is called with too few arguments.');
  return compiler.expression(part(value, 'Value'), scope);
}

function typed(given: Expression, declared: KqlNode): Expression {
  const type = kqlTypeOf(KEYWORDS[declared.parts.get('Type')?.text ?? ''] ?? declared.parts.get('Type')?.text);
  if (!type) throw unsupported('a table as a parameter');
  return { type, constant: given.constant, read: coerced(given, type) };
}

/** Other words for a type. */
const KEYWORDS: Readonly<Record<string, string>> = {
  double: 'real',
  date: 'datetime',
  time: 'timespan',
  boolean: 'bool',
};

export function firstWord(node: KqlNode): string {
  const [first] = [...node.parts.values()].filter(({ text }) => text !== '');
  return first?.text ?? node.kind;
}
