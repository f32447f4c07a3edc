// Where Chromium is and how suites run in it; where there is none, a suite says so aloud and passes.
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
const QUIET = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'].map((name) => `--disable-${name}`);

/** Headless, and silent towards the outside. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: ['--headless', '--no-sandbox', '--no-first-run', ...QUIET],
  });
}

/** `describe`, or one passing test that tells why nothing was looked at. */
export function describeInChromium(what: string, suite: () => void): void {
  if (existsSync(EXECUTABLE)) {
    describe(what, suite);
    return;
  }
  it(`no Chromium on this machine: ${what} was not looked at`, () => {
    process.stderr.write(`${what}: skipped, no Chromium at ${EXECUTABLE} (CHROMIUM_PATH names another place)\n`);
    expect(existsSync(EXECUTABLE)).toBe(false);
  });
}
