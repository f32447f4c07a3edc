// Starts one entry of the compiled program in this very process, compiling first when a source is newer than the
// last build, so that `npm ci` is all the preparation there is and signals and exit codes stay the entry's own.
const { spawnSync } = require('node:child_process');
const { readdirSync, statSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const stamp = path.join(root, 'dist', '.tsbuildinfo');

function newestSource(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestSource(full) : statSync(full).mtimeMs);
  }
  return newest;
}

function lastBuild() {
  try {
    return statSync(stamp).mtimeMs;
  } catch {
    return 0;
  }
}

function buildIfStale() {
  const sources = path.join(root, 'src');
  const config = statSync(path.join(root, 'tsconfig.json')).mtimeMs;
  const built = lastBuild();
  if (built > 0 && built >= Math.max(newestSource(sources), config)) return;
  const tsc = require.resolve('typescript/bin/tsc', { paths: [root] });
  for (const project of ['tsconfig.json', 'src/emulator/tsconfig.page.json']) {
    const built = spawnSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: ['ignore', 2, 2] });
    if (built.status !== 0) process.exit(built.status ?? 1);
  }
  // An incremental build that had nothing to write leaves the old stamp, which would make every start build again.
  require('node:fs').utimesSync(stamp, new Date(), new Date());
}

buildIfStale();
const entry = process.argv[2];
process.argv.splice(1, 2, path.join(root, 'dist', `${entry}.js`));
require(process.argv[1]);
