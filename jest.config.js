// Five projects: `unit` needs nothing but Node, nor does `kql`, which takes long; `acceptance` starts real processes; `browser` needs Chromium;
// `reference` compares with published samples and schemas where a copy of them lies beside the checkout.
const base = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
};
const project = (displayName, testMatch, more = {}) => ({ ...base, displayName, testMatch, ...more });
const compiled = { globalSetup: '<rootDir>/test/compile.cjs' };
// Suites that bind or run thousands of queries, for each of which the language package takes a tenth of a second, and
// suites that draw thousands of cards.
const kql = [
  'emulator/kql/',
  'emulator/hunting/',
  'domain/kql-literal',
  'domain/hunting-kql',
  'cards/every-card',
  'threats/canaries',
  'threats/hunting-canaries',
].map((part) => `/test/${part}`);
const apart = ['/test/acceptance/', '/test/browser/', '/test/reference/', ...kql];

module.exports = {
  testTimeout: 30_000,
  projects: [
    project('unit', ['<rootDir>/test/**/*.test.ts'], { testPathIgnorePatterns: apart }),
    project(
      'kql',
      kql.map((part) => `<rootDir>${part}**/*.test.ts`).concat(kql.map((part) => `<rootDir>${part}*.test.ts`)),
    ),
    project('acceptance', ['<rootDir>/test/acceptance/**/*.test.ts'], compiled),
    project('browser', ['<rootDir>/test/browser/**/*.test.ts'], compiled),
    project('reference', ['<rootDir>/test/reference/**/*.test.ts']),
  ],
};
