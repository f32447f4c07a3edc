// mv-expand: a row for each element of an array or bag. Several columns are expanded side by side, the shorter ones
// filled with nulls. Null gives one row, an empty array none.
import { coerced, type Read, type Row } from '../expressions/expression';
import { columnIndex, unsupported, withColumns } from '../expressions/scope';
import { unnamed } from '../aggregates/compile-aggregates';
import type { KqlType, KqlValue } from '../kql-table';
import { kqlTypeOf, list, part, type KqlNode } from '../language/kql-node';
import { castDynamic, fromJson, isBag, isList } from '../values/dynamic';
import { rowCount } from './filter-rows';
import { columnsOf, outputNames, parametersOf, type OperatorCompiler } from './operator';

interface Expanded {
  readonly read: Read;
  readonly at: number;
  readonly type: KqlType;
}

export const mvExpand: OperatorCompiler = (node, input, scope, compiler) => {
  const parameters = parametersOf(node, ['kind', 'bagexpansion', 'with_itemindex']);
  const asPairs = (parameters.get('kind') ?? parameters.get('bagexpansion')) === 'array';
  const columns = columnsOf(node);
  const limit = node.parts.get('RowLimitClause');
  const most = limit ? rowCount(part(limit, 'RowLimit'), scope, compiler) : Infinity;
  const written = list(node, 'Expressions');
  const nodes = written.map((each) => part(each, 'Expression'));
  const names = outputNames(nodes, input.columns, columns);
  const inner = withColumns(scope, input.columns);
  const expanded = nodes.map((each, index): Expanded => {
    const read = coerced(compiler.expression(unnamed(each), inner), 'dynamic');
    return { read, at: columnIndex(columns, names[index] ?? ''), type: typeOf(written[index]) };
  });
  if (expanded.some(({ at }) => at < 0)) throw unsupported('mv-expand of such an expression');
  const itemIndex = columnIndex(columns, parameters.get('with_itemindex') ?? '');
  const { budget } = compiler.run;
  return {
    columns,
    rows() {
      const rows: Row[] = [];
      for (const row of input.rows()) {
        budget.step();
        const elements = expanded.map(({ read }) => elementsOf(read(row), asPairs));
        const count = Math.min(most, Math.max(...elements.map(({ length }) => length)));
        for (let item = 0; item < count; item += 1) {
          const cells = row.slice();
          for (const [index, { at, type }] of expanded.entries()) {
            cells[at] = castDynamic(elements[index]?.[item] ?? null, type);
          }
          if (itemIndex >= 0) cells[itemIndex] = item;
          rows.push(cells);
        }
        budget.hold(rows.length);
      }
      return rows;
    },
  };
};

function typeOf(node: KqlNode | undefined): KqlType {
  const clause = node?.parts.get('ToTypeOf');
  if (!clause) return 'dynamic';
  const [type] = list(part(clause, 'TypeOf'), 'Types');
  return kqlTypeOf(type?.symbol?.name) ?? 'dynamic';
}

function elementsOf(value: KqlValue, asPairs: boolean): readonly KqlValue[] {
  if (isList(value)) return value.map(fromJson);
  if (!isBag(value)) return [value];
  return Object.entries(value).map(([key, inner]): KqlValue => (asPairs ? [key, inner] : { [key]: inner }));
}
