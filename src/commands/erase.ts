// `npm run erase -- --person <object id>`: removes a person from the store and says how much that was. Exit 0, 1 when
// nothing is known of the person, 2 for a wrong command line or a store that does not open, 78 for a faulty configuration.
import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { EXIT_CONFIG, readConfig, type Config } from '../config';
import { openErasure, type Erased } from '../store/open-erasure';

const EXIT_UNKNOWN = 1;
const EXIT_NOT_DONE = 2;
const USAGE = 'usage: npm run erase -- --person <Entra object id>, while the bot is stopped (not with DATABASE_URL)';
const OBJECT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const LINES: readonly (readonly [keyof Erased, string])[] = [
  ['people', 'identities with their aliases'],
  ['alerts', 'alerts about the person, now about nobody'],
  ['texts', 'alerts whose words named the person'],
  ['names', 'names of owners and of who made a change'],
  ['asked', 'questions, clicks and open forms'],
  ['chats', 'chats with the bot'],
  ['subscriptions', 'subscriptions, now by nobody'],
  ['actors', 'object ids beside the audit'],
];

const print = (line: string) => void process.stdout.write(`${line}\n`);

function personFrom(args: readonly string[]): string | null {
  const [option, person, ...others] = args;
  return option === '--person' && person !== undefined && OBJECT_ID.test(person) && others.length === 0 ? person : null;
}

function report(erased: Erased): void {
  for (const [what, words] of LINES) print(`removed ${erased[what]} ${words}`);
  if (erased.stillOwned > 0) {
    print(`left ${erased.stillOwned} alerts that Defender says the person owns: give them another owner there`);
  }
}

async function run(objectId: string, { store, bot, delivery }: Config): Promise<number> {
  const erasure = await openErasure({
    databaseUrl: store.databaseUrl?.expose() ?? null,
    dataDir: store.dataDir,
    storeKey: store.storeKey?.expose() ?? null,
    pseudonymKey: store.pseudonymKey?.expose() ?? null,
    tenantId: bot.tenantId,
    holder: `erase:${randomUUID()}`,
    leaseMs: delivery.leaseMs,
    resendAfterMs: delivery.resendAfterMs,
  });
  try {
    const erased = await erasure.erase(objectId);
    if (erased === null) {
      print('nothing is known of this person; nothing was removed');
      return EXIT_UNKNOWN;
    }
    report(erased);
    await erasure.scrub();
    return 0;
  } finally {
    await erasure.close();
  }
}

async function main(): Promise<number> {
  const objectId = personFrom(process.argv.slice(2));
  if (objectId === null) throw new RangeError(USAGE);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig();
  if ('config' in read) return run(objectId, read.config);
  for (const { variable, problem, origin } of read.faults) {
    process.stderr.write(`configuration: ${variable} ${problem} (${origin})\n`);
  }
  return EXIT_CONFIG;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`erase: ${error instanceof Error ? error.message : 'unknown'}\n`);
    process.exitCode = EXIT_NOT_DONE;
  },
);
