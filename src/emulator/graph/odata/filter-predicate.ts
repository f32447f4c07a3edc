// Turns a filter tree into a test of rows, under a list of what may be filtered and how. A property or value that the
// service would refuse is refused here too, never ignored.
import { parseInstant } from '../../instants';
import { FilterError } from './filter-tokens';
import { parseFilter, type FilterTree, type Literal, type Operator } from './filter-tree';

export type FilterProperty =
  | { type: 'string'; ignoreCase?: boolean }
  | { type: 'instant' }
  | { type: 'boolean' }
  | { type: 'enum'; members: string[] };

export interface FilterSchema {
  /** The type's name in error messages. */
  typeName: string;
  properties: Record<string, FilterProperty>;
  /** `startswith` and `in` are understood. */
  functions: boolean;
}

type Row = object;
type Predicate = (row: Row) => boolean;
type Comparable = string | bigint | boolean | number | null;

/** Throws FilterError in the service's manner when the filter asks for what is not served. */
export function compileFilter(text: string, schema: FilterSchema): Predicate {
  return compile(parseFilter(text), schema);
}

function compile(tree: FilterTree, schema: FilterSchema): Predicate {
  if ('left' in tree) {
    const left = compile(tree.left, schema);
    const right = compile(tree.right, schema);
    return tree.node === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
  }
  if (tree.node === 'not') {
    const inner = compile(tree.of, schema);
    return (row) => !inner(row);
  }
  const property = propertyOf(schema, tree.property);
  const read = (row: Row) => stored(property, Reflect.get(row, tree.property));
  if (tree.node === 'compare') {
    const wanted = literalValue(tree.literal, property, tree.property);
    return (row) => holds(tree.operator, read(row), wanted);
  }
  if (!schema.functions) throw new FilterError(`'${tree.node}' is not supported for '${tree.property}'.`);
  if (tree.node === 'in') {
    const wanted = tree.literals.map((literal) => literalValue(literal, property, tree.property));
    return (row) => wanted.includes(read(row));
  }
  const prefix = literalValue(tree.prefix, property, tree.property);
  return (row) => String(read(row) ?? '').startsWith(String(prefix));
}

function propertyOf(schema: FilterSchema, name: string): FilterProperty {
  const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
  if (property) return property;
  throw new FilterError(`Could not find a property named '${name}' on type '${schema.typeName}'.`);
}

/** The literal as something comparable; members of an enumeration count by their place in it. */
function literalValue(literal: Literal, property: FilterProperty, name: string): Comparable {
  if (literal.kind === 'null') return null;
  const unfit = new FilterError(`A value of '${name}' is of an incompatible type.`);
  if (literal.kind === 'boolean') {
    if (property.type !== 'boolean') throw unfit;
    return literal.value;
  }
  if (property.type === 'instant') {
    const ticks = literal.kind === 'bare' ? parseInstant(literal.text) : null;
    if (ticks === null) throw unfit;
    return ticks;
  }
  if (literal.kind !== 'string' || property.type === 'boolean') throw unfit;
  if (property.type === 'string') return property.ignoreCase ? literal.text.toLowerCase() : literal.text;
  const place = property.members.indexOf(literal.text);
  if (place < 0)
    throw new FilterError(`The string '${literal.text}' is not a valid member of the enumeration '${name}'.`);
  return place;
}

function stored(property: FilterProperty, value: unknown): Comparable {
  if (property.type === 'boolean') return typeof value === 'boolean' ? value : null;
  if (typeof value !== 'string') return null;
  if (property.type === 'instant') return parseInstant(value);
  if (property.type === 'string') return property.ignoreCase ? value.toLowerCase() : value;
  // A product's odd casing (`HIGH`) is the same member.
  return property.members.findIndex((member) => member.toLowerCase() === value.toLowerCase());
}

function holds(operator: Operator, left: Comparable, right: Comparable): boolean {
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (left === null || right === null) return false;
  if (operator === 'gt') return left > right;
  if (operator === 'ge') return left >= right;
  if (operator === 'lt') return left < right;
  return left <= right;
}
