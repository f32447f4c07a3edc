// The audit command as an operator runs it, on the store of a bot that was stopped.
import { spawn } from 'node:child_process';
import path from 'node:path';

const ENTRY = path.join(__dirname, '..', '..', 'dist', 'commands', 'audit.js');

export async function runAudit(env: Record<string, string>, verb: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [ENTRY, verb], { env: { PATH: process.env.PATH ?? '', ...env } });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', (code) => resolve({ code: code ?? -1, output }));
  });
}

/** `action outcome` of every row of an export. */
export function auditedEvents(output: string): string[] {
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { action: string; outcome: string })
    .map(({ action, outcome }) => `${action} ${outcome}`);
}
