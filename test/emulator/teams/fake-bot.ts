// A bot's messaging endpoint that keeps what arrives and answers what a test tells it to.
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Json = Record<string, unknown>;

export interface Arrival {
  activity: Json;
  authorization: string | undefined;
}

export interface BotReply {
  status: number;
  body?: unknown;
  /** Milliseconds before the answer. */
  after?: number;
}

async function bodyOf(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

export class FakeBot {
  readonly arrivals: Arrival[] = [];
  /** Decides the answer to each activity; 200 without a body unless set. */
  reply: (activity: Json) => BotReply | Promise<BotReply> = () => ({ status: 200 });

  private readonly server = createServer(async (request, response) => {
    const activity = await bodyOf(request);
    this.arrivals.push({ activity, authorization: request.headers.authorization });
    const { status, body, after = 0 } = await this.reply(activity);
    const timer = setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    }, after);
    response.on('close', () => clearTimeout(timer));
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/messages`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  ofType(type: string): Json[] {
    return this.arrivals.map((one) => one.activity).filter((activity) => activity['type'] === type);
  }
}

/** An invoke's answer that replaces the card for the presser. */
export function cardAnswer(text: string, more: Json = {}): BotReply {
  const value = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], ...more };
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value } };
}

export function messageAnswer(value: string): BotReply {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value } };
}
