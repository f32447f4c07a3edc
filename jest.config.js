// Four projects: `unit` needs nothing but Node; `acceptance` starts real processes; `browser` needs Chromium;
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
const apart = ['/test/acceptance/', '/test/browser/', '/test/reference/'];

module.exports = {
  testTimeout: 30_000,
  projects: [
    project('unit', ['<rootDir>/test/**/*.test.ts'], { testPathIgnorePatterns: apart }),
    project('acceptance', ['<rootDir>/test/acceptance/**/*.test.ts'], compiled),
    project('browser', ['<rootDir>/test/browser/**/*.test.ts'], compiled),
    project('reference', ['<rootDir>/test/reference/**/*.test.ts']),
  ],
};
