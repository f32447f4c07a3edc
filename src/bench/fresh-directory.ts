// Directories for one measurement each, gone when it is over or when the run is called off.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const standing = new Set<string>();

function removeAll(): void {
  for (const directory of standing) removeDirectory(directory);
}

/** Empty, among the system's temporary files. */
export function freshDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'irm-alerts-bench-'));
  if (standing.size === 0) process.once('exit', removeAll);
  standing.add(directory);
  return directory;
}

/** With everything in it. Safe to call twice. */
export function removeDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
  standing.delete(directory);
  if (standing.size === 0) process.off('exit', removeAll);
}
