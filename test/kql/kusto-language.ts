// Microsoft's own KQL parser and binder, typed as far as the tests ask it. It comes as two browser scripts that leave a
// global behind.

interface KustoList<T> {
  Count: number;
  getItem(index: number): T;
}

interface Diagnostic {
  Code: string;
  Message: string;
}

interface Column {
  Name: string;
  Type: { Name: string };
}

interface KustoCode {
  GetDiagnostics(): KustoList<Diagnostic>;
  ResultType: { Columns?: KustoList<Column> } | null;
}

interface Token {
  Kind: number;
  Text: string;
}

type Opaque = { readonly opaque: unique symbol };

interface Kusto {
  Language: {
    KustoCode: { ParseAndAnalyze(text: string, globals: Opaque): KustoCode };
    GlobalState: { Default: { WithDatabase(database: Opaque): Opaque } };
    Parsing: { TokenParser: { ParseTokens(text: string): Token[] } };
    Symbols: {
      ScalarTypes: Record<string, Opaque>;
      ColumnSymbol: new (name: string, type: Opaque, a: null, b: null, c: null, d: null) => Opaque;
      TableSymbol: { $ctor4: new (name: string, columns: Opaque[]) => Opaque };
      DatabaseSymbol: { $ctor1: new (name: string, tables: Opaque[]) => Opaque };
    };
  };
}

function load(): Kusto {
  require('@kusto/language-service-next/bridge.min.js');
  require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
  return Reflect.get(globalThis, 'Kusto');
}

let loaded: Kusto | null = null;
const kusto = (): Kusto['Language'] => (loaded ??= load()).Language;

const TYPES: Record<string, string> = {
  string: 'String',
  int: 'Int',
  long: 'Long',
  bool: 'Bool',
  datetime: 'DateTime',
  guid: 'Guid',
  dynamic: 'Dynamic',
};

function each<T>(list: KustoList<T> | undefined): T[] {
  return Array.from({ length: list?.Count ?? 0 }, (_, index) => list?.getItem(index)).filter(
    (item) => item !== undefined,
  );
}

/** Column types by name, by table. */
export type Tables = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** Binds queries against the tables; made once for many queries. */
export function createBinder(tables: Tables): (text: string) => { diagnostics: string[]; columns: string[] } {
  const { Symbols, GlobalState, KustoCode } = kusto();
  const typeOf = (name: string): Opaque => {
    const type = Symbols.ScalarTypes[TYPES[name] ?? ''];
    if (type === undefined) throw new RangeError(`no KQL type: ${name}`);
    return type;
  };
  const symbols = Object.entries(tables).map(([table, columns]) => {
    const made = [...columns].map(
      ([name, type]) => new Symbols.ColumnSymbol(name, typeOf(type), null, null, null, null),
    );
    return new Symbols.TableSymbol.$ctor4(table, made);
  });
  const globals = GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor1('hunting', symbols));
  return (text) => {
    const code = KustoCode.ParseAndAnalyze(text, globals);
    return {
      diagnostics: each(code.GetDiagnostics()).map(({ Code, Message }) => `${Code} ${Message}`),
      columns: each(code.ResultType?.Columns).map((column) => `${column.Name} ${column.Type.Name}`),
    };
  };
}

/** Kind and text of every token. */
export function tokensOf(text: string): { kind: number; text: string }[] {
  return kusto()
    .Parsing.TokenParser.ParseTokens(text)
    .map(({ Kind, Text }) => ({ kind: Kind, text: Text }));
}
