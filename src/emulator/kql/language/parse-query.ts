// Text to a bound tree. What the language package finds wrong is refused in the hunting service's words.
import { KqlRefusal, type KqlTable } from '../kql-table';
import { bindSchema } from './bind-schema';
import { toKqlNode, type KqlNode } from './kql-node';
import { languagePackage, type PackageCode } from './language-package';
import { nestingOf } from './nesting';
import { placeOf, refusalOf } from './refused-query';

/** Longer queries are refused, in characters. */
export const QUERY_CHARACTERS = 100_000;
/** Brackets in brackets; the service has bounds of its own. */
export const QUERY_NESTING = 200;
/** The language package's own word for a tree that it does not bind. */
const TOO_DEEP = 'KS245';

/** The query's statements in order. Throws KqlRefusal for what cannot be parsed or bound. */
export function parseQuery(query: string, tables: readonly KqlTable[]): readonly KqlNode[] {
  if (query.length > QUERY_CHARACTERS) {
    throw new KqlRefusal('tooLarge', `The query is over ${QUERY_CHARACTERS} characters.`);
  }
  // The package needs seconds to get ready for commands, which are refused anyway.
  if (/^\s*\./.test(query)) throw notQuery(query);
  if (nestingOf(query) > QUERY_NESTING) throw tooDeep();
  const code = analyze(query, tables);
  if (code.Kind !== 'Query') throw notQuery(query);
  const faults = diagnosticsOf(code).filter(({ Severity }) => Severity === 'Error');
  // So deep a tree was not bound, and is not worth walking.
  if (faults.some(({ Code }) => Code === TOO_DEEP)) throw tooDeep();
  const root = toKqlNode(code.Syntax);
  const refusal = refusalOf(faults, root, query);
  if (refusal) throw refusal;
  return root.lists.get('Statements') ?? [];
}

function tooDeep(): KqlRefusal {
  return new KqlRefusal('tooLarge', 'The query nests too deep.');
}

function analyze(query: string, tables: readonly KqlTable[]): PackageCode {
  const { KustoCode } = languagePackage().language;
  try {
    return KustoCode.ParseAndAnalyze(query, bindSchema(tables));
  } catch (error) {
    // The parser descends on the stack; what exhausts it nests too deep in some way that has no brackets.
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

function notQuery(query: string): KqlRefusal {
  const command = /^\s*(\.\S+)/.exec(query)?.[1];
  if (!command) return new KqlRefusal('syntax', 'A recognition error occurred.', placeOf(query, 0));
  return new KqlRefusal('unsupported', `Management commands are not supported: '${command}'.`, placeOf(query, 0));
}

function diagnosticsOf(code: PackageCode) {
  const found = code.GetDiagnostics();
  return Array.from({ length: found.Count }, (_, index) => found.getItem(index));
}
