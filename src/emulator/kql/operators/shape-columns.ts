// project, extend, print and the operators that pick, drop, move or rename columns.
import type { Row } from '../expressions/expression';
import {
  columnIndex,
  semanticFault,
  unsupported,
  withColumns,
  type Compiler,
  type Plan,
  type Restart,
} from '../expressions/scope';
import { unnamed } from '../aggregates/compile-aggregates';
import type { KqlColumn, KqlValue } from '../kql-table';
import { list } from '../language/kql-node';
import { columnsOf, emptyCell, outputNames, parametersOf, type OperatorCompiler } from './operator';

export const project: OperatorCompiler = (node, input, scope, compiler) => {
  const columns = columnsOf(node);
  const nodes = list(node, 'Expressions').map(unnamed);
  if (nodes.length !== columns.length) throw unsupported('several columns of one expression');
  const restarts = countersOf(input);
  const inner = withColumns(scope, input.columns, restarts);
  const reads = nodes.map((each) => compiler.expression(each, inner).read);
  return mapped({ input, columns, compiler, restarts }, (row) => {
    const cells = new Array<KqlValue>(reads.length);
    for (let index = 0; index < reads.length; index += 1) cells[index] = reads[index]?.(row) ?? empties(columns, index);
    return cells;
  });
};

export const print: OperatorCompiler = (node, _input, scope, compiler) =>
  project(node, { columns: [], rows: () => [[]] }, scope, compiler);

/** Replaces columns of the same name where they stand, and adds the others at the end. */
export const extend: OperatorCompiler = (node, input, scope, compiler) => {
  const nodes = list(node, 'Expressions');
  if (nodes.length === 0) return input;
  const columns = columnsOf(node);
  const restarts = countersOf(input);
  const inner = withColumns(scope, input.columns, restarts);
  const names = outputNames(nodes, input.columns, columns);
  const written = nodes.map((each, index) => ({
    read: compiler.expression(unnamed(each), inner).read,
    at: columnIndex(columns, names[index] ?? ''),
  }));
  if (written.some(({ at }) => at < 0)) throw unsupported('several columns of one expression');
  return mapped({ input, columns, compiler, restarts }, (row) => {
    const cells = row.slice();
    for (const { read, at } of written) cells[at] = read(row) ?? empties(columns, at);
    return cells;
  });
};

/** project-away, project-keep, project-reorder: the language package tells which columns are left, in which order. */
export const pickColumns: OperatorCompiler = (node, input, _scope, compiler) => {
  const columns = columnsOf(node);
  const from = columns.map(({ name }) => columnIndex(input.columns, name));
  if (from.includes(-1)) throw semanticFault('A column is not there.');
  return mapped({ input, columns, compiler }, (row) => from.map((index) => row[index] ?? null));
};

export const renameColumns: OperatorCompiler = (node, input) => ({ ...input, columns: columnsOf(node) });

/** Says that the order of the rows is meant; they have one here anyway. */
export const serialize: OperatorCompiler = (node, input, scope, compiler) => {
  parametersOf(node, []);
  return extend(node, { ...input, serialized: true }, scope, compiler);
};

function empties(columns: readonly KqlColumn[], index: number): KqlValue {
  const column = columns[index];
  return column ? emptyCell(column.type) : null;
}

/** Counters of rows gather here where there may be some. */
const countersOf = (input: Plan): Restart[] | null => (input.serialized === true ? [] : null);

interface Mapping {
  input: Plan;
  columns: readonly KqlColumn[];
  compiler: Compiler;
  restarts?: Restart[] | null;
}

function mapped({ input, columns, compiler: { run }, restarts }: Mapping, shape: (row: Row) => Row): Plan {
  return {
    ...input,
    columns,
    rows() {
      const rows = input.rows();
      restarts?.forEach((restart) => restart());
      return rows.map((row) => {
        run.budget.step();
        return shape(row);
      });
    },
  };
}
