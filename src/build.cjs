// Compiles the program when a source is newer than the last build; what starts it and what tests it both call this.
const { spawnSync } = require('node:child_process');
const { readdirSync, statSync, utimesSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const stamp = path.join(root, 'dist', '.tsbuildinfo');
const PROJECTS = ['tsconfig.json', 'src/emulator/tsconfig.page.json'];

function newestSource(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestSource(full) : statSync(full).mtimeMs);
  }
  return newest;
}

function builtAt() {
  try {
    return statSync(stamp).mtimeMs;
  } catch {
    return 0;
  }
}

function isStale() {
  const configured = statSync(path.join(root, 'tsconfig.json')).mtimeMs;
  return builtAt() < Math.max(newestSource(path.join(root, 'src')), configured);
}

/** Ends the process with the compiler's exit code when the sources do not compile. */
function buildIfStale() {
  if (!isStale()) return;
  const compiler = require.resolve('typescript/bin/tsc', { paths: [root] });
  const began = new Date();
  for (const project of PROJECTS) {
    const run = spawnSync(process.execPath, [compiler, '-p', project], { cwd: root, stdio: ['ignore', 2, 2] });
    if (run.status !== 0) process.exit(run.status ?? 1);
  }
  // An incremental build with nothing to write leaves the old stamp, and every start would build again.
  utimesSync(stamp, began, began);
}

module.exports = { buildIfStale };
