// Makes `dist` current before a start or a suite: every source newer than its output is transpiled. Types are not
// checked here (`npm test` and `npm run build` do), so that a first start takes two seconds and not twenty.
const { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const sources = path.join(root, 'src');
const PAGE = /^emulator\/[^/]+\/page\//;

function typescriptFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return typescriptFiles(full);
    return entry.name.endsWith('.ts') ? [full] : [];
  });
}

/** Browser code goes where the compiler puts it by src/emulator/tsconfig.page.json, all else beside its siblings. */
function outputOf(source) {
  const name = path.relative(sources, source).split(path.sep).join('/').replace(/\.ts$/, '.js');
  const isPage = PAGE.test(name);
  return { isPage, file: path.join(root, 'dist', isPage ? name.replace(/^emulator\//, 'page/') : name) };
}

function transpile(source, { isPage, file }) {
  // Asked for only when something is to be built: a checkout that was built ahead starts without it.
  const { transformFileSync } = require('@swc/core');
  const { code, map } = transformFileSync(source, {
    swcrc: false,
    sourceMaps: true,
    module: { type: isPage ? 'es6' : 'commonjs', importInterop: 'swc' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' }, keepClassNames: true },
  });
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.map`, map);
  writeFileSync(file, `${code}//# sourceMappingURL=${path.basename(file)}.map\n`);
}

function buildIfStale() {
  const self = statSync(__filename).mtimeMs;
  for (const source of typescriptFiles(sources)) {
    const output = outputOf(source);
    const current = existsSync(output.file) ? statSync(output.file).mtimeMs : 0;
    if (current < Math.max(statSync(source).mtimeMs, self)) transpile(source, output);
  }
}

module.exports = { buildIfStale };
