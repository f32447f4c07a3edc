// The syntax tree as the evaluator sees it: plain nodes whose parts are found by role, with what the language package
// bound to them. The package's own objects end here.
import type { KqlColumn, KqlType } from '../kql-table';
import { KqlRefusal } from '../kql-table';
import { languagePackage, type PackageNode, type PackageSymbol } from './language-package';

export interface KqlNode {
  /** The package's SyntaxKind, such as `FilterOperator`. */
  readonly kind: string;
  /** Characters before it in the query. */
  readonly start: number;
  /** Of tokens, else empty. */
  readonly text: string;
  readonly parts: ReadonlyMap<string, KqlNode>;
  readonly lists: ReadonlyMap<string, readonly KqlNode[]>;
  /** Of a scalar expression; null where the package could tell none. */
  readonly type: KqlType | null;
  /** Of a table or of an expression with several values. */
  readonly columns: readonly KqlColumn[] | null;
  /** The name that an expression without one gives its column in `extend`; empty where it gives none. */
  readonly resultName: string;
  /** What a name stands for. */
  readonly symbol: { readonly kind: string; readonly name: string } | null;
}

const TYPES = ['string', 'int', 'long', 'real', 'decimal', 'bool', 'datetime', 'timespan', 'guid', 'dynamic'] as const;

export function kqlTypeOf(name: string | undefined): KqlType | null {
  return TYPES.find((type) => type === name) ?? null;
}

export function toKqlNode(node: PackageNode): KqlNode {
  const parts = new Map<string, KqlNode>();
  const lists = new Map<string, readonly KqlNode[]>();
  for (let index = 0; index < node.ChildCount; index += 1) {
    const child = node.GetChild(index);
    if (child === null || child === undefined || (child.IsMissing && child.IsToken)) continue;
    if (kindOf(child) === 'List') lists.set(node.GetName(index), elementsOf(child));
    else parts.set(node.GetName(index), toKqlNode(child));
  }
  const result = node.ResultType ?? null;
  return {
    kind: kindOf(node),
    start: node.TextStart,
    text: node.IsToken ? (node.Text ?? '') : '',
    parts,
    lists,
    type: kqlTypeOf(result?.Name),
    columns: columnsOf(result),
    resultName: isNaming(node) ? (languagePackage().resultName(node) ?? '') : '',
    symbol: symbolOf(node.ReferencedSymbol ?? null),
  };
}

/** The part that must be there. */
export function part(node: KqlNode, role: string): KqlNode {
  const found = node.parts.get(role);
  if (!found) throw new KqlRefusal('syntax', 'A recognition error occurred.');
  return found;
}

export function list(node: KqlNode, role: string): readonly KqlNode[] {
  return node.lists.get(role) ?? [];
}

/** The name that a NameReference, NameDeclaration or the like spells. */
export function nameIn(node: KqlNode): string {
  if (node.text !== '') return node.kind === 'StringLiteralToken' ? node.text.slice(1, -1) : node.text;
  const inner = node.parts.get('Name') ?? node.parts.get('Pattern') ?? node.parts.get('Token');
  return inner ? nameIn(inner) : '';
}

function kindOf(node: PackageNode): string {
  return languagePackage().syntaxKinds.get(node.Kind) ?? '';
}

/** Expressions that name a column after themselves. */
function isNaming(node: PackageNode): boolean {
  return /^(NameReference|PathExpression|ElementExpression|FunctionCallExpression)$/.test(kindOf(node));
}

/** The elements of a list, out of their wrappers with the comma behind them. */
function elementsOf(list: PackageNode): KqlNode[] {
  const elements: KqlNode[] = [];
  for (let index = 0; index < list.ChildCount; index += 1) {
    const child = list.GetChild(index);
    if (!child) continue;
    const element = kindOf(child) === 'SeparatedElement' ? child.GetChild(0) : child;
    if (element) elements.push(toKqlNode(element));
  }
  return elements;
}

function columnsOf(type: PackageSymbol | null): KqlColumn[] | null {
  const columns = type?.Columns;
  if (!columns) return null;
  return Array.from({ length: columns.Count }, (_, index) => {
    const column = columns.getItem(index);
    return { name: column.Name, type: kqlTypeOf(column.Type?.Name) ?? 'dynamic' };
  });
}

function symbolOf(symbol: PackageSymbol | null): KqlNode['symbol'] {
  if (!symbol) return null;
  return { kind: languagePackage().symbolKinds.get(symbol.Kind) ?? '', name: symbol.Name };
}
