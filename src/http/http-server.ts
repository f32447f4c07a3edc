// The bot's HTTP server: restify routes the requests, Node's own server holds the sockets. What the requests mean is
// given by the caller.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify, { type Request, type Response } from 'restify';
import type { Logger } from '../ports/logger';
import { sendReply } from './http-reply';
import { httpRoutes, type HttpHandlers, type Route } from './routes';

export const HEADERS_TIMEOUT_MS = 10_000;
export const REQUEST_TIMEOUT_MS = 15_000;
export const KEEP_ALIVE_TIMEOUT_MS = 5_000;
export const MAX_HEADER_BYTES = 16 * 1024;
export const MAX_CONNECTIONS = 2_000;
export const STOP_GRACE_MS = 8_000;
/** Node looks for sockets past their time this often; its default of 30 s would triple every limit above. */
const TIMEOUT_CHECK_INTERVAL_MS = 1_000;

export interface HttpServerOptions {
  host: string;
  /** 0 = a port of the system's choice. */
  port: number;
  metricsToken: string | null;
  handlers: HttpHandlers;
  logger: Logger;
  /** Shorter limits, for tests. */
  limits?: Partial<SocketLimits>;
}

export interface SocketLimits {
  headersTimeoutMs: number;
  requestTimeoutMs: number;
  keepAliveTimeoutMs: number;
  checkIntervalMs: number;
  maxConnections: number;
  stopGraceMs: number;
}

const DEFAULT_LIMITS: SocketLimits = {
  headersTimeoutMs: HEADERS_TIMEOUT_MS,
  requestTimeoutMs: REQUEST_TIMEOUT_MS,
  keepAliveTimeoutMs: KEEP_ALIVE_TIMEOUT_MS,
  checkIntervalMs: TIMEOUT_CHECK_INTERVAL_MS,
  maxConnections: MAX_CONNECTIONS,
  stopGraceMs: STOP_GRACE_MS,
};

function openSockets(limits: SocketLimits): Server {
  const server = createServer({
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: limits.checkIntervalMs,
    maxHeaderSize: MAX_HEADER_BYTES,
    insecureHTTPParser: false,
  });
  server.maxConnections = limits.maxConnections;
  return server;
}

export class HttpServer {
  private readonly limits: SocketLimits;
  private readonly sockets: Server;
  private starting: Promise<AddressInfo> | null = null;
  private stopping: Promise<void> | null = null;

  constructor(private readonly options: HttpServerOptions) {
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.sockets = openSockets(this.limits);
    this.routeRequests();
  }

  /** Listens; a second call gives the same address. Rejects when the port is taken. */
  start(): Promise<AddressInfo> {
    this.starting ??= new Promise((resolve, reject) => {
      this.sockets.once('error', reject);
      this.sockets.listen(this.options.port, this.options.host, () => {
        this.sockets.off('error', reject);
        resolve(this.sockets.address() as AddressInfo);
      });
    });
    return this.starting;
  }

  /** Takes no new connection, lets requests in hand end within the grace, then cuts them. Safe to call twice. */
  stop(): Promise<void> {
    this.stopping ??= new Promise((resolve) => {
      const cut = setTimeout(() => this.sockets.closeAllConnections(), this.limits.stopGraceMs);
      this.sockets.close(() => {
        clearTimeout(cut);
        resolve();
      });
      this.sockets.closeIdleConnections();
    });
    return this.stopping;
  }

  private routeRequests(): void {
    const router = restify.createServer({ name: '' });
    // Restify's log would name paths and errors on standard output.
    Object.assign(router.log, { level: 'silent' });
    router.on('restifyError', (_request, response, error, done) => {
      sendReply(response, { status: Number(error?.statusCode) || 500, close: true });
      done();
    });
    const isStopping = () => this.stopping !== null;
    for (const route of httpRoutes(this.options.handlers, this.options.metricsToken, isStopping)) {
      router[route.method](route.path, (request, response, next) => {
        void this.serve(route, request, response).then(() => next(false));
      });
    }
    // Restify makes its own server without options, and the checking interval can be given only at creation.
    this.sockets.on('request', (request, response) => router.server.emit('request', request, response));
  }

  private async serve(route: Route, request: Request, response: Response): Promise<void> {
    try {
      const reply = await route.answer(request);
      sendReply(response, this.stopping === null ? reply : { ...reply, close: true });
    } catch (error) {
      this.options.logger.error('A request could not be served', {
        detail: error instanceof Error ? error.name : 'unknown',
      });
      sendReply(response, { status: 500 });
    }
  }
}
