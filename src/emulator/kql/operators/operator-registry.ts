// Every tabular operator that is executed, by the language package's name for its node.
import { count, take, where } from './filter-rows';
import { join } from './join';
import { makeSeries } from './make-series';
import { mvExpand } from './mv-expand';
import type { OperatorCompiler } from './operator';
import { sort, top } from './order-rows';
import { extend, pickColumns, project, renameColumns, serialize } from './shape-columns';
import { getschema } from './sources';
import { distinct, summarize } from './summarize';

/** What is to be drawn changes nothing in the rows. */
const render: OperatorCompiler = (_node, input) => input;

export const OPERATORS: Readonly<Record<string, OperatorCompiler>> = {
  FilterOperator: where,
  TakeOperator: take,
  CountOperator: count,
  ProjectOperator: project,
  ExtendOperator: extend,
  ProjectAwayOperator: pickColumns,
  ProjectKeepOperator: pickColumns,
  ProjectReorderOperator: pickColumns,
  ProjectRenameOperator: renameColumns,
  SerializeOperator: serialize,
  SummarizeOperator: summarize,
  DistinctOperator: distinct,
  SortOperator: sort,
  TopOperator: top,
  JoinOperator: join,
  MvExpandOperator: mvExpand,
  MakeSeriesOperator: makeSeries,
  GetSchemaOperator: getschema,
  RenderOperator: render,
};
