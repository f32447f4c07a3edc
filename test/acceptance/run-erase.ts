// The erase command as an operator runs it.
import { spawn } from 'node:child_process';
import path from 'node:path';

const ENTRY = path.join(__dirname, '..', '..', 'dist', 'commands', 'erase.js');

export interface EraseRun {
  code: number;
  output: string;
}

export async function runErase(env: Record<string, string>, ...args: string[]): Promise<EraseRun> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', (code) => resolve({ code: code ?? -1, output }));
  });
}
