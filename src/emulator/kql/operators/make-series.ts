// make-series: for each group the aggregates of every step of an axis between two ends, the second not included, as
// arrays. Steps without rows have the default.
import { compileAggregates, unnamed } from '../aggregates/compile-aggregates';
import type { Accumulator } from '../aggregates/aggregate';
import { ARRAY_ELEMENTS } from '../budget';
import { coerced, numberOf, type Expression } from '../expressions/expression';
import { semanticFault, unsupported, withColumns, type Compiler, type Plan, type Scope } from '../expressions/scope';
import type { KqlType, KqlValue } from '../kql-table';
import { list, part, type KqlNode } from '../language/kql-node';
import { intoDynamic } from '../values/dynamic';
import { Grouping } from './grouping';
import { columnsOf, parametersOf, type OperatorCompiler } from './operator';
import { groupKeys } from './summarize';

interface Axis {
  readonly from: number;
  readonly step: number;
  readonly steps: number;
  readonly type: KqlType;
}

export const makeSeries: OperatorCompiler = (node, input, scope, compiler) => {
  const isNonempty = parametersOf(node, ['kind']).get('kind') === 'nonempty';
  const inner = withColumns(scope, input.columns);
  const written = list(node, 'Aggregates');
  const aggregates = compileAggregates(
    written.map((each) => unnamed(part(each, 'Expression'))),
    inner,
    compiler,
  );
  const defaults = written.map((each) => defaultOf(each, scope, compiler));
  const on = compiler.expression(unnamed(part(part(node, 'OnClause'), 'Expression')), inner);
  const axis = axisOf(part(node, 'RangeClause'), on.type, scope, compiler);
  const by = node.parts.get('ByClause');
  const keys = by ? groupKeys(list(by, 'Expressions'), inner, compiler) : [];
  const types = written.map((each) => part(each, 'Expression').type ?? 'dynamic');
  const rows = (): KqlValue[][] => {
    const grouping = seriesOf(input, keys, on, axis, aggregates.start, compiler);
    if (grouping.groups.length === 0 && isNonempty && !by) grouping.of([]);
    return grouping.groups.map(({ key, state }) => {
      const filled = new Map([...state].map(([step, accumulators]) => [step, aggregates.finish(accumulators)]));
      const values = types.map((type, index) =>
        eachStep(axis, (step) => {
          const found = filled.get(step);
          return found ? intoDynamic(found[index] ?? null, type) : (defaults[index] ?? null);
        }),
      );
      return [...key, ...values, eachStep(axis, (step) => intoDynamic(axis.from + step * axis.step, axis.type))];
    });
  };
  return { columns: columnsOf(node), rows };
};

function seriesOf(
  input: Plan,
  keys: ConstructorParameters<typeof Grouping>[0],
  on: Expression,
  axis: Axis,
  start: () => Accumulator[],
  { run }: Compiler,
): Grouping<Map<number, Accumulator[]>> {
  const grouping = new Grouping(keys, () => new Map<number, Accumulator[]>());
  const place = numberOf(on);
  for (const row of input.rows()) {
    run.budget.step();
    const at = place(row);
    const step = at === null ? -1 : Math.floor((at - axis.from) / axis.step);
    if (step < 0 || step >= axis.steps) continue;
    const series = grouping.of(row);
    const accumulators = series.get(step) ?? start();
    series.set(step, accumulators);
    for (const accumulator of accumulators) accumulator.add(row);
    run.budget.hold(grouping.groups.length * axis.steps);
  }
  return grouping;
}

function eachStep(axis: Axis, value: (step: number) => KqlValue): KqlValue[] {
  return Array.from({ length: axis.steps }, (_, step) => value(step));
}

function defaultOf(node: KqlNode, scope: Scope, compiler: Compiler): KqlValue {
  const clause = node.parts.get('DefaultExpression');
  if (!clause) return 0;
  const expression = compiler.expression(part(clause, 'Expression'), withColumns(scope, []));
  return coerced(expression, 'dynamic')([]);
}

function axisOf(clause: KqlNode, type: KqlType, scope: Scope, compiler: Compiler): Axis {
  if (clause.kind !== 'MakeSeriesFromToStepClause') throw unsupported('make-series in range()');
  const ends = ['MakeSeriesFromClause', 'MakeSeriesToClause', 'MakeSeriesStepClause'].map((role) => {
    const end = clause.parts.get(role);
    if (!end) throw unsupported('make-series without from, to and step');
    const expression = compiler.expression(part(end, 'Expression'), withColumns(scope, []));
    const value = expression.constant ? numberOf(expression)([]) : null;
    if (value === null) throw semanticFault('The ends and the step of make-series must be constants.');
    return value;
  });
  const [from = 0, to = 0, step = 0] = ends;
  const steps = Math.max(0, Math.ceil((to - from) / step));
  if (step <= 0) throw semanticFault('The step of make-series must be positive.');
  if (steps > ARRAY_ELEMENTS) throw semanticFault(`A series is over ${ARRAY_ELEMENTS} values long.`);
  return { from, step, steps, type };
}
