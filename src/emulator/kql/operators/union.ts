// union: rows of several tables under each other; columns of one name and type are one column.
import type { Row } from '../expressions/expression';
import { isTabular, unsupported, withColumns, type Compiler, type Plan, type Scope } from '../expressions/scope';
import type { KqlColumn } from '../kql-table';
import { list, nameIn, type KqlNode } from '../language/kql-node';
import { columnsOf, emptyCell, parametersOf } from './operator';

interface Source {
  readonly name: string;
  readonly plan: Plan;
}

/** `input` is what is piped into it, if anything is. */
export function compileUnion(node: KqlNode, input: Source | null, scope: Scope, compiler: Compiler): Plan {
  // `isfuzzy` is not read: whether hunting knows it is unverified, so it is refused by its name.
  const parameters = parametersOf(node, ['kind', 'withsource']);
  const withsource = parameters.get('withsource');
  // The language package gives `inner` the columns of `outer`, so that what follows it could not be trusted.
  if ((parameters.get('kind') ?? 'outer') !== 'outer') throw unsupported(`union kind=${parameters.get('kind')}`);
  const columns = columnsOf(node);
  const written = list(node, 'Expressions').map((each, index) => {
    if (!isTabular(each)) throw unsupported(nameIn(each) || each.kind);
    const isNamed = each.kind === 'NameReference' && compiler.run.tables.has(nameIn(each));
    const name = isNamed ? nameIn(each) : `union_arg${index + (input ? 1 : 0)}`;
    return { name, plan: compiler.table(each, withColumns(scope, [])) };
  });
  const sources = input ? [input, ...written] : written;
  return {
    columns,
    rows() {
      const rows: Row[] = [];
      for (const { name, plan } of sources) {
        const from = columns.map((column) => placeIn(plan.columns, column));
        for (const row of plan.rows()) {
          compiler.run.budget.step();
          rows.push(
            columns.map((column, index) => {
              if (column.name === withsource) return name;
              const place = from[index] ?? -1;
              return place < 0 ? emptyCell(column.type) : (row[place] ?? null);
            }),
          );
        }
        compiler.run.budget.hold(rows.length);
      }
      return rows;
    },
  };
}

/** Columns of one name but of several types are told apart by their type behind the name. */
function placeIn(columns: readonly KqlColumn[], { name, type }: KqlColumn): number {
  const same = columns.findIndex((column) => column.name === name && column.type === type);
  if (same >= 0) return same;
  return columns.findIndex((column) => column.type === type && `${column.name}_${column.type}` === name);
}
