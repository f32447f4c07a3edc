// Reads docs/threat-model.md: its tables, and the tests and source files that its rows name.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT } from '../source-files';

export interface ProvenRow {
  /** The trimmed cells, from left to right. */
  cells: readonly string[];
  tests: readonly NamedTest[];
  sources: readonly string[];
}

export interface NamedTest {
  /** `test/…/….test.ts`, or a contract suite. */
  file: string;
  name: string;
}

const PAGE = 'docs/threat-model.md';
const REFERENCE = /`(test\/[\w./-]+\.ts)`:((?: “[^”]+”;?)+)/g;
const NAME = /“([^”]+)”/g;
const SOURCE = /`(src\/[\w./-]+\.ts)`/g;

function rowFrom(line: string): ProvenRow {
  const tests = [...line.matchAll(REFERENCE)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(NAME)].map(([, name = '']) => ({ file, name })),
  );
  return {
    cells: line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
    tests,
    sources: [...line.matchAll(SOURCE)].map(([, file = '']) => file),
  };
}

/** The rows of the table under a heading, its head first and its rule left out. Throws when there is no such table. */
export function tableUnder(heading: string): ProvenRow[] {
  const [, after] = readFileSync(path.join(ROOT, PAGE), 'utf8').split(`\n## ${heading}\n`);
  const section = after?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('|---'));
  if (rows.length === 0) throw new Error(`${PAGE} has no table under "${heading}"`);
  return rows.map(rowFrom);
}

const TEST_CALLS = new Set(['it', 'test']);

/** The `it` of `it(…)`, `it.each(…)(…)` and `it.each<…>(…)(…)`; nothing for a test that is left out. */
function rootOf(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression) && expression.name.text !== 'each') return '';
  if (ts.isCallExpression(expression) || ts.isPropertyAccessExpression(expression))
    return rootOf(expression.expression);
  return '';
}

function namesIn(node: ts.Node): string[] {
  const below: string[] = [];
  ts.forEachChild(node, (child) => void below.push(...namesIn(child)));
  if (!ts.isCallExpression(node) || !TEST_CALLS.has(rootOf(node.expression))) return below;
  const [name, body] = node.arguments;
  const isTest = name !== undefined && body !== undefined && ts.isStringLiteralLike(name);
  return isTest ? [name.text, ...below] : below;
}

const known = new Map<string, ReadonlySet<string>>();

/** Names of the tests in a file, templates as they are written; empty when there is no such file. */
export function testsIn(file: string): ReadonlySet<string> {
  const full = path.join(ROOT, file);
  const names = known.get(file) ?? new Set(existsSync(full) ? namesOf(full) : []);
  known.set(file, names);
  return names;
}

function namesOf(full: string): string[] {
  return namesIn(ts.createSourceFile(full, readFileSync(full, 'utf8'), ts.ScriptTarget.Latest, true));
}
