// Reads the sources as the compiler does: which files there are, and what each of them imports.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = path.resolve(__dirname, '..');

export interface Import {
  specifier: string;
  /** True when nothing of it is left at run time. */
  typeOnly: boolean;
}

export interface SourceFile {
  /** `src/cards/alert-card.ts`, with forward slashes. */
  path: string;
  text: string;
  imports: readonly Import[];
}

/** Every `.ts` and `.cjs` file below the folder. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => /\.(ts|cjs)$/.test(name))
    .map((name) => {
      const text = readFileSync(path.join(ROOT, name), 'utf8');
      return { path: name, text, imports: importsOf(text) };
    });
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  const onlyNamed = clause.name === undefined && named !== undefined && ts.isNamedImports(named);
  return onlyNamed && named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** `require('x')`, `import('x')` and `typeof import('x')`. */
function calledSpecifier(node: ts.Node): Import | null {
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true };
  }
  if (!ts.isCallExpression(node)) return null;
  const [first] = node.arguments;
  const loads =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'require');
  return loads && first !== undefined && ts.isStringLiteral(first) ? { specifier: first.text, typeOnly: false } : null;
}

function declaredSpecifier(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  }
  return null;
}

export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const one = declaredSpecifier(node) ?? calledSpecifier(node);
    if (one !== null) found.push(one);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, false));
  return found;
}

/** The module (path without ending) that a relative import of a file means; null for a package. */
export function resolved(file: SourceFile, { specifier }: Import): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file.path), specifier));
  return target.replace(/\.(ts|js|cjs)$/, '');
}
