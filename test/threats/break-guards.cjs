// `npm run guards`: takes each guard of guards.yaml out, one at a time, in a copy of the sources, and expects its tests to
// fail. First the same tests run unbroken and must pass. Prints one line a guard; exit 1 when a guard was not missed.
const { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { parse } = require('yaml');

const ROOT = path.join(__dirname, '..', '..');
const FOLDERS = ['src', 'test', 'cards', 'docs', 'teamsapp', 'env', 'infra'];
const FILES = ['package.json', 'tsconfig.json', 'jest.config.js', 'teamsapp.yml', 'teamsapp.local.yml', '.gitignore'];
const COPIED = [...FOLDERS, ...FILES];
const ONE_RUN_MS = 120_000;
/** For all the tests together, unbroken. */
const WHOLE_RUN_MS = 900_000;

const say = (line) => void process.stdout.write(`${line}\n`);

const guards = parse(readFileSync(path.join(__dirname, 'guards.yaml'), 'utf8'));
const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? guards : guards.filter(({ threat }) => wanted.includes(threat));

function copyOfTheSources() {
  const copy = mkdtempSync(path.join(tmpdir(), 'guards-'));
  for (const part of COPIED) cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** How many tests of these files passed and failed; a file that does not even load is neither. */
function run(copy, files, timeout = ONE_RUN_MS) {
  const report = path.join(copy, 'report.json');
  rmSync(report, { force: true });
  const patterns = files.map((file) => file.replaceAll('.', '\\.'));
  const args = ['--selectProjects', 'unit', 'kql', '-w', '1', '--silent', '--json', `--outputFile=${report}`];
  const jest = path.join(copy, 'node_modules', 'jest', 'bin', 'jest.js');
  spawnSync(process.execPath, [jest, ...args, '--testPathPatterns', ...patterns], {
    cwd: copy,
    timeout,
    stdio: 'ignore',
  });
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function withoutGuard(copy, { file, find, replace }) {
  const place = path.join(copy, file);
  const whole = readFileSync(place, 'utf8');
  if (whole.split(find).length !== 2) return { problem: `${file} does not hold the guard exactly once` };
  writeFileSync(
    place,
    whole.replace(find, () => replace ?? ''),
  );
  return { restore: () => writeFileSync(place, whole) };
}

function breakOne(copy, guard) {
  const { problem, restore } = withoutGuard(copy, guard);
  if (problem !== undefined) return problem;
  const { failed } = run(copy, guard.tests);
  restore();
  return failed > 0 ? null : 'no test failed';
}

const copy = copyOfTheSources();
let missed = 0;
try {
  const files = [...new Set(chosen.flatMap(({ tests }) => tests))];
  const whole = run(copy, files, WHOLE_RUN_MS);
  if (whole.failed > 0 || whole.passed === 0) {
    say(`unbroken: ${whole.failed} failed, ${whole.passed} passed`);
    missed += 1;
  }
  for (const guard of missed > 0 ? [] : chosen) {
    const fault = breakOne(copy, guard);
    if (fault !== null) missed += 1;
    say(`${guard.threat} ${guard.guard}: ${fault ?? 'red'}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
say(`${chosen.length} guards, ${missed} not missed by any test`);
process.exitCode = missed === 0 ? 0 : 1;
