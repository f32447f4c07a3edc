// Not part of the product: sends one request again and again and measures the answers, in a process of its own so that
// it does not share the measured one's event loop. A job on standard input, one result on standard output.
import { Agent, request } from 'node:http';
import { median } from './figures';
import { loadJob, type LoadJob, type LoadResult } from './load-job';

const JOB_MAX_CHARACTERS = 200_000;

/** Milliseconds from the request to the end of its answer. Rejects for anything but the expected 200. */
function ask(job: LoadJob, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const token = job.authorization === null ? {} : { authorization: job.authorization };
    const headers = { 'content-type': 'application/json; charset=utf-8', ...token };
    const asked = request(job.url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const isExpected = response.statusCode === 200 && text.includes(job.mustHold);
        if (isExpected) resolve(performance.now() - began);
        else reject(new Error(`an unexpected answer: ${String(response.statusCode)}`));
      });
    });
    asked.on('error', reject);
    asked.end(job.body);
  });
}

/** Times of `count` answers, `abreast` of them under way at a time. */
async function send(job: LoadJob, agent: Agent, count: number): Promise<number[]> {
  const times: number[] = [];
  let waiting = count;
  const worker = async () => {
    while (waiting-- > 0) times.push(await ask(job, agent));
  };
  await Promise.all(Array.from({ length: job.abreast }, worker));
  return times;
}

async function carryOut(job: LoadJob): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: job.abreast });
  await send(job, agent, job.warmUp);
  const began = performance.now();
  const times = await send(job, agent, job.requests);
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { medianMs: median(times), perSecond: times.length / seconds };
}

async function readInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > JOB_MAX_CHARACTERS) throw new Error('the job is too long');
  }
  return text;
}

async function main(): Promise<void> {
  const job = loadJob.parse(JSON.parse(await readInput()));
  setTimeout(() => process.exit(1), job.withinMs).unref();
  process.stdout.write(`${JSON.stringify(await carryOut(job))}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exitCode = 1;
});
