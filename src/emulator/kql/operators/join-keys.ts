// What the rows of a join are matched by: `on a, b` or `on $left.x == $right.y`, and both mixed.
import { domainOf, readIn } from '../expressions/comparison';
import { columnAt } from '../expressions/calls';
import type { Expression, Read } from '../expressions/expression';
import { columnIndex, semanticFault, unsupported } from '../expressions/scope';
import type { KqlColumn } from '../kql-table';
import { list, nameIn, part, type KqlNode } from '../language/kql-node';

export interface JoinKeys {
  readonly left: readonly Read[];
  readonly right: readonly Read[];
}

export function joinKeys(clause: KqlNode, left: readonly KqlColumn[], right: readonly KqlColumn[]): JoinKeys {
  const pairs = list(clause, 'Expressions').map((condition) => pairOf(condition, left, right));
  const reads = pairs.map(([a, b]) => {
    const domain = domainOf(a.type, b.type);
    if (a.type === 'dynamic' || b.type === 'dynamic') {
      throw semanticFault("Joining by a 'dynamic' type is not supported.");
    }
    return { left: readIn(domain, a), right: readIn(domain, b) };
  });
  return { left: reads.map((each) => each.left), right: reads.map((each) => each.right) };
}

function pairOf(
  node: KqlNode,
  left: readonly KqlColumn[],
  right: readonly KqlColumn[],
): readonly [left: Expression, right: Expression] {
  if (node.kind === 'ParenthesizedExpression') return pairOf(part(node, 'Expression'), left, right);
  if (node.kind === 'NameReference') return [named(nameIn(node), left), named(nameIn(node), right)];
  if (node.kind !== 'EqualExpression') throw unsupported('a join condition other than ==');
  const sides = [part(node, 'Left'), part(node, 'Right')].map(sideOf);
  const [ofLeft, ofRight] = ['$left', '$right'].map((side) => sides.find((one) => one.side === side));
  if (!ofLeft || !ofRight) throw unsupported('a join condition that compares no two sides');
  return [named(ofLeft.column, left), named(ofRight.column, right)];
}

function sideOf(node: KqlNode): { side: string; column: string } {
  if (node.kind !== 'PathExpression') throw unsupported('a join condition other than $left.x == $right.y');
  return { side: nameIn(part(node, 'Expression')), column: nameIn(part(node, 'Selector')) };
}

function named(name: string, columns: readonly KqlColumn[]): Expression {
  const index = columnIndex(columns, name);
  const column = columns[index];
  if (!column) throw semanticFault(`Column '${name}' is not on both sides of the join.`);
  return columnAt(column.type, index);
}
