// `npm run audit -- verify [--anchor <file>]` and `export [--people]`: reads the audit while the bot is stopped. Exit 0,
// 1 when the chain does not hold, 2 when it could not be read, 78 for a faulty configuration.
import { existsSync } from 'node:fs';
import { EXIT_CONFIG, readConfig, type Config } from '../config';
import { exportLines, verifyAudit } from '../store/audit-report';
import { openAuditReader } from '../store/open-audit-reader';
import { readAnchors } from '../store/read-anchors';

const EXIT_BROKEN = 1;
const EXIT_UNREAD = 2;
const USAGE = 'usage: npm run audit -- verify [--anchor <file>] | export [--people]';

/** `anchorFile` null: that of AUDIT_ANCHOR_FILE, if it is set. */
type Task = { is: 'verify'; anchorFile: string | null } | { is: 'export'; people: boolean };

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

function taskFrom([verb, flag, value, ...more]: readonly string[]): Task | null {
  if (more.length > 0) return null;
  if (verb === 'verify' && flag === undefined) return { is: 'verify', anchorFile: null };
  if (verb === 'verify' && flag === '--anchor' && value !== undefined) return { is: 'verify', anchorFile: value };
  if (verb !== 'export' || value !== undefined) return null;
  if (flag === undefined) return { is: 'export', people: false };
  return flag === '--people' ? { is: 'export', people: true } : null;
}

async function run(task: Task, { store, bot, audit: { anchorFile } }: Config): Promise<number> {
  const location = {
    databaseUrl: store.databaseUrl?.expose() ?? null,
    dataDir: store.dataDir,
    storeKey: store.storeKey?.expose() ?? null,
  };
  const audit = await openAuditReader(location, bot.tenantId);
  try {
    if (task.is === 'verify') {
      const path = task.anchorFile ?? anchorFile;
      const anchors = path === null ? undefined : await readAnchors(path);
      return (await verifyAudit(audit.reader, print, anchors)) ? 0 : EXIT_BROKEN;
    }
    await printAll(exportLines(audit.reader, task.people));
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
