// The one typed door to the published KQL language package, which is compiled from C# and has no usable module: it is
// loaded at the first query (a quarter of a second), puts its names on the global object, and is read from there.
export interface PackageSymbol {
  readonly Kind: number;
  readonly Name: string;
  /** Of a column, its type. */
  readonly Type?: PackageSymbol | null;
  /** Of a table or tuple. */
  readonly Columns?: PackageList<PackageSymbol> | null;
}

export interface PackageList<T> {
  readonly Count: number;
  getItem(index: number): T;
}

/** A node or token of the syntax tree. */
export interface PackageNode {
  readonly Kind: number;
  readonly IsToken: boolean;
  readonly IsMissing: boolean;
  readonly ChildCount: number;
  readonly TextStart: number;
  /** Of tokens. */
  readonly Text?: string;
  readonly ResultType?: PackageSymbol | null;
  readonly ReferencedSymbol?: PackageSymbol | null;
  GetChild(index: number): PackageNode | null;
  GetName(index: number): string;
}

export interface PackageDiagnostic {
  readonly Code: string;
  readonly Severity: string;
  readonly Message: string;
  readonly Start: number;
  readonly Length: number;
}

export interface PackageCode {
  readonly Kind: string;
  readonly Syntax: PackageNode;
  GetDiagnostics(): PackageList<PackageDiagnostic>;
}

/** Opaque to us: only handed back to the package. */
export type PackageGlobals = object;

interface Language {
  readonly KustoCode: { ParseAndAnalyze(text: string, globals: PackageGlobals): PackageCode };
  readonly GlobalState: { readonly Default: { WithDatabase(database: object): PackageGlobals } };
  readonly Syntax: { readonly SyntaxKind: object };
  readonly Symbols: {
    readonly SymbolKind: object;
    readonly ScalarTypes: { readonly [name: string]: object };
    readonly ColumnSymbol: new (name: string, type: object, ...rest: null[]) => object;
    readonly TableSymbol: { readonly $ctor4: new (name: string, columns: object) => object };
    readonly DatabaseSymbol: { readonly $ctor1: new (name: string, tables: object) => object };
  };
  readonly Functions: { readonly All: object };
  readonly Aggregates: { readonly All: object };
  readonly Binding: {
    readonly Binder: { GetExpressionResultName(node: PackageNode, otherwise: string, row: null): string | null };
  };
}

export interface LanguagePackage {
  readonly language: Language;
  /** An array as the package's own collections want it. */
  arrayOf(items: readonly object[], type: object): object;
  /** The names in one of the package's own lists. */
  listOf(list: object): string[];
  /** The name that a column gets from the expression in it. */
  resultName(node: PackageNode): string | null;
  readonly syntaxKinds: ReadonlyMap<number, string>;
  readonly symbolKinds: ReadonlyMap<number, string>;
}

let loaded: LanguagePackage | null = null;

/** The package, loaded at the first call. */
export function languagePackage(): LanguagePackage {
  loaded ??= load();
  return loaded;
}

function load(): LanguagePackage {
  require('@kusto/language-service-next/bridge.min.js');
  require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
  const language = at(globalThis, ['Kusto', 'Language']);
  const makeArray = at(globalThis, ['System', 'Array', 'init']);
  if (!isLanguage(language) || typeof makeArray !== 'function') {
    throw new Error('The KQL language package is not of the expected make.');
  }
  return {
    language,
    arrayOf: (items, type) => {
      const array: unknown = Reflect.apply(makeArray, null, [[...items], type]);
      if (typeof array !== 'object' || array === null) throw new Error('The KQL language package made no array.');
      return array;
    },
    listOf: namesIn,
    resultName: (node) => language.Binding.Binder.GetExpressionResultName(node, '', null),
    syntaxKinds: namesByNumber(language.Syntax.SyntaxKind),
    symbolKinds: namesByNumber(language.Symbols.SymbolKind),
  };
}

function at(from: unknown, path: readonly string[]): unknown {
  let value = from;
  for (const name of path) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

/** What is used of the package is there; its inner shapes are pinned by the exact version in package.json. */
function isLanguage(value: unknown): value is Language {
  const isFunction = (...path: string[]) => typeof at(value, path) === 'function';
  return (
    isFunction('KustoCode', 'ParseAndAnalyze') &&
    isFunction('Binding', 'Binder', 'GetExpressionResultName') &&
    isFunction('GlobalState', 'Default', 'WithDatabase') &&
    isFunction('Symbols', 'ColumnSymbol') &&
    isFunction('Symbols', 'TableSymbol', '$ctor4') &&
    isFunction('Symbols', 'DatabaseSymbol', '$ctor1') &&
    typeof at(value, ['Syntax', 'SyntaxKind', 'QueryBlock']) === 'number' &&
    typeof at(value, ['Symbols', 'SymbolKind', 'Column']) === 'number'
  );
}

function namesIn(list: object): string[] {
  const enumerate = at(globalThis, ['Bridge', 'getEnumerator']);
  const enumerator: unknown = typeof enumerate === 'function' ? Reflect.apply(enumerate, null, [list]) : null;
  const next = at(enumerator, ['moveNext']);
  const names: string[] = [];
  while (typeof next === 'function' && Reflect.apply(next, enumerator, []) === true) {
    names.push(String(at(enumerator, ['Current', 'Name'])));
  }
  return names;
}

function namesByNumber(enumeration: object): Map<number, string> {
  const names = new Map<number, string>();
  for (const name of Object.keys(enumeration)) {
    const value: unknown = Reflect.get(enumeration, name);
    if (typeof value === 'number') names.set(value, name);
  }
  return names;
}
