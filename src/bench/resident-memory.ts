// How much memory another process holds, as the operating system counts it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const KIB_PER_MB = 1_000_000 / 1024;

function residentKib(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (existsSync(file)) return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1]);
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8', timeout: 5_000 }).trim());
}

/** Resident set in MB (10^6 bytes). Throws when the system does not tell. */
export function residentMb(pid: number): number {
  const kib = residentKib(pid);
  if (!Number.isFinite(kib) || kib <= 0) throw new Error('the system does not tell how much memory the process holds');
  return kib / KIB_PER_MB;
}

/** The largest resident set seen until `stop`, looked at every `everyMs`. */
export function watchMemory(pid: number, everyMs: number): { stop(): number } {
  let peak = residentMb(pid);
  const look = () => {
    try {
      peak = Math.max(peak, residentMb(pid));
    } catch {
      clearInterval(timer);
    }
  };
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}
