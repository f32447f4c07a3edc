// Whether the demo's two ports can be had, asked before anything is started: otherwise somebody else's program on one of
// them would be taken for the bot.
import { createServer } from 'node:net';
import { LOOPBACK } from './server';

export interface WantedPort {
  port: number;
  /** The variable that chooses another. */
  variable: string;
  purpose: string;
}

/** One sentence on why the port cannot be had, or null when it can. Port 0 is always free. */
function problemOf({ port, variable, purpose }: WantedPort): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`;
      resolve(`port ${port}, wanted for ${purpose}, ${why}; choose another with ${variable}=<port>`);
    });
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve(null)));
  });
}

/** Throws one error that names every port that cannot be had. */
export async function claimPorts(wanted: readonly WantedPort[]): Promise<void> {
  const problems: string[] = [];
  for (const one of wanted) {
    const problem = await problemOf(one);
    if (problem !== null) problems.push(problem);
  }
  const ports = wanted.map(({ port }) => port);
  if (new Set(ports).size < ports.length) {
    problems.push(`${wanted.map(({ variable }) => variable).join(' and ')} are one port; each needs its own`);
  }
  if (problems.length > 0) throw new Error(problems.join('\n      '));
}
