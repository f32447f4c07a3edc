// Literals as they are written in a query.
import type { KqlType, KqlValue } from '../kql-table';
import { list, part, type KqlNode } from '../language/kql-node';
import { convert } from '../values/convert';
import { intoDynamic } from '../values/dynamic';
import { parseTimespan } from '../values/timespan';
import { literal, type Expression } from './expression';
import { semanticFault, unsupported } from './scope';

const CALL = /^(\w+)\s*\(([\s\S]*)\)$/;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};
const ESCAPE = /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|x([0-9a-f]{2})|([\s\S]))/gi;

/** `5`, `1.5`, `7d`, `"text"`, `datetime(2026-08-14)`, `int(null)`: a node whose kind ends in LiteralExpression. */
export function compileLiteral(node: KqlNode): Expression {
  const { type } = node;
  if (node.kind === 'NullLiteralExpression') return literal(null, 'dynamic');
  if (node.kind === 'CompoundStringLiteralExpression') {
    return literal(
      list(node, 'Tokens')
        .map(({ text }) => stringOf(text))
        .join(''),
      'string',
    );
  }
  if (type === null || type === 'dynamic') throw unsupported(node.kind);
  return literal(literalValue(part(node, 'Token').text, type), type);
}

function literalValue(text: string, type: KqlType): KqlValue {
  if (type === 'string') return stringOf(text);
  const inner = (CALL.exec(text)?.[2] ?? text).trim().replace(/^(['"])(.*)\1$/, '$2');
  if (inner === 'null') return null;
  const value = type === 'timespan' ? parseTimespan(inner) : convert(inner, 'string', type);
  if (value === null) throw semanticFault(`'${text}' is no ${type}.`);
  return value;
}

/** Without its quotes: `"a\n"`, `'a'`, `@"a\b"`, `h"secret"`, three back-ticks around lines. */
export function stringOf(token: string): string {
  const text = token.replace(/^[hH]/, '');
  if (text.startsWith('```') || text.startsWith('~~~')) return text.slice(3, -3);
  const quote = text.charAt(text.length - 1);
  if (text.startsWith('@')) return text.slice(2, -1).replaceAll(quote + quote, quote);
  return text.slice(1, -1).replace(ESCAPE, (_, four, eight, two, one: string | undefined) => {
    const hex: string | undefined = four ?? eight ?? two;
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    return ESCAPES[one ?? ''] ?? one ?? '';
  });
}

/** `dynamic([1, {"a": null}])`. */
export function compileDynamicLiteral(node: KqlNode): Expression {
  return literal(jsonOf(part(node, 'Expression')), 'dynamic');
}

function jsonOf(node: KqlNode): KqlValue {
  if (node.kind === 'JsonArrayExpression') return list(node, 'Values').map(jsonOf);
  if (node.kind === 'JsonObjectExpression') {
    return Object.fromEntries(
      list(node, 'Pairs').map((pair) => [stringOf(part(pair, 'Name').text), jsonOf(part(pair, 'Value'))]),
    );
  }
  if (node.kind === 'UnaryMinusExpression') {
    const value = jsonOf(part(node, 'Expression'));
    return typeof value === 'number' ? -value : null;
  }
  const { type, read } = compileLiteral(node);
  return intoDynamic(read([]), type);
}
