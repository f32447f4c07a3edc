// The bare echo as a process of its own, answering everything with what the bot answered once.
import { z } from 'zod/v4';
import { ChildProgram } from './child-program';

export interface Echo {
  program: ChildProgram;
  url: string;
}

/** `answer`: JSON text. `tokenCheck` null = every activity is taken. */
export async function startEcho(
  answer: string,
  tokenCheck: { appId: string; openIdUrl: string } | null,
): Promise<Echo> {
  const input = JSON.stringify({ answer: JSON.parse(answer), tokenCheck });
  const program = ChildProgram.start({ entry: 'bench/echo-bot', input });
  const { port } = z.object({ port: z.number() }).parse(await program.firstLine());
  return { program, url: `http://127.0.0.1:${port}/api/messages` };
}
