// A program of this package as a process of its own: started with given variables and nothing of the shell's, read line
// by line, ended by its id.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const FIRST_LINE_WITHIN_MS = 20_000;
const END_WITHIN_MS = 12_000;
/** Enough of what a failing child wrote to see why. */
const KEPT_CHARACTERS = 2_000;

export interface ProgramOptions {
  /** Compiled entry without its ending, such as `emulator/main`. */
  entry: string;
  args?: readonly string[];
  env?: Record<string, string>;
  /** Written to its standard input, which is then closed. */
  input?: string;
}

export class ChildProgram {
  private output = '';
  private complaints = '';
  private readonly exit: Promise<number | null>;

  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => {
      this.complaints = (this.complaints + chunk.toString()).slice(-KEPT_CHARACTERS);
    });
    this.exit = new Promise((resolve, reject) => {
      child.once('exit', (code) => resolve(code));
      child.once('error', reject);
    });
    // A run that is called off leaves nothing behind.
    const killWithUs = () => void child.kill('SIGKILL');
    process.once('exit', killWithUs);
    child.once('exit', () => process.off('exit', killWithUs));
    // Asked for only when it is waited for; a start that fails shows in the first line that never comes.
    this.exit.catch(() => undefined);
  }

  static start({ entry, args = [], env = {}, input = '' }: ProgramOptions): ChildProgram {
    const child = spawn(process.execPath, [path.join(ROOT, `${entry}.js`), ...args], { env });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    return new ChildProgram(entry, child);
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error(`${this.name} could not be started`);
    return this.child.pid;
  }

  /** Throws when the process has ended by itself, with the last it wrote. */
  assertRunning(): void {
    if (this.child.exitCode === null && this.child.signalCode === null) return;
    throw new Error(`${this.name} ended by itself (${String(this.child.exitCode)}): ${this.complaints}`);
  }

  /** The first line of standard output, which each of these programs writes when it is ready, as JSON. */
  async firstLine(): Promise<unknown> {
    const deadline = performance.now() + FIRST_LINE_WITHIN_MS;
    while (!this.output.includes('\n')) {
      this.assertRunning();
      if (performance.now() > deadline) throw new Error(`${this.name} said nothing; ${this.complaints}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return JSON.parse(this.output.split('\n')[0] ?? '');
  }

  /** Waits for the end the program comes to by itself and gives what it wrote. Throws when it failed or took longer. */
  async finished(withinMs: number): Promise<string> {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), withinMs);
    const code = await this.exit.finally(() => clearTimeout(timer));
    if (code !== 0) throw new Error(`${this.name} failed (${String(code)}): ${this.complaints}`);
    return this.output;
  }

  /** Asks it to end, and insists when it does not. Safe to call twice. */
  async end(): Promise<void> {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), END_WITHIN_MS);
    this.child.kill('SIGTERM');
    await this.exit.catch(() => null).finally(() => clearTimeout(timer));
  }
}
