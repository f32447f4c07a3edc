// `in`, `!in`, `in~`, `!in~`, `has_any`, `has_all`: the list is of values, dynamic arrays or the first column of a table.
import type { KqlType, KqlValue } from '../kql-table';
import { list, part, type KqlNode } from '../language/kql-node';
import { fromJson, isList } from '../values/dynamic';
import { domainOf, readIn, type Domain } from './comparison';
import { expressionOf, literal, textOf, type Expression, type Read, type Row } from './expression';
import { isTabular, type Compiler, type Scope } from './scope';
import { matchesTerms } from './text-match';

/** The members of the list for one row. */
type Members = Read<readonly Expression[]>;

interface MemberList {
  readonly parts: readonly Expression[];
  readonly constant: boolean;
  readonly members: Members;
}

function memberList(node: KqlNode, scope: Scope, compiler: Compiler): MemberList {
  const written = list(part(node, 'Right'), 'Expressions');
  const parts = written.flatMap((each) =>
    isTabular(each) ? firstColumn(each, scope, compiler) : [compiler.expression(each, scope)],
  );
  const constant = parts.every((one) => one.constant);
  const members: Members = (row) => parts.flatMap((one) => spread(one, row));
  if (!constant) return { parts, constant, members };
  const once = members([]);
  return { parts, constant, members: () => once };
}

function firstColumn(node: KqlNode, scope: Scope, compiler: Compiler): Expression[] {
  const { columns, rows } = compiler.table(node, scope);
  const type = columns[0]?.type ?? 'string';
  return rows().map((row) => literal(row[0] ?? null, type));
}

/** The elements of an array, or the value itself. */
function spread(expression: Expression, row: Row): Expression[] {
  if (expression.type !== 'dynamic') return [literal(expression.read(row), expression.type)];
  const value = expression.read(row);
  const elements = isList(value) ? value.map(fromJson) : [value];
  return elements.map((element) => literal(element, typeOfElement(element)));
}

function typeOfElement(value: KqlValue): KqlType {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'number' ? 'real' : 'dynamic';
}

export function compileIn(node: KqlNode, scope: Scope, compiler: Compiler): Expression {
  const word = part(node, 'Operator').text;
  const wanted = !word.startsWith('!');
  const ignoreCase = word.endsWith('~');
  const left = compiler.expression(part(node, 'Left'), scope);
  const { parts, members, constant } = memberList(node, scope, compiler);
  const domains = (row: Row) => new Set(members(row).map(({ type }) => domainOf(left.type, type)));
  const fold = (value: string | number | null) =>
    ignoreCase && typeof value === 'string' ? value.toLowerCase() : value;
  // For each domain that members are compared in: how the left side is read, and which values are members.
  const testsOf = (row: Row) =>
    [...domains(row)].map((domain) => ({ read: readIn(domain, left), values: valuesIn(domain, members(row)) }));
  const valuesIn = (domain: Domain, of: readonly Expression[]) =>
    new Set(of.filter(({ type }) => domainOf(left.type, type) === domain).map((one) => fold(readIn(domain, one)([]))));
  const once = constant ? testsOf([]) : null;
  return expressionOf('bool', [left, ...parts], (row) => {
    const isMember = (once ?? testsOf(row)).some(({ read, values }) => {
      const value = fold(read(row));
      return value !== null && values.has(value);
    });
    return isMember === wanted;
  });
}

export function compileHasTerms(node: KqlNode, scope: Scope, compiler: Compiler, all: boolean): Expression {
  const left = compiler.expression(part(node, 'Left'), scope);
  const { parts, members, constant } = memberList(node, scope, compiler);
  const text = textOf(left);
  const termsOf = (row: Row) => members(row).map((member) => textOf(member)([]).toLowerCase());
  const once = constant ? termsOf([]) : null;
  return expressionOf('bool', [left, ...parts], (row) => matchesTerms(text(row), once ?? termsOf(row), all));
}
