// What names mean at a place of the query, and the two compilers that call each other through here.
import type { KqlColumn, KqlTable } from '../kql-table';
import { KqlRefusal } from '../kql-table';
import type { Budget } from '../budget';
import type { KqlNode } from '../language/kql-node';
import type { Expression, Row } from './expression';

/** A step of the query: rows of known columns, made when asked for. */
export interface Plan {
  readonly columns: readonly KqlColumn[];
  readonly rows: () => readonly Row[];
  /** The order of the rows is meant: `sort`, `top` or `serialize` came before. */
  readonly serialized?: boolean;
}

/** Puts back to the start what counts rows; called each time the rows are gone through. */
export type Restart = () => void;

export type Binding =
  | { readonly kind: 'scalar'; readonly expression: Expression }
  | { readonly kind: 'table'; readonly plan: Plan }
  | { readonly kind: 'function'; readonly declaration: KqlNode; readonly scope: Scope };

export interface Scope {
  readonly columns: readonly KqlColumn[];
  readonly names: ReadonlyMap<string, Binding>;
  /** Within a table expression the row of the expression around it cannot be seen. */
  readonly constantsOnly: boolean;
  /** Where rows may be counted, what counts them; null where their order means nothing. */
  readonly restarts: Restart[] | null;
}

export interface Run {
  readonly tables: ReadonlyMap<string, KqlTable>;
  readonly now: number;
  readonly budget: Budget;
}

export interface Compiler {
  readonly run: Run;
  expression(node: KqlNode, scope: Scope): Expression;
  table(node: KqlNode, scope: Scope): Plan;
}

export const EMPTY_SCOPE: Scope = { columns: [], names: new Map(), constantsOnly: false, restarts: null };

export function withColumns(scope: Scope, columns: readonly KqlColumn[], restarts: Restart[] | null = null): Scope {
  return { ...scope, columns, restarts };
}

export function withName(scope: Scope, name: string, binding: Binding): Scope {
  return { ...scope, names: new Map(scope.names).set(name, binding) };
}

/** Where the column stands in a row; -1 when there is none of that name. */
export function columnIndex(columns: readonly KqlColumn[], name: string): number {
  return columns.findIndex((column) => column.name === name);
}

/** The refusal that names what is not executed here. */
export function unsupported(what: string): KqlRefusal {
  return new KqlRefusal('unsupported', `'${what}' is not supported.`);
}

export function semanticFault(text: string): KqlRefusal {
  return new KqlRefusal('semantic', `${text} Fix semantic errors in your query.`);
}

/** A table expression, told by what was bound to it: tables and tuples have columns, scalars none. */
export function isTabular(node: KqlNode): boolean {
  return node.columns !== null && node.type === null;
}
