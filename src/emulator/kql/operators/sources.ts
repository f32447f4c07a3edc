// Tables that a query makes up by itself: range, datatable; and getschema, which tells a table's columns.
import { coerced, numberOf } from '../expressions/expression';
import { semanticFault, withColumns, type Compiler, type Plan, type Scope } from '../expressions/scope';
import type { KqlType, KqlValue } from '../kql-table';
import { list, part, type KqlNode } from '../language/kql-node';
import { columnsOf, emptyCell, type OperatorCompiler } from './operator';

/** `range x from 1 to 10 step 1`, both ends included. */
export function compileRange(node: KqlNode, scope: Scope, { run, expression }: Compiler): Plan {
  const [from, to, step] = ['From', 'To', 'Step'].map((role) => {
    const given = expression(part(node, role), withColumns(scope, []));
    const value = given.constant ? numberOf(given)([]) : null;
    if (value === null) throw semanticFault('The ends and the step of range must be constants.');
    return value;
  });
  if (from === undefined || to === undefined || step === undefined || step === 0) {
    throw semanticFault('The step of range must not be zero.');
  }
  const count = Math.max(0, Math.floor((to - from) / step) + 1);
  return {
    columns: columnsOf(node),
    rows() {
      run.budget.hold(count);
      return Array.from({ length: count }, (_, index) => {
        run.budget.step();
        return [from + index * step];
      });
    },
  };
}

export function compileDatatable(node: KqlNode, scope: Scope, { expression }: Compiler): Plan {
  const columns = columnsOf(node);
  const values = list(node, 'Values').map((each, index): KqlValue => {
    const type = columns[index % columns.length]?.type ?? 'dynamic';
    return coerced(expression(each, withColumns(scope, [])), type)([]) ?? emptyCell(type);
  });
  const count = Math.floor(values.length / columns.length);
  const rows = Array.from({ length: count }, (_, row) =>
    values.slice(row * columns.length, (row + 1) * columns.length),
  );
  return { columns, rows: () => rows };
}

/** The .NET type behind each. */
const DATA_TYPES: Readonly<Record<KqlType, string>> = {
  string: 'System.String',
  int: 'System.Int32',
  long: 'System.Int64',
  real: 'System.Double',
  decimal: 'System.Data.SqlTypes.SqlDecimal',
  bool: 'System.SByte',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  guid: 'System.Guid',
  dynamic: 'System.Object',
};

export const getschema: OperatorCompiler = (node, input) => ({
  columns: columnsOf(node),
  rows: () => input.columns.map(({ name, type }, index) => [name, index, DATA_TYPES[type], type]),
});
