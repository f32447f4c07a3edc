// `Bag.key`, `Bag["key"]`, `List[0]`, `List[-1]`: what is not there is null.
import { nameIn, part, type KqlNode } from '../language/kql-node';
import { fromJson, isBag, isList } from '../values/dynamic';
import type { KqlValue } from '../kql-table';
import { expressionOf, literal, type Expression } from './expression';
import type { Compiler, Scope } from './scope';

export function compilePath(node: KqlNode, scope: Scope, compiler: Compiler): Expression {
  const selector = part(node, 'Selector');
  const key =
    selector.kind === 'NameReference' ? literal(nameIn(selector), 'string') : bracketed(selector, scope, compiler);
  return element(compiler.expression(part(node, 'Expression'), scope), key);
}

export function compileElement(node: KqlNode, scope: Scope, compiler: Compiler): Expression {
  const key = bracketed(part(node, 'Selector'), scope, compiler);
  return element(compiler.expression(part(node, 'Expression'), scope), key);
}

function bracketed(selector: KqlNode, scope: Scope, compiler: Compiler): Expression {
  return compiler.expression(selector.parts.get('Expression') ?? selector, scope);
}

function element(of: Expression, key: Expression): Expression {
  return expressionOf('dynamic', [of, key], (row) => elementAt(of.read(row), key.read(row)));
}

export function elementAt(value: KqlValue, key: KqlValue): KqlValue {
  if (isList(value)) return typeof key === 'number' ? fromJson(value.at(Math.trunc(key))) : null;
  if (!isBag(value) || typeof key !== 'string') return null;
  return Object.hasOwn(value, key) ? fromJson(value[key]) : null;
}
