// Four projects: `unit` needs nothing but Node; `acceptance` starts real processes; `browser` needs Chromium;
// `reference` compares with published samples and schemas where a copy of them lies beside the checkout.
const base = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }] },
};
const project = (displayName, testMatch, testPathIgnorePatterns = []) => ({ ...base, displayName, testMatch, testPathIgnorePatterns });
const apart = ['/test/acceptance/', '/test/browser/', '/test/reference/'];

module.exports = {
  testTimeout: 30_000,
  projects: [
    project('unit', ['<rootDir>/test/**/*.test.ts'], apart),
    project('acceptance', ['<rootDir>/test/acceptance/**/*.test.ts']),
    project('browser', ['<rootDir>/test/browser/**/*.test.ts']),
    project('reference', ['<rootDir>/test/reference/**/*.test.ts']),
  ],
};
