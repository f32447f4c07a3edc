// The emulator's one socket, bound to loopback. What happens to a request is serve-request.ts.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRouter } from './router';
import { serveRequest, type ServerParts } from './serve-request';

export const LOOPBACK = '127.0.0.1';

/** A request that has not arrived whole by then is dropped. */
const RECEIVE_DEADLINE_MS = 30_000;
/** Longer than clients keep a socket, so that none is closed just as it is used again. */
const KEEP_ALIVE_MS = 75_000;

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/** Port 0 lets the system choose. Rejects when the port is taken. */
export async function startServer(parts: ServerParts, port: number): Promise<RunningServer> {
  const router = createRouter(parts.rooms);
  const server = createServer(
    { requestTimeout: RECEIVE_DEADLINE_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      serveRequest(parts, router, request, response).catch(() => response.destroy());
    },
  );
  await listen(server, port);
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
