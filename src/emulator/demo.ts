// `npm run demo`: the emulator here, the bot as a process of its own, and the first steps an administrator would take,
// taken through the same endpoint everybody uses. The bot knows nothing of a demo: it is given addresses.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoConfig } from './config';
import { createEmulator, type Emulator } from './create-emulator';
import { botEnvironment } from './demo-bot';
import { demoWords } from './demo-words';
import { subscribeDemoChannel } from './demo-steps';

const READY_WITHIN_MS = 60_000;
const READY_POLL_MS = 200;
const STOP_WITHIN_MS = 12_000;
/** The first live alert comes this long after the bot has answered the administrator. */
const FIRST_ALERT_AFTER_MS = 1_500;
const ALERT_EVERY_MS = 90_000;

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

async function main(): Promise<void> {
  const config = demoConfig();
  const botUrl = `http://127.0.0.1:${config.botPort}`;
  const emulator = await createEmulator({ port: config.port, botEndpoint: `${botUrl}/api/messages` });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'irm-alerts-demo-'));
  const bot = startBot(emulator, config.botPort, dataDir, config.verbose);
  const stop = stopper({ emulator, bot, dataDir });
  const leave = (code: number) => void stop().then(() => process.exit(code));
  process.once('SIGINT', () => leave(0));
  process.once('SIGTERM', () => leave(0));
  bot.once('exit', (code) => leave(code ?? 1));
  try {
    await until('the bot’s first look at its alerts', () => isReady(botUrl));
    const { channelId } = await subscribeDemoChannel(emulator.url, emulator.world.tenant);
    emulator.live.start({ everyMs: ALERT_EVERY_MS, firstAfterMs: FIRST_ALERT_AFTER_MS });
    process.stdout.write(demoWords(emulator.url, channelId));
  } catch (error) {
    process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
    leave(1);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
