// Real processes that open a store: the only honest way to test locks and deaths.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface StoreChild {
  /** The next line the child prints; null when it ended. */
  nextLine(): Promise<string | null>;
  /** SIGKILL, and the wait for the end. */
  kill(): Promise<void>;
  exitCode(): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Runs `test/store/<script>` with arguments. What a test leaves running ends with it. */
export function startChild(script: string, args: readonly string[]): StoreChild {
  const hook = join(__dirname, 'load-typescript.cjs');
  const child = spawn(process.execPath, ['--expose-gc', '-r', hook, join(__dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return typeof code === 'number' ? code : null;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    nextLine: async () => {
      const line = await lines.next();
      return line.done ? null : line.value;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    exitCode: () => ended,
  };
}

export function killLeftChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}
