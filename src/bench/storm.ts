// A storm of presses: sent by the clock whether or not the ones before are answered, and timed from the moment each was
// due, so that a bot that falls behind cannot make its own load smaller.
import { Agent, request } from 'node:http';
import { pause } from './wait-until';

/** As many connections as the Connector may well open. */
const CONNECTIONS = 100;
const ANSWER_WITHIN_MS = 15_000;
/** Of an answer that was not expected. */
const TOLD_CHARACTERS = 200;

export interface SignedPress {
  authorization: string;
  /** The activity as JSON text. */
  body: string;
}

export interface StormTimes {
  /** Milliseconds from when each press was due to the end of its answer. */
  ms: number[];
  /** JSON text of the last answer. */
  answer: string;
}

function ask(url: string, agent: Agent, { authorization, body }: SignedPress): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json; charset=utf-8', authorization };
    const asked = request(url, { method: 'POST', agent, headers, timeout: ANSWER_WITHIN_MS }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.on('error', reject);
    asked.end(body);
  });
}

/** The presses evenly over the time. Rejects when a single one is not answered with a card. */
export async function storm(url: string, presses: readonly SignedPress[], overMs: number): Promise<StormTimes> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const began = performance.now();
  const answers = await Promise.all(
    presses.map(async (press, index) => {
      const dueAt = began + ((index + 0.5) * overMs) / presses.length;
      await pause(Math.max(0, dueAt - performance.now()));
      const answer = await ask(url, agent, press).catch((error: unknown) =>
        error instanceof Error ? error.message : 'unknown',
      );
      return { ms: performance.now() - dueAt, answer };
    }),
  ).finally(() => agent.destroy());
  const missing = answers.filter(({ answer }) => !answer.includes('AdaptiveCard'));
  if (missing.length > 0) {
    const [first] = missing;
    const what = `${(first?.answer ?? '').slice(0, TOLD_CHARACTERS)}, after ${first?.ms.toFixed(0) ?? ''} ms`;
    throw new Error(`${missing.length} of ${presses.length} presses were not answered with a card: ${what}`);
  }
  return { ms: answers.map(({ ms }) => ms), answer: answers.at(-1)?.answer ?? '' };
}
