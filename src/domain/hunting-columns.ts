// What a tenant's hunting tables hold. Published schemas differ and tenants differ from both, and one wrong column
// refuses a whole query: a column is named only where the tenant has it.
import { stringLiteral } from './kql-literal';

/** Column names of one table, as the tenant's schema spells them. */
export type HuntingColumns = ReadonlySet<string>;

/** Text of the column, or of the first one there is; an empty literal where the tenant has none of them. */
export function textColumn(columns: HuntingColumns, ...names: readonly string[]): string {
  const name = names.find((one) => columns.has(one));
  return name === undefined ? stringLiteral('') : `tostring(${name})`;
}

/** The predicate made of a column, or null where the tenant lacks it. */
export function whereColumn(columns: HuntingColumns, name: string, predicate: (name: string) => string): string | null {
  return columns.has(name) ? predicate(name) : null;
}

/** True of rows for which one of them holds; of no row when none can be asked. */
export function anyOf(...predicates: readonly (string | null)[]): string {
  const asked = predicates.filter((predicate) => predicate !== null);
  return asked.length === 0 ? 'false' : asked.join(' or ');
}
