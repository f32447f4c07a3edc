// `npm run audit -- verify` and `export [--people]`: reads the audit while the bot is stopped. Exit 0, 1 when the chain
// does not hold, 2 when it could not be read, 78 for a faulty configuration.
import { existsSync } from 'node:fs';
import { EXIT_CONFIG, readConfig, type Config } from '../config';
import { exportLines, verifyAudit } from '../store/audit-report';
import { openAuditReader } from '../store/open-audit-reader';

const EXIT_BROKEN = 1;
const EXIT_UNREAD = 2;
const USAGE = 'usage: npm run audit -- verify | export [--people]';

type Task = 'verify' | 'export' | 'exportWithPeople';

const print = (line: string) => void process.stdout.write(`${line}\n`);

/** False when the reader of the lines has gone. */
function printed(line: string): Promise<boolean> {
  return new Promise((resolve) => process.stdout.write(`${line}\n`, (error) => resolve(!error)));
}

/** At the pace of the reader; one that has seen enough (`| head`) ends the export without a complaint. */
async function printAll(lines: AsyncGenerator<string>): Promise<void> {
  // Told of by `printed` already; without a listener the same error would end the process.
  process.stdout.on('error', () => {});
  for await (const line of lines) if (!(await printed(line))) return;
}

function taskFrom(args: readonly string[]): Task | null {
  const words = args.join(' ');
  if (words === 'verify' || words === 'export') return words;
  return words === 'export --people' ? 'exportWithPeople' : null;
}

async function run(task: Task, { store, bot }: Config): Promise<number> {
  const location = {
    databaseUrl: store.databaseUrl?.expose() ?? null,
    dataDir: store.dataDir,
    storeKey: store.storeKey?.expose() ?? null,
  };
  const audit = await openAuditReader(location, bot.tenantId);
  try {
    if (task === 'verify') return (await verifyAudit(audit.reader, print)) ? 0 : EXIT_BROKEN;
    await printAll(exportLines(audit.reader, task === 'exportWithPeople'));
    return 0;
  } finally {
    await audit.close();
  }
}

async function main(): Promise<number> {
  const task = taskFrom(process.argv.slice(2));
  if (task === null) throw new RangeError(USAGE);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig();
  if ('config' in read) return run(task, read.config);
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
    process.stderr.write(`audit: ${error instanceof Error ? error.message : 'unknown'}\n`);
    process.exitCode = EXIT_UNREAD;
  },
);
