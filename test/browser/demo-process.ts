// `npm run demo` as somebody at a terminal runs it: a process group of its own, watched by what it prints and ended by
// the signal a Ctrl-C sends to the whole group.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../acceptance/bot-process';

const ROOT = path.join(__dirname, '..', '..');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/teams\S*/;
/** The bot alone may take 10 s to stop, and npm has to notice. */
const ENDED_WITHIN_MS = 15_000;

export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

export class DemoProcess {
  readonly startedAt = Date.now();
  printed = '';
  private readonly child: ChildProcess;
  private readonly scratch = mkdtempSync(path.join(tmpdir(), 'demo-under-test-'));
  private readonly ended: Promise<number | null>;

  constructor(readonly ports: { emulator: number; bot: number }) {
    const variables = { EMULATOR_PORT: String(ports.emulator), PORT: String(ports.bot), TMPDIR: this.scratch };
    this.child = spawn('npm', ['run', 'demo'], {
      cwd: ROOT,
      env: { ...process.env, ...variables },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', (code) => resolve(code)));
  }

  /** The address to open, once it is printed. */
  async address(withinMs: number): Promise<string> {
    await eventually('an address is printed', () => ADDRESS.test(this.printed), withinMs).catch((error: Error) => {
      throw new Error(`${error.message}; it printed: ${this.printed}`);
    });
    return ADDRESS.exec(this.printed)?.[0] ?? '';
  }

  /** npm's own exit code; null when a signal ended it. */
  exitCode(): Promise<number | null> {
    return this.ended;
  }

  /** Resolves when every process of the group is gone; rejects when one outlives its time. */
  async ctrlC(): Promise<void> {
    this.signal('SIGINT');
    await eventually('no process is left', () => !this.isAlive(), ENDED_WITHIN_MS);
  }

  /** Whether any process of the group lives: npm, the demo or the bot. */
  isAlive(): boolean {
    return this.signal(0);
  }

  /** Names of what was written to the temporary folder and not taken away. */
  leftovers(): string[] {
    return readdirSync(this.scratch).filter((name) => name.startsWith('irm-alerts'));
  }

  /** For a suite's end, whatever happened before. */
  sweep(): void {
    this.signal('SIGKILL');
    rmSync(this.scratch, { recursive: true, force: true });
  }

  private signal(signal: NodeJS.Signals | 0): boolean {
    try {
      return this.child.pid !== undefined && process.kill(-this.child.pid, signal);
    } catch {
      return false;
    }
  }
}
