// Which of the language package's complaints refuses a query, in the words of the hunting service's own errors:
// "'summarize' operator: Failed to resolve scalar expression named 'X'. Fix semantic errors in your query."
import { KqlRefusal } from '../kql-table';
import type { KqlNode } from './kql-node';
import type { PackageDiagnostic } from './language-package';

type Fault = Pick<PackageDiagnostic, 'Code' | 'Message' | 'Start' | 'Length'>;

const FIX = 'Fix semantic errors in your query.';
const UNKNOWN_TABLE = new Set(['KS204']);
const UNKNOWN_COLUMN = new Set(['KS142']);
const UNKNOWN_FUNCTION = new Set(['KS211']);
/** Complaints under this number are of the parser, and KS176 is its word for an operator it does not know. */
const FIRST_SEMANTIC = 100;
const UNKNOWN_OPERATOR = 'KS176';

/** The one complaint that the service would report, or null when the query stands. */
export function refusalOf(faults: readonly Fault[], root: KqlNode, query: string): KqlRefusal | null {
  const fault = faults.find(isOfSyntax) ?? faults[0];
  if (!fault) return null;
  const place = placeOf(query, fault.Start);
  if (isOfSyntax(fault)) return new KqlRefusal('syntax', 'A recognition error occurred.', place);
  const name = nameAt(query, fault);
  const operator = operatorAround(root, fault.Start, fault.Start + fault.Length);
  const where = operator === null ? '' : `'${operator}' operator: `;
  if (UNKNOWN_TABLE.has(fault.Code) || (UNKNOWN_COLUMN.has(fault.Code) && isStatement(root, fault.Start))) {
    const text = `${where}Failed to resolve table or column expression named '${name}'. ${FIX}`;
    return new KqlRefusal('unknownTable', text, place);
  }
  if (UNKNOWN_COLUMN.has(fault.Code)) {
    const text = `${where}Failed to resolve scalar expression named '${name}'. ${FIX}`;
    return new KqlRefusal('unknownColumn', text, place);
  }
  if (UNKNOWN_FUNCTION.has(fault.Code)) {
    return new KqlRefusal('semantic', `${where}Unknown function: '${name}'. ${FIX}`, place);
  }
  return new KqlRefusal('semantic', `${where}${fault.Message} ${FIX}`, place);
}

/** 1-based line and column of a character of the query. */
export function placeOf(query: string, at: number): { line: number; column: number } {
  const before = query.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

function isOfSyntax({ Code }: Fault): boolean {
  return Code === UNKNOWN_OPERATOR || Number(Code.replace(/\D/g, '')) < FIRST_SEMANTIC;
}

/** A name that is a whole statement stands where a table is expected. */
function isStatement(root: KqlNode, start: number): boolean {
  const statements = root.lists.get('Statements') ?? [];
  return statements.some(
    ({ kind, parts }) =>
      kind === 'ExpressionStatement' &&
      parts.get('Expression')?.kind === 'NameReference' &&
      parts.get('Expression')?.start === start,
  );
}

/** The name without the brackets and quotes of `['name']`. */
function nameAt(query: string, { Start, Length }: Fault): string {
  return query.slice(Start, Start + Length).replace(/^\[['"]|['"]\]$/g, '');
}

/** The word of the innermost operator that holds the place, or else of the one that the place is piped into. */
function operatorAround(root: KqlNode, start: number, end: number): string | null {
  let word: string | null = null;
  let node: KqlNode | undefined = root;
  while (node) {
    if (node.kind.endsWith('Operator') && node.kind !== 'BadQueryOperator') word = keywordOf(node) ?? word;
    // A table piped into an operator is told by that operator's name.
    if (node.kind === 'PipeExpression') word = pipedInto(node, start) ?? word;
    node = childAround(node, start, end);
  }
  return word;
}

function pipedInto(pipe: KqlNode, start: number): string | null {
  const operator = pipe.parts.get('Operator');
  return operator && start < operator.start ? keywordOf(operator) : null;
}

function keywordOf(operator: KqlNode): string | null {
  const [first] = [...operator.parts.values()].filter(({ text }) => text !== '');
  return first?.text ?? null;
}

function childAround(node: KqlNode, start: number, end: number): KqlNode | undefined {
  const children = [...node.parts.values(), ...[...node.lists.values()].flat()];
  const before = children.filter((child) => child.start <= start).sort((a, b) => a.start - b.start);
  // Zero-width nodes share their start with the node behind them: the last that has children of its own wins.
  const within = before.filter((child) => child.text === '' || child.start + child.text.length >= end);
  return within.findLast((child) => child.parts.size > 0 || child.lists.size > 0);
}
