// Before suites that start the real program: the compiled program is made current, once.
const { buildIfStale } = require('../src/build.cjs');

module.exports = async () => buildIfStale();
