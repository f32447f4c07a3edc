// A Bot Connector on a loopback port: it records every request, and answers as told or as the real one would.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** `reset` cuts the connection after the request came, `hang` never answers, `half` cuts the answer in its body. */
export type Behaviour = Answer | 'reset' | 'hang' | 'half';

const THREAD = ';messageid=';

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

export class FakeConnector {
  readonly received: Received[] = [];
  /** Who is asked for as the roster, page by page. */
  pages: unknown[][] = [[]];
  /** What a team lists as its channels. */
  channels: unknown[] = [];
  private readonly planned: Behaviour[] = [];
  private messages = 1_763_877_600_000;
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));

  /** Root of a service URL; Teams' own carry a region and a tenant behind the host. */
  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/emea/`;
  }

  /** The next requests are answered so, one each. */
  next(...behaviours: Behaviour[]): void {
    this.planned.push(...behaviours);
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://connector.example');
    const body = await readBody(request);
    const { method = '', headers } = request;
    const received = {
      method,
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      authorization: headers.authorization,
      body,
    };
    this.received.push(received);
    const behaviour = this.planned.shift() ?? this.usualAnswer(received);
    if (behaviour === 'hang') return;
    if (behaviour === 'reset') return void request.socket.resetAndDestroy();
    if (behaviour === 'half') {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"id":', () => response.destroy());
      return;
    }
    response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers });
    response.end(behaviour.body === undefined ? undefined : JSON.stringify(behaviour.body));
  }

  private usualAnswer({ method, path, query, body }: Received): Answer {
    if (path.endsWith('/pagedmembers')) return this.page(Number(query.get('continuationToken') ?? '0'));
    if (method === 'GET') return { status: 200, body: { conversations: this.channels } };
    if (method === 'PUT') return { status: 200, body: { id: path.split('/').at(-1) } };
    if (method === 'DELETE') return { status: 200, body: {} };
    this.messages += 1;
    const id = String(this.messages);
    if (!path.endsWith('/v3/conversations')) return { status: 201, body: { id } };
    const { channel: named } = body.channelData as { channel?: { id: string } };
    if (named === undefined) return { status: 201, body: { id: 'a:1opened', serviceUrl: this.serviceUrl } };
    const channel = named.id;
    return { status: 201, body: { id: `${channel}${THREAD}${id}`, activityId: id, serviceUrl: this.serviceUrl } };
  }

  private page(index: number): Answer {
    const more = index + 1 < this.pages.length;
    return {
      status: 200,
      body: { members: this.pages[index] ?? [], ...(more && { continuationToken: String(index + 1) }) },
    };
  }
}
