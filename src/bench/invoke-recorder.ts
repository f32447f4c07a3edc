// Stands between the emulator and the bot and keeps the last invoke with its answer: the request that is sent again and
// again later is the very one that the emulator has signed.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const FORWARD_DEADLINE_MS = 15_000;
const IS_INVOKE = /"type":"invoke"/;

export interface RecordedInvoke {
  authorization: string;
  body: string;
  /** The bot's answer, as JSON text. */
  answer: string;
}

export interface InvokeRecorder {
  /** Where the emulator shall send activities. */
  endpoint: string;
  last(): RecordedInvoke | null;
  /** From now on invokes are kept and not passed on: the bot has seen none of them. */
  withhold(): void;
  close(): void;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Listens on a port of the system's choice and passes every activity on to `botEndpoint`. */
export function recordInvokes(botEndpoint: string): Promise<InvokeRecorder> {
  let last: RecordedInvoke | null = null;
  let isWithholding = false;
  const passOn = async (request: IncomingMessage, response: ServerResponse) => {
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const body = await bodyOf(request);
    if (isWithholding && IS_INVOKE.test(body)) {
      last = { authorization, body, answer: '' };
      return void response.writeHead(200).end();
    }
    const signal = AbortSignal.timeout(FORWARD_DEADLINE_MS);
    const headers = { authorization, 'content-type': type };
    const answered = await fetch(botEndpoint, { method: 'POST', headers, body, signal });
    const answer = await answered.text();
    if (IS_INVOKE.test(body)) last = { authorization, body, answer };
    response.writeHead(answered.status, { 'content-type': 'application/json' });
    response.end(answer);
  };
  const server = createServer((request, response) => {
    passOn(request, response).catch(() => response.writeHead(502).end());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({
        endpoint: `http://127.0.0.1:${port}/api/messages`,
        last: () => last,
        withhold: () => void (isWithholding = true),
        close,
      });
    });
  });
}
