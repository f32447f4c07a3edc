// Runs a hunting query over tables in memory: parsed and bound by the published language package, compiled once into
// functions over rows, then executed. What is not executed here is refused by its name.
import { Budget, DEFAULT_MAX_MS, DEFAULT_MAX_ROWS } from './budget';
import { compileExpression } from './expressions/compile-expression';
import { withStatement } from './expressions/query-functions';
import { EMPTY_SCOPE, unsupported, type Compiler, type Plan, type Scope } from './expressions/scope';
import { KqlRefusal, type KqlOptions, type KqlResult } from './kql-table';
import { part, type KqlNode } from './language/kql-node';
import { parseQuery } from './language/parse-query';
import { compileTable } from './operators/compile-table';

/**
 * The rows of the query's one result. Throws KqlRefusal for what the service would refuse and for what is not executed
 * here. The tables are only read.
 */
export function runKql(query: string, options: KqlOptions): KqlResult {
  const statements = parseQuery(query, options.tables);
  try {
    return execute(statements, compilerFor(options));
  } catch (error) {
    // Expressions are compiled and asked on the stack; so deep a query is refused like one with too many brackets.
    if (error instanceof RangeError) throw new KqlRefusal('tooLarge', 'The query nests too deep.');
    throw error;
  }
}

function compilerFor({ tables, now, maxRows = DEFAULT_MAX_ROWS, maxMs = DEFAULT_MAX_MS }: KqlOptions): Compiler {
  const compiler: Compiler = {
    run: {
      tables: new Map(tables.map((table) => [table.name, table])),
      now,
      budget: new Budget(maxRows, maxMs),
    },
    expression: (node, scope) => compileExpression(node, scope, compiler),
    table: (node, scope) => compileTable(node, scope, compiler),
  };
  return compiler;
}

function execute(statements: readonly KqlNode[], compiler: Compiler): KqlResult {
  let scope: Scope = EMPTY_SCOPE;
  let result: Plan | null = null;
  for (const statement of statements) {
    if (statement.kind !== 'ExpressionStatement') scope = withStatement(statement, scope, compiler);
    else if (result) throw unsupported('several results');
    else result = compiler.table(part(statement, 'Expression'), scope);
  }
  if (!result) throw new KqlRefusal('syntax', 'A recognition error occurred.');
  const rows = result.rows();
  compiler.run.budget.checkTime();
  compiler.run.budget.hold(rows.length);
  return { columns: result.columns, rows };
}
