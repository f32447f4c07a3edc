// Functions that a query declares with `let`: how their arguments become names inside their body.
import type { KqlType } from '../kql-table';
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
    const type = parameterType(parameter);
    const given = args[index] ?? defaultOf(parameter, compiler, scope);
    const expression = { type, constant: given.constant, read: coerced(given, type) };
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

function parameterType(parameter: KqlNode): KqlType {
  const word = part(part(parameter, 'NameAndType'), 'Type').parts.get('Type')?.text ?? '';
  const type = kqlTypeOf(Object.hasOwn(TYPE_WORDS, word) ? TYPE_WORDS[word] : word);
  if (!type) throw unsupported('a table as a parameter');
  return type;
}

/** Throws for a function that takes a table, before its arguments are taken for values. */
export function checkParameters({ declaration }: FunctionBinding): void {
  list(part(declaration, 'Parameters'), 'Parameters').forEach(parameterType);
}

/** Other words for a type. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  double: 'real',
  date: 'datetime',
  time: 'timespan',
  boolean: 'bool',
};

/** The word that a piece of the query begins with. */
export function firstWord(node: KqlNode): string {
  if (node.text !== '') return node.text;
  const children = [...node.parts.values(), ...[...node.lists.values()].flat()];
  const [first] = children.sort((a, b) => a.start - b.start);
  return first ? firstWord(first) : node.kind;
}
