// `npm run demo`: the emulator here, the bot as a process of its own, and the first steps an administrator would take,
// taken through the same endpoint everybody uses. The bot knows nothing of a demo: it is given addresses.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigFaults, demoConfig, EXIT_CONFIG, type DemoConfig } from './config';
import { createEmulator, type Emulator } from './create-emulator';
import { botEnvironment } from './demo-bot';
import { claimPorts } from './demo-ports';
import { demoWords } from './demo-words';
import { subscribeDemoChannel } from './demo-steps';

const READY_WITHIN_MS = 60_000;
const READY_POLL_MS = 200;
const STOP_WITHIN_MS = 12_000;
/** The first live alert comes this long after the bot has answered the administrator. */
const FIRST_ALERT_AFTER_MS = 1_500;
const ALERT_EVERY_MS = 90_000;
/** With it the first alert is a high one, about the person whom the page offers as the alert's subject. */
const CHANCE_SEED = 14;

interface Demo {
  emulator: Emulator;
  bot: ChildProcess;
  dataDir: string;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`${what} took longer than ${READY_WITHIN_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS));
  }
}

async function isReady(botUrl: string): Promise<boolean> {
  return (await fetch(`${botUrl}/readyz`)).status === 200;
}

function startBot(emulator: Emulator, botPort: number, dataDir: string, verbose: boolean): ChildProcess {
  return spawn(process.execPath, [path.join(__dirname, '..', 'main.js')], {
    env: botEnvironment(emulator, botPort, dataDir, verbose),
    stdio: ['ignore', verbose ? 'inherit' : 'ignore', 'inherit'],
  });
}

/** Idempotent. Ends only what this process started: the bot by its own id, the emulator's sockets, the demo's store. */
function stopper({ emulator, bot, dataDir }: Demo): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    if (bot.exitCode === null && bot.signalCode === null) {
      const ended = new Promise((resolve) => bot.once('exit', resolve));
      const timer = setTimeout(() => bot.kill('SIGKILL'), STOP_WITHIN_MS);
      bot.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
    }
    await emulator.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return () => (stopping ??= stop());
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const tell = (words: string) => void process.stderr.write(`demo: ${words}\n`);

async function startDemo({ port, botPort, verbose }: DemoConfig): Promise<Demo> {
  await claimPorts([
    { port, variable: 'EMULATOR_PORT', purpose: 'the emulator' },
    { port: botPort, variable: 'PORT', purpose: 'the bot' },
  ]);
  const emulator = await createEmulator({ port, botEndpoint: `http://127.0.0.1:${botPort}/api/messages` });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'irm-alerts-demo-'));
  return { emulator, bot: startBot(emulator, botPort, dataDir, verbose), dataDir };
}

/** Resolves when there is something to look at. */
async function setTheStage({ url, world, live }: Emulator, botUrl: string): Promise<void> {
  await until('the bot’s first look at its alerts', () => isReady(botUrl));
  const { channelId } = await subscribeDemoChannel(url, world.tenant);
  live.start({ everyMs: ALERT_EVERY_MS, firstAfterMs: FIRST_ALERT_AFTER_MS, chanceSeed: CHANCE_SEED });
  process.stdout.write(demoWords(url, channelId));
}

async function main(): Promise<void> {
  const config = demoConfig();
  const demo = await startDemo(config);
  const stop = stopper(demo);
  let leaving = false;
  const leave = (code: number, why?: string) => {
    if (leaving) return;
    leaving = true;
    if (why !== undefined) tell(why);
    void stop().then(() => process.exit(code));
  };
  // A second Ctrl-C changes nothing, and a closed terminal (SIGHUP) is a stop like any other.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave(0));
  demo.bot.once('exit', (code, signal) => leave(code || 1, `the bot ended by itself (${signal ?? code})`));
  await setTheStage(demo.emulator, `http://127.0.0.1:${config.botPort}`).catch((error: unknown) =>
    leave(1, wordsOf(error)),
  );
}

main().catch((error: unknown) => {
  tell(wordsOf(error));
  process.exit(error instanceof ConfigFaults ? EXIT_CONFIG : 1);
});
