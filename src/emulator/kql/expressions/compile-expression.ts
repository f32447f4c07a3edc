// Compiles a scalar expression of the tree into a function of the row, once. What has no compiler here is refused by
// the name that the query gives it.
import { nameIn, part, type KqlNode } from '../language/kql-node';
import { regexIn } from '../functions/regex-functions';
import { ARITHMETIC_SIGNS, compileArithmetic, compileNegation } from './arithmetic';
import { columnAt, compileCall } from './calls';
import { compileBetween, compileEquality, compileOrder, compileTextEquality, type OrderOperator } from './comparison';
import { expressionOf, literal, textOf, type Expression } from './expression';
import { compileDynamicLiteral, compileLiteral } from './literals';
import { compileJunction } from './logic';
import { compileHasTerms, compileIn } from './membership';
import { compileElement, compilePath } from './paths';
import { firstWord } from './query-functions';
import { columnIndex, isTabular, semanticFault, unsupported, type Compiler, type Scope } from './scope';
import { compileMatch } from './text-match';

type NodeCompiler = (node: KqlNode, scope: Scope, compiler: Compiler) => Expression;

export function compileExpression(node: KqlNode, scope: Scope, compiler: Compiler): Expression {
  compiler.run.budget.part();
  const compile = Object.hasOwn(COMPILERS, node.kind) ? COMPILERS[node.kind] : undefined;
  if (compile) return compile(node, scope, compiler);
  if (/Literal(Expression)?$/.test(node.kind) && node.kind !== 'TypeOfLiteralExpression') return compileLiteral(node);
  if (node.parts.has('Left') && node.parts.has('Operator')) return compileBinary(node, scope, compiler);
  throw unsupported(firstWord(node));
}

const compileName: NodeCompiler = (node, scope) => {
  const name = nameIn(node);
  const index = columnIndex(scope.columns, name);
  const column = scope.columns[index];
  if (column) return columnAt(column.type, index);
  const known = scope.names.get(name);
  if (!known) throw semanticFault(`'${name}' cannot be used here.`);
  if (known.kind !== 'scalar') throw unsupported(name);
  if (scope.constantsOnly && !known.expression.constant) {
    throw semanticFault(`'${name}' must be a constant where a table is computed.`);
  }
  return known.expression;
};

const compileUnary: NodeCompiler = (node, scope, compiler) => {
  const inner = compiler.expression(part(node, 'Expression'), scope);
  return node.kind === 'UnaryMinusExpression' ? compileNegation(inner, node.type ?? inner.type) : inner;
};

const inner: NodeCompiler = (node, scope, compiler) => compiler.expression(part(node, 'Expression'), scope);

/** The first cell of a table, or a scalar as it is; computed now, once. */
const compileToScalar: NodeCompiler = (node, scope, compiler) => {
  const of = part(node, 'Expression');
  if (!isTabular(of)) return compiler.expression(of, scope);
  const { columns, rows } = compiler.table(of, scope);
  const type = columns[0]?.type ?? 'dynamic';
  return literal(rows()[0]?.[0] ?? (type === 'string' ? '' : null), type);
};

const compileBetweenNode: NodeCompiler = (node, scope, compiler) => {
  const couple = part(node, 'Right');
  const [value, first, second] = [part(node, 'Left'), part(couple, 'First'), part(couple, 'Second')].map((each) =>
    compiler.expression(each, scope),
  );
  if (!value || !first || !second) throw unsupported('between');
  return compileBetween(value, first, second, node.kind === 'BetweenExpression');
};

const COMPILERS: Readonly<Record<string, NodeCompiler>> = {
  NameReference: compileName,
  ParenthesizedExpression: inner,
  BracketedExpression: inner,
  UnaryMinusExpression: compileUnary,
  UnaryPlusExpression: compileUnary,
  PathExpression: compilePath,
  ElementExpression: compileElement,
  DynamicExpression: compileDynamicLiteral,
  FunctionCallExpression: compileCall,
  ToScalarExpression: compileToScalar,
  BetweenExpression: compileBetweenNode,
  NotBetweenExpression: compileBetweenNode,
  InExpression: compileIn,
  InCsExpression: compileIn,
  NotInExpression: compileIn,
  NotInCsExpression: compileIn,
  HasAnyExpression: (node, scope, compiler) => compileHasTerms(node, scope, compiler, false),
  HasAllExpression: (node, scope, compiler) => compileHasTerms(node, scope, compiler, true),
};

/** Operators between two expressions, told by their own word. */
function compileBinary(node: KqlNode, scope: Scope, compiler: Compiler): Expression {
  const word = part(node, 'Operator').text.toLowerCase();
  const left = compiler.expression(part(node, 'Left'), scope);
  const right = compiler.expression(part(node, 'Right'), scope);
  const sign = ARITHMETIC_SIGNS.find((one) => one === word);
  if (sign) return compileArithmetic(sign, left, right, node.type ?? 'real');
  const junction = JUNCTIONS[word];
  if (junction !== undefined) return compileJunction(left, right, junction);
  if (word === '==' || word === '!=' || word === '<>') return compileEquality([left, right], word === '==');
  if (word === '=~' || word === '!~') return compileTextEquality([left, right], word === '=~');
  const order = ORDERS.find((one) => one === word);
  if (order) return compileOrder([left, right], order);
  if (word === 'matches regex') return compileRegexMatch(left, right);
  const match = compileMatch(word, left, right);
  if (!match) throw unsupported(word);
  return match;
}

const JUNCTIONS: Readonly<Record<string, boolean>> = { and: false, or: true };
const ORDERS: readonly OrderOperator[] = ['<', '<=', '>', '>='];

function compileRegexMatch(left: Expression, right: Expression): Expression {
  const [text, regex] = [textOf(left), regexIn(right)];
  return expressionOf('bool', [left, right], (row) => regex(row).test(text(row)));
}
