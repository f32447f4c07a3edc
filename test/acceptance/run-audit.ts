// The audit command as an operator runs it, on the store of a bot that was stopped.
import { spawn } from 'node:child_process';
import path from 'node:path';

const ENTRY = path.join(__dirname, '..', '..', 'dist', 'commands', 'audit.js');

export interface AuditRun {
  code: number;
  output: string;
}

export async function runAudit(env: Record<string, string>, ...args: string[]): Promise<AuditRun> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', (code) => resolve({ code: code ?? -1, output }));
  });
}

/** Every line of an export. */
export function auditedRows(output: string): Record<string, unknown>[] {
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** `action outcome` of every row of an export. */
export function auditedEvents(output: string): string[] {
  return auditedRows(output).map(({ action, outcome }) => `${String(action)} ${String(outcome)}`);
}
