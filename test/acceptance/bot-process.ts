// The real program as a child process: started with given variables, watched through its ports and output, ended by id.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

export const READY_WITHIN_MS = 20_000;
const MAIN = path.join(__dirname, '..', '..', 'dist', 'main.js');

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Polls until it holds; rejects with `what` when it does not within the time. */
export async function eventually(
  what: string | (() => string),
  holds: () => unknown,
  withinMs = 15_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    if (await holds()) return;
    if (Date.now() > deadline) {
      throw new Error(`not within ${withinMs} ms: ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export class BotProcess {
  private child: ChildProcess | null = null;
  private output = '';
  private lastAnswer = 'nothing';

  constructor(
    readonly env: Record<string, string>,
    readonly port: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Everything the process wrote to standard output and error, over all its lives. */
  get written(): string {
    return this.output;
  }

  get memoryPid(): number | null {
    return this.child?.pid ?? null;
  }

  launch(): void {
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env.PATH ?? '', ...this.env, HOST: '127.0.0.1', PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child = child;
  }

  async start(): Promise<void> {
    this.launch();
    const before = this.output.length;
    const what = () => `ready; it answered ${this.lastAnswer} and wrote: ${this.output.slice(before)}`;
    await eventually(what, () => this.isReady(), READY_WITHIN_MS);
  }

  async isReady(): Promise<boolean> {
    if (this.child?.exitCode !== null) throw new Error(`the bot ended by itself: ${this.output.slice(-1000)}`);
    const response = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch((error: Error) => {
      this.lastAnswer = error.name;
      return null;
    });
    if (response === null) return false;
    this.lastAnswer = `${response.status} ${await response.text()}`;
    return response.status === 200;
  }

  /** Ends this very process and gives its exit code (null when a signal ended it). */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.child;
    if (child === null) return null;
    this.child = null;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill(signal);
    return ended;
  }

  /** For starts that are expected to fail. */
  async exitCode(): Promise<number | null> {
    const child = this.child;
    if (child === null) return null;
    if (child.exitCode !== null) return child.exitCode;
    return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }
}
