// Not part of the product: a process that does nothing but load the bot packages, for comparison. With the argument
// `stay` it says so and stays until it is ended.
import 'botbuilder';
import '@microsoft/teams-ai';
import 'restify';
import '@microsoft/microsoft-graph-client';
import '@azure/identity';

const STAY_AT_MOST_MS = 60_000;

if (process.argv.includes('stay')) {
  process.stdout.write('{}\n');
  setTimeout(() => process.exit(1), STAY_AT_MOST_MS);
}
