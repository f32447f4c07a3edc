// Tells the language package which tables there are, so that it can bind names and infer types.
import type { KqlTable, KqlType } from '../kql-table';
import { languagePackage, type PackageGlobals } from './language-package';

/** The package's word for each type. */
const SCALARS: Readonly<Record<KqlType, string>> = {
  string: 'String',
  int: 'Int',
  long: 'Long',
  real: 'Real',
  decimal: 'Decimal',
  bool: 'Bool',
  datetime: 'DateTime',
  timespan: 'TimeSpan',
  guid: 'Guid',
  dynamic: 'Dynamic',
};

/** Schemas kept, so that the same tables are not described to the package at every query. */
export const SCHEMAS_KEPT = 16;
const kept = new Map<string, PackageGlobals>();

export function bindSchema(tables: readonly KqlTable[]): PackageGlobals {
  const key = JSON.stringify(tables.map(({ name, columns }) => [name, columns.map((one) => [one.name, one.type])]));
  const known = kept.get(key);
  if (known) return known;
  const globals = describe(tables);
  if (kept.size >= SCHEMAS_KEPT) kept.clear();
  kept.set(key, globals);
  return globals;
}

function describe(tables: readonly KqlTable[]): PackageGlobals {
  const { language, arrayOf } = languagePackage();
  const { ColumnSymbol, TableSymbol, DatabaseSymbol, ScalarTypes } = language.Symbols;
  const described = tables.map(({ name, columns }) => {
    const symbols = columns.map((column) => {
      const type = ScalarTypes[SCALARS[column.type]];
      if (!type) throw new Error(`The KQL language package knows no type ${column.type}.`);
      return new ColumnSymbol(column.name, type, null, null, null, null);
    });
    return new TableSymbol.$ctor4(name, arrayOf(symbols, ColumnSymbol));
  });
  const database = new DatabaseSymbol.$ctor1('hunting', arrayOf(described, TableSymbol));
  return language.GlobalState.Default.WithDatabase(database);
}
