// Holds every source file to the house plan: who may import whom, how files are named and how large they grow.
import { brokenRule, ROOMS } from './architecture-rules';
import { importsOf, resolved, sourceFiles, type SourceFile } from './source-files';

const MAX_LINES = { src: 300, test: 400 };
const DRAWERS = /^(index|types?|utils?|helpers?|common|misc|shared|lib|managers?|constants)$/;

const sources = sourceFiles('src');
const tests = sourceFiles('test');
const moduleOf = (file: { path: string }) => file.path.replace(/\.(ts|cjs)$/, '');
const linesOf = (text: string) => text.replace(/\n$/, '').split('\n').length;
const base = (file: SourceFile) => file.path.split('/').at(-1) ?? '';

/** Paths of the files for which the check gives something, with what it gives. */
function offenders(files: readonly SourceFile[], check: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => check(file).map((fault) => `${file.path}: ${fault}`));
}

/** The first cycle among imports that stay at run time, as a path from a module back to itself. */
function findCycle(files: readonly SourceFile[]): string[] {
  const targets = new Map(
    files.map((file) => [
      moduleOf(file),
      file.imports.filter(({ typeOnly }) => !typeOnly).flatMap((each) => resolved(file, each) ?? []),
    ]),
  );
  const done = new Set<string>();
  const follow = (module: string, trail: readonly string[]): string[] => {
    if (trail.includes(module)) return [...trail.slice(trail.indexOf(module)), module];
    if (done.has(module)) return [];
    for (const next of targets.get(module) ?? []) {
      const cycle = follow(next, [...trail, module]);
      if (cycle.length > 0) return cycle;
    }
    done.add(module);
    return [];
  };
  for (const module of targets.keys()) {
    const cycle = follow(module, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

/** Casts and comments that switch the compiler off, outside strings and prose. */
function silencersIn(text: string): string[] {
  const code = text.replace(/'[^'\n]*'|"[^"\n]*"|`[^`\n]*`|\/\/(?! ?@).*/g, '');
  return code.match(/\bas any\b|\bas unknown as\b|@ts-(ignore|expect-error|nocheck)/g) ?? [];
}

test('the plan knows every room there is', () => {
  const rooms = new Set(sources.filter(({ path }) => path.endsWith('.ts')).map((file) => moduleOf(file).split('/')[1]));
  expect([...rooms].filter((room) => room === undefined || !(room in ROOMS))).toEqual([]);
});

test('every import is one that the plan allows', () => {
  const typescript = sources.filter(({ path }) => path.endsWith('.ts'));
  const faults = offenders(typescript, (file) =>
    file.imports.flatMap(({ specifier }) => {
      const why = brokenRule(moduleOf(file), specifier);
      return why === null ? [] : [`imports ${specifier}, but ${why}`];
    }),
  );
  expect(faults).toEqual([]);
});

test('no modules import each other in a circle', () => {
  expect(findCycle(sources)).toEqual([]);
});

test('the environment is read in the two configuration files alone', () => {
  const readers = sources.filter(({ text }) => /process\.env|process\[/.test(text)).map(({ path }) => path);
  expect(readers.filter((path) => !['src/config.ts', 'src/emulator/config.ts'].includes(path))).toEqual([]);
});

test('files are named in the field’s own words, and none is a drawer', () => {
  const wrong = (file: SourceFile) => {
    const folders = moduleOf(file).split('/').slice(1);
    const drawers = folders.filter((part) => DRAWERS.test(part.replace(/\.(test|d)$/, '')));
    return /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.(ts|cjs)$/.test(base(file)) ? drawers : ['is not in kebab case'];
  };
  expect(offenders([...sources, ...tests], wrong)).toEqual([]);
});

test('no file is longer than a person reads at once', () => {
  const tooLong = (max: number) => (file: SourceFile) => {
    const lines = linesOf(file.text);
    return lines > max ? [`${lines} lines`] : [];
  };
  expect(offenders(sources, tooLong(MAX_LINES.src))).toEqual([]);
  expect(offenders(tests, tooLong(MAX_LINES.test))).toEqual([]);
});

test('every source file says on its first line what it owns', () => {
  expect(offenders(sources, ({ text }) => (text.startsWith('// ') ? [] : ['opens without a comment']))).toEqual([]);
});

test('only named things are exported', () => {
  expect(offenders(sources, ({ text }) => text.match(/^export default .*/gm) ?? [])).toEqual([]);
});

test('the compiler is never silenced', () => {
  expect(offenders([...sources, ...tests], ({ text }) => silencersIn(text))).toEqual([]);
});

describe('the checks themselves', () => {
  test.each([
    ['src/domain/alert', 'zod/v4'],
    ['src/domain/alert', '../ports/clock'],
    ['src/domain/wording/alert-words', 'node:fs'],
    ['src/ports/clock', '../workflows/click'],
    ['src/workflows/click', '../teams/turns'],
    ['src/workflows/click', 'botbuilder'],
    ['src/cards/alert-card', '../domain/alert'],
    ['src/cards/alert-card', '../domain/hunting-summary'],
    ['src/cards/alert-card', '../ports/clock'],
    ['src/graph/graph-room', '../store/open-store'],
    ['src/teams/turns', '../store/open-store'],
    ['src/teams/turns', 'node:fs'],
    ['src/http/http-server', '../domain/alert'],
    ['src/http/http-server', '../app'],
    ['src/emulator/main', '../config'],
    ['src/app', './emulator/main'],
    ['src/workflows/click', '../../test/fakes/fake-clock'],
    ['src/workflows/click', '../../cards/alert.json'],
    ['src/attic/thing', './other'],
    ['src/commands/audit', '../bench/run-bench'],
    ['src/bench/stage', '../emulator/create-emulator'],
    ['src/bench/stage', '../app'],
  ])('%s may not import %s', (from, specifier) => {
    expect(brokenRule(from, specifier)).not.toBeNull();
  });

  test.each([
    ['src/domain/wording/alert-words', '../alert'],
    ['src/domain/alert-version', 'node:crypto'],
    ['src/cards/alert-card', '../../cards/alert.json'],
    ['src/cards/alert-card', '../domain/alert-version'],
    ['src/teams/turns', '../cards/alert-card'],
    ['src/graph/graph-room', '@azure/identity'],
    ['src/store/open-store', 'zod/v4'],
    ['src/emulator/teams/page', '../portal/page'],
    ['src/emulator/main', 'restify'],
    ['src/main', './app'],
    ['src/commands/interpret', '../app'],
    ['src/commands/bench', '../bench/run-bench'],
    ['src/bench/one-look', '../store/open-store'],
  ])('%s may import %s', (from, specifier) => {
    expect(brokenRule(from, specifier)).toBeNull();
  });

  test('imports are found however they are written', () => {
    const text = `
      import a from 'a'; import type { B } from 'b'; import { type C } from 'c'; import { type D, e } from 'd';
      export { f } from 'f'; const g = require('g'); const h = import('h'); type I = typeof import('i'); import 'j';`;
    const found = importsOf(text).map(({ specifier, typeOnly }) => (typeOnly ? `type ${specifier}` : specifier));
    expect(found).toEqual(['a', 'type b', 'type c', 'd', 'f', 'g', 'h', 'type i', 'j']);
  });

  test.each([
    ['const a = b as any;', 1],
    ['const a = b as unknown as C;', 1],
    ['// @ts-ignore: no reason', 1],
    ['//@ts-expect-error', 1],
    ['const a = "as any" as string; // as any other', 0],
  ])('%s silences the compiler %i times', (text, times) => {
    expect(silencersIn(text)).toHaveLength(times);
  });

  test('a circle is found, one of types alone is none', () => {
    const file = (name: string, text: string): SourceFile => ({
      path: `src/x/${name}.ts`,
      text,
      imports: importsOf(text),
    });
    const circle = [file('a', `import './b';`), file('b', `import './c';`), file('c', `import './a';`)];
    expect(findCycle(circle)).toEqual(['src/x/a', 'src/x/b', 'src/x/c', 'src/x/a']);
    expect(findCycle([file('a', `import './b';`), file('b', `import type { A } from './a';`)])).toEqual([]);
  });
});
