// join, by a hash of the right side's keys. Nulls match nothing, not even each other. Rows come in the left side's
// order, those of the right alone behind them.
import type { Row } from '../expressions/expression';
import { unsupported, withColumns, type Compiler } from '../expressions/scope';
import type { KqlColumn } from '../kql-table';
import { part } from '../language/kql-node';
import { Grouping } from './grouping';
import { joinKeys, type JoinKeys } from './join-keys';
import { columnsOf, emptyCell, parametersOf, type OperatorCompiler } from './operator';

interface Sides {
  readonly left: readonly Row[];
  readonly right: readonly Row[];
  readonly keys: JoinKeys;
  readonly leftColumns: readonly KqlColumn[];
  readonly rightColumns: readonly KqlColumn[];
  readonly compiler: Compiler;
}

type JoinKind = (sides: Sides) => Row[];

export const join: OperatorCompiler = (node, input, scope, compiler) => {
  const kind = parametersOf(node, ['kind']).get('kind') ?? 'innerunique';
  const combine = Object.hasOwn(JOIN_KINDS, kind) ? JOIN_KINDS[kind] : undefined;
  if (!combine) throw unsupported(`join kind=${kind}`);
  const other = compiler.table(part(node, 'Expression'), withColumns(scope, []));
  const clause = node.parts.get('ConditionClause');
  if (clause?.kind !== 'JoinOnClause') throw unsupported('join without on');
  const keys = joinKeys(clause, input.columns, other.columns);
  return {
    columns: columnsOf(node),
    rows: () =>
      combine({
        left: input.rows(),
        right: other.rows(),
        keys,
        leftColumns: input.columns,
        rightColumns: other.columns,
        compiler,
      }),
  };
};

/** Rows of one side by their keys; those with a null among them match nothing and are left out. */
function indexOf(rows: readonly Row[], keys: JoinKeys['left'], { run }: Compiler): Grouping<Row[]> {
  const grouping = new Grouping<Row[]>(keys, () => []);
  for (const row of rows) {
    run.budget.step();
    if (keys.every((key) => key(row) !== null)) grouping.of(row).push(row);
  }
  return grouping;
}

function matching({ left, right, keys, compiler }: Sides, each: (row: Row, matches: readonly Row[]) => void): Set<Row> {
  const index = indexOf(right, keys.right, compiler);
  const met = new Set<Row>();
  for (const row of left) {
    compiler.run.budget.step();
    const key = keys.left.map((read) => read(row));
    const matches = key.includes(null) ? [] : (index.find(key) ?? []);
    for (const match of matches) met.add(match);
    each(row, matches);
  }
  return met;
}

function combined(sides: Sides, keepLeft: boolean, keepRight: boolean): Row[] {
  const { budget } = sides.compiler.run;
  const [noLeft, noRight] = [empty(sides.leftColumns), empty(sides.rightColumns)];
  const rows: Row[] = [];
  const met = matching(sides, (row, matches) => {
    for (const match of matches) {
      budget.step();
      rows.push([...row, ...match]);
    }
    if (matches.length === 0 && keepLeft) rows.push([...row, ...noRight]);
    budget.hold(rows.length);
  });
  if (keepRight) for (const row of sides.right) if (!met.has(row)) rows.push([...noLeft, ...row]);
  budget.hold(rows.length);
  return rows;
}

/** Of the left rows with the same keys only the first takes part. */
function uniqueLeft(sides: Sides): Sides {
  const { groups } = indexOf(sides.left, sides.keys.left, sides.compiler);
  return { ...sides, left: groups.flatMap(({ state }) => state.slice(0, 1)) };
}

function leftOnly(sides: Sides, wanted: boolean): Row[] {
  const rows: Row[] = [];
  matching(sides, (row, matches) => {
    if (matches.length > 0 === wanted) rows.push(row);
  });
  return rows;
}

function rightOnly(sides: Sides, wanted: boolean): Row[] {
  const met = matching(sides, () => undefined);
  return sides.right.filter((row) => met.has(row) === wanted);
}

function empty(columns: readonly KqlColumn[]): Row {
  return columns.map(({ type }) => emptyCell(type));
}

export const JOIN_KINDS: Readonly<Record<string, JoinKind>> = {
  innerunique: (sides) => combined(uniqueLeft(sides), false, false),
  inner: (sides) => combined(sides, false, false),
  leftouter: (sides) => combined(sides, true, false),
  rightouter: (sides) => combined(sides, false, true),
  fullouter: (sides) => combined(sides, true, true),
  leftsemi: (sides) => leftOnly(sides, true),
  leftanti: (sides) => leftOnly(sides, false),
  leftantisemi: (sides) => leftOnly(sides, false),
  anti: (sides) => leftOnly(sides, false),
  rightsemi: (sides) => rightOnly(sides, true),
  rightanti: (sides) => rightOnly(sides, false),
  rightantisemi: (sides) => rightOnly(sides, false),
};
