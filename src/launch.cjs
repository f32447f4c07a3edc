// Starts one entry of the compiled program in this very process, so that `npm ci` is all the preparation there is and
// signals and exit codes stay the entry's own.
const path = require('node:path');
const { buildIfStale } = require('./build.cjs');

buildIfStale();
const entry = path.join(__dirname, '..', 'dist', `${process.argv[2]}.js`);
process.argv.splice(1, 2, entry);
require(entry);
