// The real Graph room against a server that answers each path as a test says, for parts of Graph whose answers the tests
// have to word themselves.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphRoom } from '../../src/graph/graph-room';
import { GraphClient } from '../../src/graph/graph-client';
import { createRecordingLogger, createRecordingMetrics } from './recording-ports';
import { createSkippingClock } from './skipping-clock';
import type { GraphUnderTest } from './graph-under-test';

export type StandInAnswer = { status: number; body?: unknown; headers?: Record<string, string> } | 'reset';

export interface SentRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

export interface GraphStandIn {
  url: string;
  /** A room of its own: fresh caches, circuits and clock. */
  open(): GraphUnderTest;
  /** The next answers of a path below the version; after them, 404. */
  reply(path: string, ...answers: StandInAnswer[]): void;
  /** Every answer of the path from now on. */
  always(path: string, answer: StandInAnswer): void;
  /** Oldest first. */
  sent(path?: string): SentRequest[];
  reset(): void;
  close(): Promise<void>;
}

const UNKNOWN: StandInAnswer = { status: 404, body: { error: { code: 'NotFound' } } };

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : JSON.parse(text);
}

class StandIn {
  readonly queued = new Map<string, StandInAnswer[]>();
  readonly standing = new Map<string, StandInAnswer>();
  requests: SentRequest[] = [];

  next(path: string): StandInAnswer {
    return this.queued.get(path)?.shift() ?? this.standing.get(path) ?? UNKNOWN;
  }

  serve(): Server {
    return createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://stand-in');
      const path = pathname.replace(/^\/v1\.0/, '');
      void bodyOf(request).then((body) => {
        this.requests.push({ method: request.method ?? '', path, query: searchParams, body });
        const answer = this.next(path);
        if (answer === 'reset') return request.socket.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
        return response.end(JSON.stringify(answer.body ?? {}));
      });
    });
  }
}

function openRoom(baseUrl: string): GraphUnderTest {
  const [clock, logger, metrics] = [createSkippingClock(), createRecordingLogger(), createRecordingMetrics()];
  const tokenSource = { current: async () => 'a token', renewed: async () => null };
  const roleGroups = { analyst: [], investigator: [], admin: [], auditor: [] };
  const all = { baseUrl, tokenSource, roleGroups, requestsPerMinute: 0, tenantId: 'a tenant', clock, logger, metrics };
  const client = new GraphClient({ ...all, tokens: tokenSource });
  return { ...createGraphRoom(all), client, clock, logger, metrics };
}

export async function startGraphStandIn(): Promise<GraphStandIn> {
  const standIn = new StandIn();
  const server = standIn.serve();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;
  const rooms: GraphUnderTest[] = [];
  return {
    url,
    open() {
      const room = openRoom(url);
      rooms.push(room);
      return room;
    },
    reply: (path, ...answers) => void standIn.queued.set(path, [...(standIn.queued.get(path) ?? []), ...answers]),
    always: (path, answer) => void standIn.standing.set(path, answer),
    sent: (path) => standIn.requests.filter((request) => path === undefined || request.path === path),
    reset() {
      standIn.queued.clear();
      standIn.standing.clear();
      standIn.requests = [];
    },
    async close() {
      for (const room of rooms) room.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
